"""The smart-card service, the readers, and the card as it lies there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cardio.errors.card_error import CardError, Remedy


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
