"""What can go wrong with a card or a reader: one class per cause, each carrying data and no sentences.

The sentences (Vietnamese and English) belong to the user interface, which looks them up by `code`. `remedy`
says what the person can do, so that a caller can decide without knowing every class.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from typing import ClassVar, Literal


class Remedy(Enum):
    """What the person in front of the reader can do about an error."""

    RETRY = "retry"  # present the card again, type again
    WAIT = "wait"  # it passes by itself
    CALL = "call"  # somebody else must act: site admin, card issuer
    REPORT = "report"  # a defect of the program, the card or the driver


@dataclass(eq=False)
class CardError(Exception):
    """Base of every error that leaves `cardio`; `str()` is for logs and holds the code and the data only."""

    code: ClassVar[str] = "card"
    remedy: ClassVar[Remedy] = Remedy.REPORT

    def __str__(self) -> str:
        data = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{self.code}({data})"


# --- service, readers and the card in them


@dataclass(eq=False)
class NoService(CardError):
    """The smart-card service does not run; `reason`: the return code of pcscd or Windows."""

    reason: int = 0
    code: ClassVar[str] = "no_service"
    remedy: ClassVar[Remedy] = Remedy.WAIT


@dataclass(eq=False)
class NoReader(CardError):
    """The reader is not (or no longer) connected."""

    reader: str
    code: ClassVar[str] = "no_reader"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class ReaderNotAnswering(CardError):
    """One call to the reader took longer than it may; replugging it or restarting the service revives it."""

    reader: str
    code: ClassVar[str] = "reader_not_answering"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class ReaderFault(CardError):
    """The driver or the service answered with a code that has no meaning of its own for us."""

    reader: str
    reason: int
    code: ClassVar[str] = "reader_fault"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class CardRemoved(CardError):
    """No card in the reader, or it was torn off during the exchange."""

    code: ClassVar[str] = "card_removed"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class CardWasReset(CardError):
    """Another program (or the service) reset the card during the exchange: its state is gone."""

    code: ClassVar[str] = "card_was_reset"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class CardHeldElsewhere(CardError):
    """Another program holds the card for itself."""

    code: ClassVar[str] = "card_held_elsewhere"
    remedy: ClassVar[Remedy] = Remedy.WAIT


@dataclass(eq=False)
class CardMute(CardError):
    """The card does not answer to reset, or stopped answering: dirty contacts, upside down, dead chip."""

    code: ClassVar[str] = "card_mute"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class UnknownCard(CardError):
    """The card has none of the applications that we know."""

    atr: bytes
    code: ClassVar[str] = "unknown_card"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class NumberOnly(CardError):
    """The card has a number that anybody can copy, and no key: it may check in, never sign in."""

    code: ClassVar[str] = "number_only"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ContactlessRefused(CardError):
    """The card does this only through its contacts: it must be put into the slot."""

    code: ClassVar[str] = "contactless_refused"
    remedy: ClassVar[Remedy] = Remedy.RETRY


# --- PIN


@dataclass(eq=False)
class PinWrong(CardError):
    """The card refused the PIN; `tries_left` more may be spent."""

    tries_left: int
    code: ClassVar[str] = "pin_wrong"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class EntryWrong(CardError):
    """The card refused the PIN or PUK, and does not tell how many more may be spent."""

    code: ClassVar[str] = "entry_wrong"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PinBlocked(CardError):
    """No try is left: only the PUK helps."""

    code: ClassVar[str] = "pin_blocked"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class PinFormat(CardError):
    """The typed PIN cannot be one; it was not sent and no try was spent."""

    reason: Literal["length", "characters"]
    code: ClassVar[str] = "pin_format"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PinRefused(CardError):
    """The card takes no PIN of this form (its own rules on length and characters); no try was spent."""

    code: ClassVar[str] = "pin_refused"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class IssuerOnly(CardError):
    """The PIN is the whole card's: only its issuer sets it anew; no try was spent."""

    code: ClassVar[str] = "issuer_only"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class PinEntryTimedOut(CardError):
    """Nobody finished the entry on the reader's keys in time; no try was spent."""

    code: ClassVar[str] = "pin_entry_timed_out"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PinEntryCancelled(CardError):
    """The person ended the entry by the reader's cancel key; no try was spent."""

    code: ClassVar[str] = "pin_entry_cancelled"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PinEntryDiffers(CardError):
    """The new PIN was not typed alike twice on the reader's keys; no try was spent."""

    code: ClassVar[str] = "pin_entry_differs"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PinPadFailed(CardError):
    """The reader claims keys for the PIN and refuses to use them; from now on the PIN is typed here."""

    reader: str
    code: ClassVar[str] = "pin_pad_failed"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PukWrong(CardError):
    """The card refused the PUK; `tries_left` more may be spent."""

    tries_left: int
    code: ClassVar[str] = "puk_wrong"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PukBlocked(CardError):
    """No try of the PUK is left: the card must be written anew."""

    code: ClassVar[str] = "puk_blocked"
    remedy: ClassVar[Remedy] = Remedy.CALL


# --- tokens with a maker's module


@dataclass(eq=False)
class TokenPinWrong(CardError):
    """The token refused the PIN; PKCS#11 tells no number of tries, only whether the next is the last."""

    last_try: bool = False
    code: ClassVar[str] = "token_pin_wrong"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class TokenCannot(CardError):
    """The token has no key or mechanism of the kind `what`."""

    what: str
    code: ClassVar[str] = "token_cannot"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class TokenModuleFailed(CardError):
    """The maker's module did not do its part; it was ended, and the next call starts it anew."""

    reason: Literal["crashed", "silent", "garbled", "unloadable", "refused"]
    code: ClassVar[str] = "token_module_failed"
    remedy: ClassVar[Remedy] = Remedy.CALL


# --- the conversation


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


# --- trust


@dataclass(eq=False)
class Expired(CardError):
    """A certificate on the path ended at `not_after`."""

    not_after: datetime
    code: ClassVar[str] = "expired"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class NotYetValid(CardError):
    """A certificate on the path begins at `not_before`; the clock of the workstation may be wrong."""

    not_before: datetime
    code: ClassVar[str] = "not_yet_valid"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ForeignIssuer(CardError):
    """No path leads from the certificate to an installed anchor; `issuer` is redacted text."""

    issuer: str
    code: ClassVar[str] = "foreign_issuer"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class WrongPurpose(CardError):
    """The certificate is valid, but not for this use; `wanted` is the value of `trust.Purpose`."""

    wanted: str
    code: ClassVar[str] = "wrong_purpose"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class BadSignature(CardError):
    """A certificate on the path was not signed by the issuer that it names."""

    code: ClassVar[str] = "bad_signature"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class Revoked(CardError):
    """The issuer took the certificate back."""

    since: datetime
    reason: str
    code: ClassVar[str] = "revoked"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class WrongKey(CardError):
    """The signature does not verify under the certificate's key: swapped, copied or broken card."""

    code: ClassVar[str] = "wrong_key"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ObjectAltered(CardError):
    """The data object `tag` is not the one that the issuer signed."""

    tag: int
    code: ClassVar[str] = "object_altered"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class CrlRefused(CardError):
    """A revocation list was not taken over; the last good one is kept."""

    reason: Literal["unreadable", "issuer", "signature", "older", "critical_extension"]
    code: ClassVar[str] = "crl_refused"
    remedy: ClassVar[Remedy] = Remedy.WAIT
