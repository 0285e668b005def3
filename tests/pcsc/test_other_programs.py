"""Other programs at the same card: what they may see, and what they hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cardio import watcher
from cardio.errors import CardHeldElsewhere, WrongKey
from cardio.piv import Piv, Slot
from cardio.readers import Condition, ReaderPool
from cardio.registry import CardTraits
from cardio.simulator import KeyKind, VirtualPivCard, VpcdLink
from cardio.transport import Card
from tests.pcsc.conftest import READER, Other, inserted
from tests.support import virtual_cards
from tests.support.card_flows import tap
from tests.support.reader_events import SOON, EventLog, eventually
from tests.support.virtual_cards import pin, public_key

pytestmark = pytest.mark.pcsc

SELECT = "00A4040009A0000003080000100000"
LOGOUT = bytes.fromhex("0020FF80")
_RSA_TEMPLATE = "7C82010682008182010000" + "55" * 255
SIGN_WITH_9A = {
    KeyKind.P256: ["0087119A267C24820081" + "20" + "55" * 32 + "00"],
    KeyKind.RSA2048: ["1087079AFF" + _RSA_TEMPLATE[:510], "0087079A0B" + _RSA_TEMPLATE[510:] + "00"],
}
"""GENERAL AUTHENTICATE as another program sends it, chained where it is long."""


class KeepingCard(VirtualPivCard):
    """A card that keeps the PIN verified: its logout is refused, or answered and not done."""

    def __init__(self, kind: KeyKind, answer: str) -> None:
        super().__init__(virtual_cards.card_file(kind))
        self._answer = bytes.fromhex(answer)

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The standard's answer, but for the logout."""
        return self._answer if command[:4] == LOGOUT else super().transmit(command)


def made(kind: KeyKind, logout: str) -> VirtualPivCard:
    """A card with that answer to its logout."""
    return virtual_cards.card(kind) if logout == "done" else KeepingCard(kind, logout)


def left_open(card: Card) -> None:
    """What must not happen: a PIN verified, and nothing after it."""
    with card.transaction():
        Piv.select(card).verify(pin())


def sign_in_and_open(kind: KeyKind) -> Callable[[Card], bytes]:
    """The sign-in flow: PIN, signature, the vault's key, logout."""

    def task(card: Card) -> bytes:
        key = public_key(Slot.AUTHENTICATION, kind)
        with card.transaction():
            piv = Piv.select(card)
            with piv.unlocked(pin()):
                return piv.sign(Slot.AUTHENTICATION, key, b"challenge")

    return task


@pytest.mark.parametrize("logout", ["done", "6A86", "6D00", "9000"])
@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_after_sign_in_no_other_program_can_sign(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other, kind: KeyKind, logout: str
) -> None:
    CardTraits.forget()
    sign = SIGN_WITH_9A[kind]
    link.insert(made(kind, logout))
    inserted(log)
    pool.submit(READER, left_open).result(SOON)
    with other_program("shared", *sign) as answers:
        assert answers[-1][-4:-2] in {"90", "61"}, "the danger is real: the state of the PIN is the card's"
    for _ in range(2):  # the first logout of a kind of card is proved, the next ones rely on it
        assert pool.submit(READER, sign_in_and_open(kind)).result(SOON)
        with other_program("shared", SELECT, *sign) as answers:
            assert answers[-1] == "6982"
    CardTraits.forget()


def test_a_refused_signature_leaves_no_pin_behind(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)

    def swapped(card: Card) -> bytes:
        with card.transaction():
            piv = Piv.select(card)
            with piv.unlocked(pin()):
                return piv.sign(Slot.AUTHENTICATION, public_key(Slot.CARD_AUTHENTICATION), b"challenge")

    assert isinstance(pool.submit(READER, swapped).exception(SOON), WrongKey)
    with other_program("shared", SELECT, *SIGN_WITH_9A[KeyKind.P256]) as answers:
        assert answers[-1] == "6982"


def test_a_card_reset_by_another_program(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("reset", SELECT):
        pass
    assert len(pool.submit(READER, tap).result(SOON)) == 64


@pytest.fixture
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """That a card is held exclusively wakes no wait: it is seen at the next look, in five seconds at most."""
    monkeypatch.setattr(watcher, "LONGEST_WAIT", 0.2)


@pytest.mark.usefixtures("looking_often")
def test_a_card_held_exclusively(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    with other_program("exclusive"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        eventually(lambda: pool.readers()[0].condition is Condition.HELD)
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_a_card_in_anothers_transaction(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("transaction"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        assert pool.readers()[0].condition is Condition.HELD
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_other_programs_go_on_beside_our_idle_connection(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("shared", SELECT) as answers:
        assert answers[0].endswith("9000")
