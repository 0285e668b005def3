"""The certificate container: plain, compressed, hostile."""

from __future__ import annotations

import gzip

import pytest

from cardio import tlv
from cardio.errors import AnswerTooLong, ProtocolViolation
from cardio.piv import Slot, certificate
from cardio.piv.certificate import LARGEST_CERTIFICATE
from tests.support import virtual_cards


def container(der: bytes, info: bytes = b"\x00") -> bytes:
    """The value of the data object."""
    return tlv.encode(0x70, der) + tlv.encode(0x71, info) + tlv.encode(0xFE, b"")


@pytest.mark.parametrize("compress", [False, True])
def test_what_is_written_is_read(compress: bool) -> None:
    written = virtual_cards.card_file().certificate(Slot.AUTHENTICATION)
    content = tlv.require(certificate.write(written, compress=compress), 0x53)
    assert certificate.read(content) == written


def test_info_may_be_missing_or_empty() -> None:
    der = virtual_cards.card_file().certificates[Slot.AUTHENTICATION]
    for content in (tlv.encode(0x70, der), container(der, b"")):
        assert certificate.read(content) == virtual_cards.card_file().certificate(Slot.AUTHENTICATION)


def test_the_same_bytes_are_decoded_once_however_they_are_packed() -> None:
    written = virtual_cards.card_file().certificate(Slot.AUTHENTICATION)
    packed, plain = (
        certificate.read(tlv.require(certificate.write(written, compress=compress), 0x53))
        for compress in (True, False)
    )
    assert packed is plain


def test_a_gzip_bomb_is_not_inflated() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(AnswerTooLong):
        certificate.read(container(bomb, b"\x01"))


def test_the_cap_itself_is_allowed() -> None:
    with pytest.raises(ProtocolViolation):  # not too long, but no certificate
        certificate.read(container(gzip.compress(bytes(LARGEST_CERTIFICATE)), b"\x01"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        container(b""),
        container(b"\x30\x03\x02\x01\x01"),
        container(b"no gzip", b"\x01"),
        b"\x70\x82\xff\xff\x30",
    ],
)
def test_malformed_ones_are_refused(content: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        certificate.read(content)


def test_a_truncated_gzip_stream_is_refused() -> None:
    packed = gzip.compress(virtual_cards.card_file().certificates[Slot.AUTHENTICATION])
    with pytest.raises(ProtocolViolation):
        certificate.read(container(packed[: len(packed) // 2], b"\x01"))
