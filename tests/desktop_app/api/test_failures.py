"""One table from HTTP to our errors."""

from __future__ import annotations

import ssl
from http.client import BadStatusLine, IncompleteRead, RemoteDisconnected
from typing import Any

import pytest
import requests
from urllib3.connection import HTTPConnection
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError
from urllib3.util import Url

from desktop_app.api import errors, failures


def test_a_connection_that_was_never_made_carried_nothing() -> None:
    inner = NewConnectionError(HTTPConnection("127.0.0.1"), "refused")
    outer = requests.ConnectionError(MaxRetryError(Url().__str__(), "/", inner))  # type: ignore[arg-type]
    found = failures.from_exception(outer)
    assert isinstance(found, errors.Unreachable)
    assert not found.sent


@pytest.mark.parametrize(
    "failure",
    [
        requests.ReadTimeout(),
        requests.ConnectionError(ProtocolError("aborted", RemoteDisconnected("closed"))),
        requests.exceptions.ChunkedEncodingError(ProtocolError("broken", IncompleteRead(b"x"))),
        ConnectionResetError(),
    ],
)
def test_what_was_lost_later_may_have_arrived(failure: Exception) -> None:
    found = failures.from_exception(failure)
    assert isinstance(found, errors.Unreachable)
    assert found.sent


def test_a_certificate_says_what_is_wrong_with_it() -> None:
    cause = ssl.SSLCertVerificationError(1, "certificate verify failed")
    cause.verify_message = "self-signed certificate"
    found = failures.from_exception(requests.exceptions.SSLError(cause))
    assert isinstance(found, errors.TlsFailed)
    assert found.reason == "self-signed certificate"


@pytest.mark.parametrize(
    "failure",
    [
        requests.ConnectionError(ProtocolError("aborted", BadStatusLine("SSH-2.0"))),
        requests.exceptions.ContentDecodingError(),
        requests.exceptions.InvalidHeader(),
    ],
)
def test_what_is_no_http_is_garbage(failure: Exception) -> None:
    assert isinstance(failures.from_exception(failure), errors.Garbage)


def test_causes_that_lead_in_a_circle_end() -> None:
    failure = requests.ConnectionError()
    failure.__cause__ = failure
    assert isinstance(failures.from_exception(failure), errors.Unreachable)


@pytest.mark.parametrize(
    ("status", "headers", "problem", "kind"),
    [
        (301, {}, {}, errors.Garbage),
        (400, {}, {"error": "invalid_grant", "code": "nonce_used"}, errors.Unauthorised),
        (401, {}, {"code": "token_expired"}, errors.Unauthorised),
        (401, {}, {"code": "proof_replayed"}, errors.Unreachable),
        (404, {}, {"code": "not_found"}, errors.Refused),
        (410, {}, {"code": "cursor_expired"}, errors.Refused),
        (426, {}, {"min_client": "2"}, errors.ClientTooOld),
        (429, {"Retry-After": "7"}, {}, errors.Busy),
        (429, {}, {"code": "too_many_tries"}, errors.Refused),
        (503, {"Retry-After": "7"}, {}, errors.Busy),
        (503, {}, {}, errors.ServerBroken),
        (500, {}, {"code": "x"}, errors.ServerBroken),
        (199, {}, {}, errors.Garbage),
    ],
)
def test_each_status_has_its_error(
    status: int, headers: dict[str, str], problem: dict[str, Any], kind: type[errors.ApiError]
) -> None:
    assert type(failures.from_answer(status, headers, problem)) is kind


def test_the_wait_is_read_or_assumed() -> None:
    def wait(value: str) -> float:
        found = failures.from_answer(429, {"Retry-After": value}, {})
        assert isinstance(found, errors.Busy)
        return found.seconds

    assert wait("7") == 7.0
    assert wait("-7") == 0.0
    assert wait("Wed, 21 Oct 2026 07:28:00 GMT") == 30.0
