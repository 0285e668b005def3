"""Files of reports: pictures from phones, and both ends of tus 1.0, whose state travels in headers."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from starlette.requests import Request

from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import ApiError
from desktop_app.api.files import Files
from desktop_app.domain.attachments import media_type_of, plain_name
from desktop_app.sandbox.picture_copies import Unreadable, without_camera_data
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.web import files
from tests.fuzz.centres import HostileSession
from tests.fuzz.target import Target

_TYPES: Final = ("image/jpeg", "image/png", "image/webp")
_NAMES: Final = ("Upload-Length", "Upload-Offset", "Upload-Metadata", "Upload-Checksum", "Location")
_PLACE: Final = "/v1/uploads/u-1"


def _picture(data: bytes) -> None:
    """The first byte chooses which container it is taken for."""
    content = data[1:]
    media_type_of(content)
    without_camera_data(content, _TYPES[data[0] % len(_TYPES)] if data else _TYPES[0])


def _headers(data: bytes) -> dict[str, str]:
    """Each line of the input is the value of one header, in the order of ``_NAMES``."""
    return dict(zip(_NAMES, data.decode("latin-1").split("\n"), strict=False))


def _tus_request(data: bytes) -> None:
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in _headers(data).items()]
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": raw})
    for read in (files._announced, files._checksum):
        with suppress(Refused):
            read(request)
    for name in _NAMES[:2]:
        with suppress(Refused):
            files._count(request, name)
    plain_name(_headers(data)["Upload-Length"])


def _tus_answer(data: bytes) -> None:
    """The first two bytes are the status and the body's; then the headers."""
    centre = Files(HostileSession(data[:2], _headers(data[2:])), FixedToken("t"))
    with suppress(ApiError):
        centre.announce("r-1", 10, "0" * 64)
    with suppress(ApiError):
        centre.standing(_PLACE)
    centre.send_piece(_PLACE, 0, b"piece")


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _pictures() -> list[bytes]:
    tiff = bytes.fromhex("4D4D002A000000080001011200030000000100060000")
    exif = _segment(0xE1, b"Exif\x00\x00" + tiff + bytes(4))
    jpeg = b"\xff\xd8" + _segment(0xE0, b"JFIF\x00") + exif + _segment(0xDA, b"\x00") + b"pixels\xff\xd9"
    chunks = ((b"IHDR", bytes(13)), (b"tEXt", b"a\x00b"), (b"IDAT", b"pixels"), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(len(d).to_bytes(4, "big") + n + d + bytes(4) for n, d in chunks)
    parts = ((b"VP8X", b"\x0c" + bytes(9)), (b"EXIF", tiff), (b"VP8 ", b"pixels"))
    body = b"WEBP" + b"".join(n + len(d).to_bytes(4, "little") + d for n, d in parts)
    webp = b"RIFF" + len(body).to_bytes(4, "little") + body
    return [b"\x00" + jpeg, b"\x01" + png, b"\x02" + webp]


_HASH: Final = (
    b"sha256 MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="
)
_LINES: Final = b"10\n10\n" + _HASH + b"\n" + _HASH + b"\n" + _PLACE.encode()

TARGETS: Final[dict[str, Target]] = {
    "picture": Target(_picture, (Unreadable,), _pictures, ("desktop_app.sandbox.picture_copies",), 512),
    "tus_request": Target(_tus_request, (), lambda: [_LINES], ("desktop_app.sandbox.web.files",), 384),
    "tus_answer": Target(
        _tus_answer,
        (ApiError,),
        lambda: [b"\x00-" + _LINES],
        ("desktop_app.api.files", "desktop_app.api.failures"),
        384,
    ),
}
