"""Where a card or token to sign in with can be: a reader of ours, or the slot of a maker's module.

Both are named, read and put to work alike; what differs between them is settled here.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from cryptography import x509

from cardio.errors import CardError
from cardio.piv.pin import check_pin_format
from cardio.trust import Purpose
from desktop_app.cards.presented_card import PresentedCard, SeenCards
from desktop_app.cards.proof import CardProof, Errand, prove, prove_by_token, unlocked_keys
from desktop_app.cards.token_card import TokenCard, TokenKeys, check_token_pin, token_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardio.keys import SlotKeys
    from cardio.pkcs11 import Token, TokenModule
    from cardio.readers import ReaderPool
    from cardio.transport import Card
    from desktop_app.cards.token_slots import TokenSlots
    from desktop_app.clock import Clock
    from desktop_app.trust.cards import CardTrust

T = TypeVar("T")


class CardPlaces:
    """The readers and the tokens, as the sign-in sees them. Thread-safe."""

    def __init__(
        self,
        readers: ReaderPool,
        tokens: TokenSlots,
        seen: SeenCards,
        trust: Callable[[], CardTrust | None],
        clock: Clock,
    ) -> None:
        """``trust`` is what staff cards are judged by, None before enrolment."""
        self._readers = readers
        self._tokens = tokens
        self._seen = seen
        self._trust = trust
        self._clock = clock

    def seen(self, place: str) -> PresentedCard | None:
        """Return the card last read there, None where it was not read since it came."""
        return self._seen.get(place)

    def read(self, place: str) -> Future[PresentedCard]:
        """Read what lies there and remember it; the future raises ``CardError``."""
        if self._tokens.find(place) is None:
            return self._readers.submit(place, self._seen.reading(place))
        return self._tokens.submit(place, lambda module, token: self._read_token(place, module, token))

    def check_pin(self, card: PresentedCard, pin: bytearray) -> None:
        """Raise ``PinFormat`` for a PIN that cannot be one; keys of a reader or token take theirs."""
        if card.pin_pad:
            return
        if isinstance(card, TokenCard):
            check_token_pin(pin)
        else:
            check_pin_format(pin)

    def prove(self, place: str, pin: bytearray, errand: Errand) -> Future[CardProof]:
        """Have the card or token carry out the errand; what was read of it is read anew afterwards."""
        card = errand.seen
        typed = None if card.pin_pad else pin
        if isinstance(card, TokenCard):
            return self._tokens.submit(
                place,
                lambda module, _token: self._afresh(
                    place, lambda: prove_by_token(module, card, typed, errand)
                ),
            )
        return self._readers.submit(
            place, lambda reached: self._afresh(place, lambda: prove(reached, typed, errand))
        )

    def use_keys(
        self, place: str, pin: bytearray, card: PresentedCard, work: Callable[[SlotKeys], T]
    ) -> Future[T]:
        """Do ``work`` with the keys of the card or token that was read as ``card``: one VERIFY and no more.

        The future raises ``CardError`` and what ``work`` raises.
        """
        typed = None if card.pin_pad else pin
        if isinstance(card, TokenCard):
            key_ids, slot = card.key_ids, card.token.slot

            def by_token(module: TokenModule) -> T:
                with module.unlocked(slot, typed) as token:
                    return work(TokenKeys(token, key_ids))

            return self._tokens.submit(
                place, lambda module, _token: self._afresh(place, lambda: by_token(module))
            )

        def by_card(reached: Card) -> T:
            with unlocked_keys(reached, typed, card.pin) as keys:
                return work(keys)

        return self._readers.submit(place, lambda reached: self._afresh(place, lambda: by_card(reached)))

    def _afresh(self, place: str, work: Callable[[], T]) -> T:
        """Do ``work``, and have the card read anew at its next use: the tries left have changed."""
        try:
            return work()
        finally:
            self._seen.forget(place)

    def _read_token(self, place: str, module: TokenModule, token: Token) -> PresentedCard:
        found = token_card(token, module.certificates(token.slot), self._is_trusted)
        self._seen.keep(place, found)
        return found

    def _is_trusted(self, certificate: x509.Certificate) -> bool:
        trust = self._trust()
        if trust is None:
            return False
        try:
            trust.check(certificate, Purpose.STAFF_SIGN_IN, self._clock.now())
        except CardError:
            return False
        return True
