"""The document security object (Doc 9303-10, 4.6.2): the signed hashes of a document's data groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from asn1crypto import core

from cardio import tlv
from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import ProtocolViolation
from cardio.trust import cms, signatures
from cardio.trust.document_certificate import DocumentCertificate
from cardio.trust.explicit_curves import MALFORMED

TAG: Final = 0x77
CONTENT_TYPE: Final = "2.23.136.1.1.1"  # id-icao-mrtd-security-ldsSecurityObject


class _HashAlgorithm(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012 — the library completes the list
        ("algorithm", core.ObjectIdentifier),
        ("parameters", core.Any, {"optional": True}),
    ]


class _DataGroupHash(core.Sequence):  # type: ignore[misc]
    _fields = [("number", core.Integer), ("value", core.OctetString)]  # noqa: RUF012


class _DataGroupHashes(core.SequenceOf):  # type: ignore[misc]
    _child_spec = _DataGroupHash


class _LdsSecurityObject(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012
        ("version", core.Integer),
        ("hash_algorithm", _HashAlgorithm),
        ("hashes", _DataGroupHashes),
        ("lds_version", core.Any, {"optional": True}),
    ]


_HASH_NAMES: Final = {
    "1.3.14.3.2.26": "sha1",
    "2.16.840.1.101.3.4.2.4": "sha224",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}


@dataclass(frozen=True, slots=True)
class SecurityObject:
    """The hashes by data group, and who signed them. The signature holds; trust is decided elsewhere."""

    hash_name: str
    hashes: Mapping[int, bytes] = field(repr=False)
    signer: DocumentCertificate
    signed_at: datetime | None

    def matches(self, number: int, data: bytes) -> bool:
        """Whether the data group's bytes, as read, have the signed hash."""
        return self.hashes.get(number) == signatures.digest(self.hash_name, data)


def read(data: bytes) -> SecurityObject:
    """Read and verify EF.SOD; raises SecurityObjectInvalid, CurveRefused, PointNotOnCurve, UnsupportedKey."""
    try:
        signed = cms.open_signed(tlv.require(data, TAG), CONTENT_TYPE)
        lds = _LdsSecurityObject.load(signed.content, strict=True)
        hash_name = _HASH_NAMES[lds["hash_algorithm"]["algorithm"].dotted]
        hashes = {one["number"].native: one["value"].native for one in lds["hashes"]}
    except (*MALFORMED, ProtocolViolation):
        raise SecurityObjectInvalid("malformed") from None
    if len(hashes) != len(lds["hashes"]) or not hashes:
        raise SecurityObjectInvalid("malformed")
    return SecurityObject(hash_name, hashes, signed.signer, signed.signed_at)
