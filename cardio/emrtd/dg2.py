"""DG2: the face (Doc 9303-10, 4.7.2): a CBEFF template with a record, in it a JPEG or JPEG 2000.

The record is one of ISO/IEC 19794-5, or of 39794-5, which readers must know since 2026.
The picture is only cut out and told by its first bytes; decoding is left to whoever shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from cardio import tlv
from cardio.emrtd import groups
from cardio.errors import AnswerTooLong, ProtocolViolation

TEMPLATES: Final = 0x7F61
TEMPLATE: Final = 0x7F60
RECORD_TAGS: Final = (0x5F2E, 0x7F2E)
LARGEST_PICTURE: Final = 200 * 1024
_MAGIC: Final = b"FAC\x00"
_RECORD_HEADER: Final = 14
_FACE_HEADER: Final = 20
_FEATURE: Final = 8
_IMAGE_HEADER: Final = 12
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_2000: Final = (b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51")
_PICTURES: Final = (_JPEG, *_JPEG_2000)
_DEEPEST: Final = 12
_COUNT: Final = 0x02


@dataclass(frozen=True, slots=True)
class Face:
    """A picture as it stands in the chip."""

    format: Literal["jpeg", "jpeg2000"]
    picture: bytes = field(repr=False)


def read(data: bytes) -> Face:
    """The first face; raises ProtocolViolation, AnswerTooLong (picture beyond 200 KiB)."""
    templates = tlv.require(groups.content(2, data), TEMPLATES)
    template = tlv.require(templates, TEMPLATE)
    record = next((value for tag, value in tlv.elements(template) if tag in RECORD_TAGS), None)
    if record is None:
        raise ProtocolViolation("dg2")
    picture = _picture(record) if record.startswith(_MAGIC) else _picture_within(record)
    if picture is None:
        raise ProtocolViolation("dg2")
    return told(picture)


def told(picture: bytes) -> Face:
    """The picture with its format, by its first bytes."""
    if len(picture) > LARGEST_PICTURE:
        raise AnswerTooLong
    if picture.startswith(_JPEG):
        return Face("jpeg", picture)
    if picture.startswith(_JPEG_2000):
        return Face("jpeg2000", picture)
    raise ProtocolViolation("dg2")


def write(picture: bytes) -> bytes:
    """A data group with one face: the reverse of `read`."""
    image = bytes((1, 0)) + bytes(_IMAGE_HEADER - 2) + picture
    face = (_FACE_HEADER + len(image)).to_bytes(4, "big") + bytes(_FACE_HEADER - 4) + image
    record = _MAGIC + b"010\x00" + (_RECORD_HEADER + len(face)).to_bytes(4, "big") + b"\x00\x01" + face
    template = tlv.encode(TEMPLATE, tlv.encode(0xA1, tlv.encode(0x81, b"\x02")) + tlv.encode(0x5F2E, record))
    return tlv.encode(groups.TAGS[2], tlv.encode(TEMPLATES, tlv.encode(_COUNT, b"\x01") + template))


def _picture(record: bytes) -> bytes:
    """The image data of the first face in a record (ISO/IEC 19794-5, 5.4 to 5.8)."""
    if len(record) < _RECORD_HEADER + _FACE_HEADER:
        raise ProtocolViolation("dg2")
    face = record[_RECORD_HEADER:]
    length, features = int.from_bytes(face[:4], "big"), int.from_bytes(face[4:6], "big")
    start = _FACE_HEADER + features * _FEATURE + _IMAGE_HEADER
    if not start < length <= len(face):
        raise ProtocolViolation("dg2")
    return face[start:length]


def _picture_within(record: bytes, depth: int = _DEEPEST) -> bytes | None:
    """The first image among the data objects of a record of ISO/IEC 39794-5, told by its first bytes.

    Its own tags number the parts of many kinds of records; the picture is the one octet string that is one.
    """
    for tag, value in tlv.elements(record):
        if value.startswith(_PICTURES):
            return value
        if depth and tlv.is_constructed(tag) and (found := _picture_within(value, depth - 1)) is not None:
            return found
    return None
