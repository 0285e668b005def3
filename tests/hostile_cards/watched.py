"""A card that counts what is presented to it, and at its nth APDU has something else happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cardio.simulator import KeyKind, RareKeyKind, VirtualPivCard
from cardio.transport import Card
from tests.hostile_cards.torn import card_file

Flow = Callable[[Card], None]
_PRESENTS: Final = frozenset({0x20, 0x24, 0x2C})
_OWN_TRANSACTION: Final = frozenset(
    {"use_every_key", "inspect", "my_card", "open_vault", "report", "report_with_pin", "approve", "renew"}
)


class WatchedCard(VirtualPivCard):
    """`happens`: at which APDU, and what."""

    def __init__(self, *, t0: bool = False, kind: KeyKind | RareKeyKind = KeyKind.P256) -> None:
        super().__init__(card_file(kind), t0=t0)
        self.apdus: list[bytes] = []
        self.presented = 0
        self.happens: tuple[int, Callable[[], None]] | None = None

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer, or let it happen."""
        if self.happens is not None and len(self.apdus) == self.happens[0]:
            self.happens[1]()
        self.apdus.append(bytes(command))
        self.presented += command[1] in _PRESENTS and len(command) > 5
        return super().transmit(command)


def in_transaction(flow: Flow) -> Flow:
    """Some flows begin their own transaction; the others are given one."""

    def task(card: Card) -> None:
        if flow.__name__ in _OWN_TRANSACTION:
            flow(card)
        else:
            with card.transaction():
                flow(card)

    return task


def assert_no_try_spent(card: WatchedCard, entered: int) -> None:
    """Each entry was presented once at most, and right."""
    assert card.presented <= entered
    assert (card.pin_tries_left, card.puk_tries_left) == (3, 3)
