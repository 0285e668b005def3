"""What can go wrong with travel documents and identity cards: with the chip, or what is typed and scanned.

Like `errors`, which they extend: one class per cause, data and no sentences. Those about the document itself
are raised by the functions that check one thing, and gathered in the verdict by the flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from cardio.errors import CardError, Remedy


@dataclass(eq=False)
class MrzInvalid(CardError):
    """What was typed or scanned is no machine-readable zone; `field` says where its check digit fails."""

    field: Literal["length", "characters", "document_number", "birth", "expiry", "optional", "composite"]
    code: ClassVar[str] = "mrz_invalid"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class NumberInvalid(CardError):
    """A citizen number that cannot be one, or contradicts what stands beside it."""

    field: Literal["length", "characters", "province", "birth", "century", "sex"]
    code: ClassVar[str] = "number_invalid"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class QrInvalid(CardError):
    """The scanned code is not that of a citizen card; `field` is the first part that cannot be right."""

    field: Literal["fields", "number", "birth", "sex", "issued", "encoding"]
    code: ClassVar[str] = "qr_invalid"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class AccessDenied(CardError):
    """The chip refused the number or lines that were typed; nothing else is tried by itself."""

    method: Literal["pace", "bac"]
    code: ClassVar[str] = "access_denied"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class AccessNotOffered(CardError):
    """The chip does not open this way: by CAN, without PACE."""

    wanted: Literal["can", "mrz"]
    code: ClassVar[str] = "access_not_offered"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class AccessUnknown(CardError):
    """The chip opens by PACE, but by no protocol that we speak; `ways` names them. No fault of the chip's."""

    ways: str
    code: ClassVar[str] = "access_unknown"
    remedy: ClassVar[Remedy] = Remedy.REPORT


@dataclass(eq=False)
class SessionBroken(CardError):
    """Secure messaging ended: wrong MAC, an answer of before, a refusal by the chip, or used when over."""

    reason: Literal["mac", "replay", "refused", "unprotected", "over"]
    code: ClassVar[str] = "session_broken"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class PointNotOnCurve(CardError):
    """A public key of the other side does not belong to the agreed group."""

    code: ClassVar[str] = "point_not_on_curve"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class CurveRefused(CardError):
    """Explicit domain parameters that are those of no known curve; `part` is what differs from it."""

    part: Literal["unknown", "coefficients", "generator", "order"]
    code: ClassVar[str] = "curve_refused"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class SecurityObjectInvalid(CardError):
    """The document's security object proves nothing: unsigned, wrongly signed, or of another document."""

    reason: Literal["missing", "malformed", "signature", "digest", "signer", "not_in_force", "other_document"]
    code: ClassVar[str] = "security_object_invalid"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class CardSecurityInvalid(CardError):
    """The signed list of the chip's keys (EF.CardSecurity), which its way in needs, is missing or wrong."""

    reason: str  # of SecurityObjectInvalid
    code: ClassVar[str] = "card_security_invalid"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class DataGroupAltered(CardError):
    """The hash of a data group is not the signed one."""

    group: int
    code: ClassVar[str] = "data_group_altered"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class DataGroupUnsigned(CardError):
    """The chip holds a data group that the security object does not know."""

    group: int
    code: ClassVar[str] = "data_group_unsigned"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ChipKeyHidden(CardError):
    """The issuer signed a key of the chip that the chip does not show: a copy need prove nothing then."""

    group: int
    code: ClassVar[str] = "chip_key_hidden"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class OtherPerson(CardError):
    """What the chip holds is not what was typed or scanned from the document."""

    code: ClassVar[str] = "other_person"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class DocumentSwapped(CardError):
    """The document in the reader is not the one whose reading was cut off; nothing of the two is mixed."""

    code: ClassVar[str] = "document_swapped"
    remedy: ClassVar[Remedy] = Remedy.RETRY


@dataclass(eq=False)
class AccessDowngraded(CardError):
    """The signed list of access protocols names one that the chip's open list hid."""

    code: ClassVar[str] = "access_downgraded"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ChipNotGenuine(CardError):
    """The chip could not prove that it holds the document's own key: a copy."""

    method: Literal["chip_authentication", "active_authentication", "chip_authentication_mapping"]
    code: ClassVar[str] = "chip_not_genuine"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class ProofNotCarried(CardError):
    """The chip refuses the extended length that the key for its own proof needs, so nothing is proved.

    A chip with a key of a prime field has to take it, and a chain must not stand in for it unless the chip
    says so (TR-03110-3, Extended Length and Command Chaining).
    """

    code: ClassVar[str] = "proof_not_carried"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class LengthRefused(CardError):
    """A file's header announces more than any such file may hold; nothing more was read."""

    announced: int
    code: ClassVar[str] = "length_refused"
    remedy: ClassVar[Remedy] = Remedy.CALL


@dataclass(eq=False)
class FileCutShort(CardError):
    """A file ends before the length that its header announces, both in bytes."""

    announced: int
    held: int
    code: ClassVar[str] = "file_cut_short"
    remedy: ClassVar[Remedy] = Remedy.CALL
