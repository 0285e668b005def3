"""The document security object (Doc 9303-10, 4.6.2): the signed hashes of a document's data groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cardio import tlv
from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import ProtocolViolation
from cardio.trust import cms, lds
from cardio.trust.document_certificate import DocumentCertificate
from cardio.trust.lds import LdsSecurityObject

TAG: Final = 0x77


@dataclass(frozen=True, slots=True)
class SecurityObject:
    """The hashes by data group, and who signed them. The signature holds; trust is decided elsewhere."""

    lds: LdsSecurityObject = field(repr=False)
    signer: DocumentCertificate
    signed_at: datetime | None

    def matches(self, number: int, data: bytes) -> bool:
        """Whether the data group's bytes, as read, have the signed hash."""
        return self.lds.covers(number, data)

    @property
    def groups(self) -> frozenset[int]:
        """The data groups that were signed."""
        return frozenset(self.lds.hashes)


def read(data: bytes) -> SecurityObject:
    """Read and verify EF.SOD; raises SecurityObjectInvalid, CurveRefused, PointNotOnCurve, UnsupportedKey."""
    try:
        signed = cms.open_signed(tlv.require(data, TAG), lds.CONTENT_TYPE)
        hashes = lds.read(signed.content)
    except ProtocolViolation:
        raise SecurityObjectInvalid("malformed") from None
    return SecurityObject(hashes, signed.signer, signed.signed_at)
