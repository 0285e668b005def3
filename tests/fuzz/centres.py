"""A centre whose answers are the fuzzer's bytes: the real session, but for the wire below it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

import requests
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.session import ApiSession, Centre, Request
from desktop_app.clock import Clock

STATUSES = (200, 200, 200, 201, 204, 301, 400, 401, 409, 410, 413, 426, 429, 500, 503)
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"Retry-After": "7"},
    {"Retry-After": "-1e999"},
    {"DPoP-Nonce": "n"},
)


@cache
def _centre() -> Centre:
    return Centre("http://127.0.0.1:9", ec.generate_private_key(ec.SECP256R1()), Clock(), "0")


class HostileSession(ApiSession):
    """Answers every request alike: the first byte chooses status and headers, the rest is the body."""

    def __init__(self, data: bytes, headers: Mapping[str, str] | None = None) -> None:
        centre = _centre()
        centre.clock = Clock()  # the time that one answer taught must not steer the next
        super().__init__(centre)
        self._lead = data[0] if data else 0
        self._body = data[1:]
        self._headers = headers or {}

    def _send(self, request: Request, access: str | None) -> requests.Response:
        answer = requests.Response()
        answer.status_code = STATUSES[self._lead % 16 % len(STATUSES)]
        answer.headers.update({**HEADERS[self._lead >> 4 & 3], **self._headers})
        answer.raw = io.BytesIO(self._body)
        return answer
