"""DG2: JPEG and JPEG 2000 cut out, sizes bounded, records that lie refused."""

from __future__ import annotations

import pytest

from cardio import tlv
from cardio.emrtd import dg2
from cardio.errors import AnswerTooLong, ProtocolViolation
from cardio.simulator.emrtd.document import SMALLEST_JPEG

JP2 = b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(20)


@pytest.mark.parametrize(
    ("picture", "told"),
    [(SMALLEST_JPEG, "jpeg"), (JP2, "jpeg2000"), (b"\xff\x4f\xff\x51" + bytes(9), "jpeg2000")],
)
def test_the_picture_comes_out_as_it_went_in(picture: bytes, told: str) -> None:
    face = dg2.read(dg2.write(picture))
    assert (face.format, face.picture) == (told, picture)
    assert "xff" not in repr(face)


def test_feature_points_before_the_picture() -> None:
    plain = dg2.write(SMALLEST_JPEG)
    record = bytearray(plain[plain.index(b"FAC\x00") :])
    record[14 + 20 : 14 + 20] = bytes(16)  # two feature points
    record[18:20] = b"\x00\x02"
    record[14:18] = (len(record) - 14).to_bytes(4, "big")
    template = tlv.encode(0x7F61, tlv.encode(0x7F60, tlv.encode(0x7F2E, bytes(record))))
    assert dg2.read(tlv.encode(0x75, template)).picture == SMALLEST_JPEG


def nested(picture: bytes, depth: int) -> bytes:
    """A data group whose record is one of ISO/IEC 39794-5, the picture so deep in it."""
    record = tlv.encode(0x80, picture)
    for _ in range(depth):
        record = tlv.encode(0xA1, tlv.encode(0x80, b"\x03") + record)
    return tlv.encode(0x75, tlv.encode(0x7F61, tlv.encode(0x7F60, tlv.encode(0x7F2E, record))))


@pytest.mark.parametrize("picture", [SMALLEST_JPEG, JP2])
def test_a_record_of_the_later_standard(picture: bytes) -> None:
    assert dg2.read(nested(picture, 6)).picture == picture


@pytest.mark.parametrize("data", [nested(b"GIF89a", 6), nested(SMALLEST_JPEG, 40)])
def test_a_record_without_a_picture_where_one_may_be(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        dg2.read(data)


def test_a_picture_too_large() -> None:
    with pytest.raises(AnswerTooLong):
        dg2.read(dg2.write(SMALLEST_JPEG + bytes(dg2.LARGEST_PICTURE)))


def changed(at: int, octets: bytes) -> bytes:
    """A data group with other octets in its record."""
    data = bytearray(dg2.write(SMALLEST_JPEG))
    start = data.index(b"FAC\x00") + at
    data[start : start + len(octets)] = octets
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x75\x00",
        dg2.write(b"GIF89a"),
        changed(0, b"FAR"),
        changed(14, b"\x00\x00\x00\x00"),
        changed(14, b"\x7f\xff\xff\xff"),
        changed(18, b"\xff\xff"),
        tlv.encode(0x75, tlv.encode(0x7F61, tlv.encode(0x7F60, b""))),
    ],
)
def test_records_that_lie(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        dg2.read(data)
