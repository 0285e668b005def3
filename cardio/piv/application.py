"""The PIV application selected on one card: the exchange, reading any data object, and common refusals."""

from __future__ import annotations

from typing import Final, Protocol, Self, runtime_checkable

from cardio import apdu, tlv
from cardio.apdu import Command, Ins, Response
from cardio.errors import ApduError, ConditionsNotSatisfied, ContactlessRefused, ObjectMissing, UnknownCard
from cardio.piv import objects
from cardio.transport import Exchange, Transport

_NO_APPLICATION: Final = frozenset(
    {apdu.NOT_FOUND, apdu.INS_NOT_SUPPORTED, apdu.CLA_NOT_SUPPORTED, 0x6A86, 0x6999}
)
# The standard's 6A82, and what else cards say of a tag that they do not hold.
_NO_OBJECT: Final = frozenset({apdu.NOT_FOUND, apdu.REFERENCE_NOT_FOUND, 0x6A80, 0x6A83})
_REFUSED: Final = frozenset({apdu.SECURITY_STATUS, apdu.CONDITIONS})
_REFUSED_CONTACTLESS: Final = _REFUSED | {apdu.FUNCTION_NOT_SUPPORTED, apdu.INS_NOT_SUPPORTED}


@runtime_checkable
class Resettable(Protocol):
    """A transport that can reset its card."""

    def reset(self) -> None:
        """Warm reset."""
        ...


class Application:
    """The PIV application of `card`. Belongs to the thread and transaction that selected it."""

    def __init__(self, card: Transport) -> None:
        self._card = card
        self._exchange = Exchange(card)
        self._contactless = self._exchange.card is not None and self._exchange.card.contactless

    @property
    def contactless(self) -> bool:
        """Whether the card is talked to through the air, where most of it is out of reach."""
        return self._contactless

    @classmethod
    def select(cls, card: Transport) -> Self:
        """Select the application; raises UnknownCard when the card has none."""
        piv = cls(card)
        answer = piv._select(objects.AID)
        if answer.sw == apdu.NOT_FOUND:  # some cards know it by its full name only
            answer = piv._select(objects.FULL_AID)
        if answer.sw in _NO_APPLICATION:
            raise UnknownCard(b"" if piv._exchange.card is None else piv._exchange.card.atr)
        expect_ok(answer, Ins.SELECT)
        piv._exchange.recognise(answer.data)
        return piv

    def _select(self, name: bytes) -> Response:
        return self._exchange.send(Command(Ins.SELECT, 0x04, 0x00, name, apdu.SHORT_ANSWER))

    def object(self, tag: int) -> bytes:
        """The value of a data object: what stands in tag 53, or in 7E for the discovery object.

        Raises ObjectMissing (also for an empty one), ConditionsNotSatisfied where it wants the PIN,
        ContactlessRefused, ProtocolViolation, AnswerTooLong.
        """
        name = tag.to_bytes((tag.bit_length() + 7) // 8, "big")
        request = tlv.encode(objects.TAG_LIST, name)
        answer = self._exchange.send(Command(Ins.GET_DATA, 0x3F, 0xFF, request, apdu.EXTENDED_ANSWER))
        if answer.sw in _NO_OBJECT or answer == Response(b"", apdu.OK):
            raise ObjectMissing(tag)
        self._refusals(answer)
        expect_ok(answer, Ins.GET_DATA)
        content = tlv.require(answer.data, tag if tag == objects.DISCOVERY else objects.DATA)
        if not content:
            raise ObjectMissing(tag)
        return content

    def _refusals(self, answer: Response) -> None:
        if self._contactless and answer.sw in _REFUSED_CONTACTLESS:
            raise ContactlessRefused
        if answer.sw in _REFUSED:
            raise ConditionsNotSatisfied


def expect_ok(answer: Response, ins: int) -> None:
    """Raise ApduError for any status word but 9000."""
    if answer.sw != apdu.OK:
        raise ApduError(answer.sw, ins)
