"""The LDS security object (ICAO Doc 9303-10, 4.6.2.3): numbered hashes, signed within a CMS message."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import new, sha256
from typing import TYPE_CHECKING, ClassVar, Final

from cardio.certificates import MALFORMED
from cardio.errors import ProtocolViolation

if TYPE_CHECKING:
    from asn1crypto.core import Asn1Value

CONTENT_TYPE: Final = "2.23.136.1.1.1"
HASHES: Final = frozenset({"sha1", "sha224", "sha256", "sha384", "sha512"})


@dataclass(frozen=True, slots=True)
class LdsSecurityObject:
    """`hashes` by data group number."""

    hash_name: str
    hashes: dict[int, bytes]

    def covers(self, number: int, content: bytes) -> bool:
        """Whether `content` is what was signed under this number."""
        return self.hashes.get(number) == new(self.hash_name, content, usedforsecurity=True).digest()


def read(der: bytes) -> LdsSecurityObject:
    """The object; ProtocolViolation when malformed, or with a hash that is not known here."""
    try:
        native = _schema().load(der, strict=True).native
        found = {entry["number"]: entry["hash"] for entry in native["hashes"]}
        name = native["hash_algorithm"]["algorithm"]
    except (*MALFORMED, KeyError, AttributeError, IndexError):
        raise ProtocolViolation("lds") from None
    if name not in HASHES or len(found) != len(native["hashes"]):
        raise ProtocolViolation("lds")
    return LdsSecurityObject(name, found)


def write(contents: dict[int, bytes]) -> bytes:
    """The DER of an object with the SHA-256 hashes of `contents`."""
    hashed = [{"number": number, "hash": sha256(content).digest()} for number, content in contents.items()]
    document = {"version": 0, "hash_algorithm": {"algorithm": "sha256"}, "hashes": hashed}
    der: bytes = _schema()(document).dump()
    return der


@cache
def _schema() -> type[Asn1Value]:
    """The ASN.1 definition, made at first use: the library is heavy."""
    from asn1crypto import algos, core

    class DataGroupHash(core.Sequence):  # type: ignore[misc]  # the library has no types
        _fields: ClassVar = [("number", core.Integer), ("hash", core.OctetString)]

    class DataGroupHashes(core.SequenceOf):  # type: ignore[misc]  # the library has no types
        _child_spec: ClassVar = DataGroupHash

    class SecurityObject(core.Sequence):  # type: ignore[misc]  # the library has no types
        _fields: ClassVar = [
            ("version", core.Integer),
            ("hash_algorithm", algos.DigestAlgorithm),
            ("hashes", DataGroupHashes),
            ("version_info", core.Any, {"optional": True}),
        ]

    return SecurityObject
