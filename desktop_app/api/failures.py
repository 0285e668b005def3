"""The one table from the HTTP library and HTTP answers to ``api.errors``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from typing import Any

import requests
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from desktop_app.api.errors import (
    ApiError,
    Busy,
    ClientTooOld,
    Garbage,
    Refused,
    ServerBroken,
    TlsFailed,
    Unauthorised,
    Unreachable,
)

_NEVER_SENT = (ConnectTimeoutError, NewConnectionError, NameResolutionError)
_TORN = (RemoteDisconnected, IncompleteRead)
_LOST = (
    requests.exceptions.ConnectionError,
    requests.exceptions.Timeout,
    requests.exceptions.ChunkedEncodingError,
)
_DEFAULT_WAIT = 30.0
_REPLAYED = "proof_replayed"


def from_exception(failure: BaseException) -> ApiError:
    """Return our error for what the HTTP library raised."""
    causes = list(_causes(failure))
    if isinstance(failure, requests.exceptions.SSLError):
        return TlsFailed(_tls_reason(causes))
    if any(isinstance(cause, _NEVER_SENT) for cause in causes):
        return Unreachable(sent=False)
    if any(isinstance(cause, HTTPException) and not isinstance(cause, _TORN) for cause in causes):
        return Garbage("http")
    bare = isinstance(failure, OSError) and not isinstance(failure, requests.RequestException)
    if bare or isinstance(failure, _LOST):
        return Unreachable(sent=True)
    return Garbage("http")


def from_answer(status: int, headers: Mapping[str, str], problem: dict[str, Any]) -> ApiError:
    """Return our error for an answer that is no 2xx; ``problem`` is its JSON body or empty."""
    reason = str(problem.get("code") or problem.get("error") or status)
    if 300 <= status < 400:
        return Garbage("redirect")
    if reason == ClientTooOld.code or status == 426:
        return ClientTooOld(str(problem.get("min_client", "")))
    if status == 429 and "code" not in problem:
        return Busy(_seconds(headers))
    if status == 503 and "Retry-After" in headers:
        return Busy(_seconds(headers))
    return ServerBroken(status) if status >= 500 else _judged(reason, status, problem)


def _judged(reason: str, status: int, problem: dict[str, Any]) -> ApiError:
    if reason == _REPLAYED:  # each proof goes out once: the network doubled the request, the other one counts
        return Unreachable(sent=True)
    if status == 401 or "error" in problem:
        return Unauthorised(reason)
    return Refused(reason, status, problem) if status >= 400 else Garbage("status")


def _causes(failure: BaseException) -> Iterator[BaseException]:
    """Yield the failure and all that it wraps: as argument, as ``reason``, as cause or context."""
    waiting, seen = [failure], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner = [*current.args, getattr(current, "reason", None), current.__cause__, current.__context__]
        waiting += [cause for cause in inner if isinstance(cause, BaseException)]


def _tls_reason(causes: list[BaseException]) -> str:
    for cause in causes:
        reason = getattr(cause, "verify_message", None)
        if reason:
            return str(reason)
    return "handshake"


def _seconds(headers: Mapping[str, str]) -> float:
    try:
        return max(0.0, float(headers.get("Retry-After", "")))
    except ValueError:
        return _DEFAULT_WAIT
