"""The LDS security object (ICAO Doc 9303-10, 4.6.2.3): numbered hashes, signed within a CMS message."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import new, sha256
from typing import Final

from cardio.certificates import MALFORMED
from cardio.errors import ProtocolViolation

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
    from cardio.trust import lds_schema as schema

    try:
        native = schema.LdsSecurityObject.load(der, strict=True).native
        found = {entry["number"]: entry["hash"] for entry in native["hashes"]}
        name = native["hash_algorithm"]["algorithm"]
    except (*MALFORMED, KeyError, AttributeError, IndexError):
        raise ProtocolViolation("lds") from None
    if name not in HASHES or len(found) != len(native["hashes"]):
        raise ProtocolViolation("lds")
    return LdsSecurityObject(name, found)


def write(contents: dict[int, bytes]) -> bytes:
    """The DER of an object with the SHA-256 hashes of `contents`."""
    from cardio.trust import lds_schema as schema

    hashed = [{"number": number, "hash": sha256(content).digest()} for number, content in contents.items()]
    document = {"version": 0, "hash_algorithm": {"algorithm": "sha256"}, "hashes": hashed}
    der: bytes = schema.LdsSecurityObject(document).dump()
    return der
