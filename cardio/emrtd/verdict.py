"""What reading a document has proved, by what, and what it has not. Intake is never blocked by a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from cardio.document_errors import (
    AccessDowngraded,
    CardSecurityInvalid,
    ChipKeyHidden,
    ChipNotGenuine,
    CurveRefused,
    DataGroupAltered,
    OtherPerson,
    PointNotOnCurve,
    SecurityObjectInvalid,
)
from cardio.errors import CardError, Revoked


class Proof(Enum):
    """One thing that can be proved; the values are stable codes."""

    ACCESS = "access"  # the typed key opens this chip
    SIGNATURE = "signature"  # the issuer's signature over the data groups holds
    ISSUER = "issuer"  # … and the signer comes from an installed anchor
    HOLDER = "holder"  # the chip's zone is that of the document in hand
    CHIP = "chip"  # the chip holds the document's own key: no copy


class Badge(Enum):
    """The colour beside the document."""

    GENUINE = "genuine"  # green: everything that the chip offers is proved
    SIGNED = "signed"  # neutral: the signature holds, its issuer is not installed here
    DOUBTFUL = "doubtful"  # amber: something contradicts, or could not be checked
    FALSE = "false"  # red: altered, copied, or of somebody else


Assurance = Literal["chip_authenticated", "signed_data"]
ChipProof = Literal["chip_authentication", "active_authentication", "chip_authentication_mapping"]

_FALSE: tuple[type[CardError], ...] = (
    AccessDowngraded,
    CardSecurityInvalid,
    ChipKeyHidden,
    ChipNotGenuine,
    CurveRefused,
    DataGroupAltered,
    OtherPerson,
    PointNotOnCurve,
    Revoked,
    SecurityObjectInvalid,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`access`: how the chip was opened; `chip_by`: which protocols showed that it is genuine.

    `faults` are errors of `errors` and `document_errors`, so that each has its sentence.
    """

    access: Literal["pace", "bac"]
    proved: frozenset[Proof]
    chip_by: tuple[ChipProof, ...] = ()
    anchor: str | None = None  # fingerprint of the anchor that vouches
    faults: tuple[CardError, ...] = ()

    @property
    def not_proved(self) -> frozenset[Proof]:
        """What stays open."""
        return frozenset(Proof) - self.proved

    @property
    def badge(self) -> Badge:
        """The colour: never green without an installed anchor."""
        if any(isinstance(fault, _FALSE) for fault in self.faults):
            return Badge.FALSE
        if self.faults or Proof.SIGNATURE not in self.proved:
            return Badge.DOUBTFUL
        return Badge.GENUINE if Proof.ISSUER in self.proved else Badge.SIGNED

    @property
    def assurance(self) -> Assurance | None:
        """The level that is recorded with a visit; `None` when nothing is proved."""
        if self.badge in {Badge.FALSE, Badge.DOUBTFUL}:
            return None
        return "chip_authenticated" if Proof.CHIP in self.proved else "signed_data"
