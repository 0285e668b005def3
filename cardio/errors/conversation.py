"""What a card or token answered, or could not: objects, protocol, keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from cardio.errors.card_error import CardError, Remedy


@dataclass(eq=False)
class ConditionsNotSatisfied(CardError):
    """The card refuses the operation in its present state, usually because the PIN was not verified."""

    code: ClassVar[str] = "conditions_not_satisfied"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class ObjectMissing(CardError):
    """The card does not hold the data object `tag` (or the key that goes with it)."""

    tag: int
    code: ClassVar[str] = "object_missing"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ProtocolViolation(CardError):
    """The card's answer breaks the standard; `what` names the part, never its content."""

    what: str
    code: ClassVar[str] = "protocol_violation"


@dataclass(eq=False)
class AnswerTooLong(CardError):
    """The card's answer passes a bound; `what` says which."""

    what: Literal["pieces", "bytes", "seconds", "inflated"] = "bytes"
    code: ClassVar[str] = "answer_too_long"


@dataclass(eq=False)
class ApduError(CardError):
    """A status word that the caller did not expect, with the instruction that caused it (ISO 7816-4, 5.6)."""

    sw: int
    ins: int
    code: ClassVar[str] = "apdu_error"


@dataclass(eq=False)
class UnsupportedKey(CardError):
    """A key of a kind that this program does not use."""

    name: str
    code: ClassVar[str] = "unsupported_key"
    remedy: ClassVar[Remedy] = Remedy.CALL


OBJECT_FAULTS: Final = (AnswerTooLong, ApduError, ConditionsNotSatisfied, ObjectMissing, ProtocolViolation)
"""What can be wrong with one object of a card while the others can still be read."""
