"""Frames between parent and child."""

from __future__ import annotations

import io

import pytest

from cardio.pkcs11 import frames


def test_frames_come_out_as_they_went_in() -> None:
    pipe = io.BytesIO()
    for content in (b"{}", b"", bytearray(b"123456")):
        frames.send(pipe, content)
    pipe.seek(0)
    assert [frames.receive(pipe) for _ in range(4)] == [b"{}", b"", b"123456", None]


@pytest.mark.parametrize("broken", [b"\0\0", b"\0\0\0\x05abc"])
def test_a_frame_cut_short_is_the_end(broken: bytes) -> None:
    assert frames.receive(io.BytesIO(broken)) is None


def test_a_length_that_no_frame_has() -> None:
    with pytest.raises(frames.Garbled):
        frames.receive(io.BytesIO(b"\x7f\xff\xff\xff"))


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000, b"1"])
def test_what_is_no_document(content: bytes) -> None:
    with pytest.raises(frames.Garbled):
        frames.document(content)


def test_documents() -> None:
    assert frames.document(frames.encoded({"do": "tokens"})) == {"do": "tokens"}
