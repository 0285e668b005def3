"""tus as we speak it: what is sent, and what each answer means."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable

import pytest

from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import Garbage, Refused
from desktop_app.api.files import Files, OffsetMismatch, UploadGone
from desktop_app.api.session import ApiSession
from desktop_app.domain.attachments import Variant
from tests.support.scripted_server import Answer, ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
PLACE = "/v1/uploads/u-1"


def files(serve: Serve, *script: Answer) -> tuple[ScriptedServer, Files]:
    server, session = serve(*script)
    return server, Files(session, FixedToken("token"))


def test_an_announcement_says_how_long_and_which_hash(serve: Serve) -> None:
    server, centre = files(serve, answer(201, b"", Location=PLACE))
    assert centre.announce("r-1", 12, "a" * 64) == PLACE
    [heard] = server.heard
    assert (heard.method, heard.target) == ("POST", "/v1/reports/r-1/uploads")
    assert heard.headers["tus-resumable"] == "1.0.0"
    assert heard.headers["upload-length"] == "12"
    assert heard.headers["upload-metadata"] == f"sha256 {b64encode(b'a' * 64).decode()}"
    assert heard.headers["authorization"] == "DPoP token"


def test_a_place_may_be_told_as_a_whole_address_of_this_centre(serve: Serve) -> None:
    server, centre = files(serve)
    server.script.append(answer(201, b"", Location=server.url + PLACE))
    assert centre.announce("r-1", 12, "a" * 64) == PLACE


@pytest.mark.parametrize(
    "place",
    ["", "https://elsewhere.example/v1/uploads/u", "//elsewhere/v1/uploads/u", "/v1/auth/token",
     "/v1/uploads/../auth/token", "/v1/uploads/u?x=1", "//[", "/v1/uploads/%2e%2e/auth", "/v1/uploads/.."],
)  # fmt: skip
def test_no_answer_leads_our_tokens_elsewhere(serve: Serve, place: str) -> None:
    _, centre = files(serve, answer(201, b"", Location=place))
    with pytest.raises(Garbage):
        centre.announce("r-1", 12, "a" * 64)


def test_a_piece_goes_with_its_place_and_checksum(serve: Serve) -> None:
    server, centre = files(serve, answer(204, b"", Upload_Offset="9"))
    assert centre.send_piece(PLACE, 4, b"piece") == 9
    [heard] = server.heard
    assert (heard.method, heard.target, heard.body) == ("PATCH", PLACE, b"piece")
    assert heard.headers["upload-offset"] == "4"
    assert heard.headers["content-type"] == "application/offset+octet-stream"
    checksum = b64encode(hashlib.sha256(b"piece").digest()).decode()
    assert heard.headers["upload-checksum"] == f"sha256 {checksum}"


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, UploadGone), (410, UploadGone), (409, OffsetMismatch), (413, Refused), (460, Refused)],
)
def test_each_refusal_of_a_piece_is_told_apart(serve: Serve, status: int, kind: type[Refused]) -> None:
    _, centre = files(serve, answer(status, {"code": "x"}))
    with pytest.raises(Refused) as caught:
        centre.send_piece(PLACE, 0, b"x")
    assert (type(caught.value), caught.value.status) == (kind, status)


def test_how_far_it_came(serve: Serve) -> None:
    _, centre = files(serve, b"HTTP/1.1 200 OK\r\nUpload-Offset: 7\r\nContent-Length: 0\r\n\r\n")
    assert centre.standing(PLACE) == 7


@pytest.mark.parametrize("told", ["", "-1", "x", "9" * 13])
def test_an_offset_that_is_none(serve: Serve, told: str) -> None:
    _, centre = files(serve, answer(204, b"", Upload_Offset=told))
    with pytest.raises(Garbage):
        centre.send_piece(PLACE, 0, b"x")


def test_an_upload_that_is_gone_is_told_without_a_body(serve: Serve) -> None:
    _, centre = files(serve, b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises(UploadGone):
        centre.standing(PLACE)


def test_a_file_is_fetched_in_the_form_asked_for(serve: Serve) -> None:
    server, centre = files(serve, answer(200, b"pixels"))
    assert centre.fetch("f-1", Variant.THUMBNAIL) == b"pixels"
    assert server.heard[0].target == "/v1/attachments/f-1/thumbnail"
