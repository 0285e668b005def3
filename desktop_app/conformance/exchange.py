"""One HTTP request and its answer, over the standard library; each is watched for what all must carry.

Each request takes a connection of its own, so that threads need no lock.
"""

from __future__ import annotations

import http.client
import json
import re
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from desktop_app.api.address import normalised
from desktop_app.conformance.endings import Broken

MAX_ANSWER: Final = 32 * 1024 * 1024
PATIENCE: Final = 30.0
TOKEN_PATH: Final = "/v1/auth/token"  # noqa: S105 - a path
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_PROBLEM_MEMBERS: Final = {"type": str, "title": str, "status": int, "code": str}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; header names are lower case."""

    asked: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def document(self) -> dict[str, Any]:
        """The JSON object in the body; empty where there is none."""
        try:
            loaded = json.loads(self.body)
        except ValueError:
            return {}
        return loaded if isinstance(loaded, dict) else {}

    @property
    def code(self) -> str | None:
        """The stable code of a refusal."""
        return self.document.get("code")

    def expect(self, status: int, code: str | None = None) -> dict[str, Any]:
        """Return the document; raise ``Broken`` unless the answer has this status and code."""
        if self.status != status or (code is not None and self.code != code):
            wanted = f"{status} {code or ''}".rstrip()
            raise Broken(f"{self.asked}: {self.status} {self.code or ''}".rstrip() + f", not {wanted}")
        return self.document


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carries: its bytes and their type."""

    data: bytes
    kind: str = "application/json"


class Exchange:
    """Talks to one server; ``breaches`` holds the first answer that broke each rule for all answers.

    Raises ``InsecureAddress`` for a URL that no client may use.
    """

    def __init__(self, url: str, ca: Path | None = None) -> None:
        """``ca``: a PEM file whose authorities alone may vouch for the server; raises OSError."""
        self.url = normalised(url)
        self._trust = ssl.create_default_context(cafile=None if ca is None else str(ca))
        self.nonce: str | None = None
        self.answers = 0
        self.breaches: dict[str, str] = {}
        self._parts = urlsplit(self.url)

    def call(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: Body | None = None,
        patience: float = PATIENCE,
    ) -> Answer:
        """Send one request; raises OSError or ``http.client.HTTPException`` where no answer comes."""
        sent = {"Accept": "application/json", **(headers or {})}
        if body is not None:
            sent["Content-Type"] = body.kind
        connection = self._connection(patience)
        try:
            connection.request(method, self._parts.path + path, body.data if body else None, sent)
            got = connection.getresponse()
            told = {name.lower(): value for name, value in got.getheaders()}
            answer = Answer(f"{method} {path.partition('?')[0]}", got.status, told, got.read(MAX_ANSWER))
        finally:
            connection.close()
        self._watch(answer)
        return answer

    def _connection(self, patience: float) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=patience, context=self._trust)
        return http.client.HTTPConnection(host, port, timeout=patience)

    def _watch(self, answer: Answer) -> None:
        self.answers += 1
        self.nonce = answer.headers.get("dpop-nonce", self.nonce)
        for rule, holds in RULES.items():
            if not holds(answer):
                self.breaches.setdefault(rule, f"{answer.asked}: {answer.status}")


def _is_problem(answer: Answer) -> bool:
    """RFC 9457; the token endpoint words its refusals after RFC 6749, 5.2."""
    if answer.status < 400:
        return True
    document = answer.document
    if answer.asked.endswith(TOKEN_PATH) and answer.status == 400:
        return isinstance(document.get("error"), str) and isinstance(document.get("code"), str)
    typed = all(isinstance(document.get(name), kind) for name, kind in _PROBLEM_MEMBERS.items())
    problem = answer.headers.get("content-type", "").startswith("application/problem+json")
    return problem and typed and document["status"] == answer.status


def _is_timed(answer: Answer) -> bool:
    told = answer.document.get("server_time")
    return told is None or (isinstance(told, str) and _INSTANT.fullmatch(told) is not None)


def _has_nonce(answer: Answer) -> bool:
    return _is_page(answer) or len(answer.headers.get("dpop-nonce", "")) >= 43  # 256 bits in base64url


def _is_uncached(answer: Answer) -> bool:
    return _is_page(answer) or "no-store" in answer.headers.get("cache-control", "")


def _is_page(answer: Answer) -> bool:
    return answer.headers.get("content-type", "").startswith("text/html")


RULES: Final[Mapping[str, Callable[[Answer], bool]]] = {
    "problem": _is_problem,
    "time": _is_timed,
    "nonce": _has_nonce,
    "uncached": _is_uncached,
}
