"""The security object (SP 800-73-5 part 1, 3.1.7): the issuer's signed hashes of the other data objects.

Its signature and the hashes are judged by `trust.piv_data`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects

MAPPING: Final = 0xBA
SIGNED_HASHES: Final = 0xBB
_ENTRY: Final = 3  # data group number, container identifier


@dataclass(frozen=True, slots=True)
class SecurityObject:
    """`tags` maps the numbers by which `signed_hashes` (CMS) names objects to their tags."""

    tags: dict[int, int]
    signed_hashes: bytes = field(repr=False)


def read(content: bytes) -> SecurityObject:
    """The object in the value of the data object (without tag 53); ProtocolViolation when malformed.

    Containers that the standard does not name are left out.
    """
    mapping = tlv.require(content, MAPPING)
    if len(mapping) % _ENTRY:
        raise ProtocolViolation("security_object")
    entries = [mapping[at : at + _ENTRY] for at in range(0, len(mapping), _ENTRY)]
    named = {entry[0]: objects.CONTAINER_IDS.get(int.from_bytes(entry[1:], "big")) for entry in entries}
    tags = {number: tag for number, tag in named.items() if tag is not None}
    return SecurityObject(tags, tlv.require(content, SIGNED_HASHES))


def write(security_object: SecurityObject) -> bytes:
    """The value of the data object (without tag 53)."""
    containers = {tag: container for container, tag in objects.CONTAINER_IDS.items()}
    mapping = b"".join(
        bytes((number,)) + containers[tag].to_bytes(2, "big") for number, tag in security_object.tags.items()
    )
    signed = tlv.encode(SIGNED_HASHES, security_object.signed_hashes)
    return tlv.encode(MAPPING, mapping) + signed + tlv.encode(objects.ERROR_DETECTION, b"")
