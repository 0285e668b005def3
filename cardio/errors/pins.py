"""PIN and PUK of a card, typed on the keyboard or on the keys of a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from cardio.errors.card_error import CardError, Remedy


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
