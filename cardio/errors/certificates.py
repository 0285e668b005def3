"""What keeps a card or a document from being believed: paths, signatures, revocation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from cardio.errors.card_error import CardError, Remedy


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
    """No path leads to an installed anchor; `issuer` is the name that people know it by, redacted."""

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
