"""One wrapper over ``requests``: trust, timeouts, bounds, proofs, and one table of errors.

A ``Centre`` is one central API as this workstation sees it; each thread that talks to it opens an
``ApiSession`` of its own, and any thread may ``stop`` it while a request hangs.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec
import truststore
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api import address
from desktop_app.api.dpop import Dpop
from desktop_app.api.errors import ApiError, Garbage, Stopped, TooLarge, Unauthorised, Unreachable
from desktop_app.api.lines import Lines

if TYPE_CHECKING:
    import requests

CONNECT_SECONDS: Final = 4.0
ANSWER_SECONDS: Final = 15.0
BODY_SECONDS: Final = 60.0
MAX_REQUEST: Final = 8 * 1024 * 1024
MAX_ANSWER: Final = 32 * 1024 * 1024
_CHUNK: Final = 64 * 1024
_FIRST_YEAR, _LAST_YEAR = 2000, 2999  # a clock that learnt the year 9999 could not be added to
_NONCE_HEADER: Final = "DPoP-Nonce"
_MEMBERS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ITEMS: Final = msgspec.json.Decoder(list[msgspec.Raw])
_LIST_BEGINS: Final = ord("[")


class TokenSource(Protocol):
    """Who holds an access token and can renew it."""

    def current(self, session: ApiSession) -> str:
        """Return a token to try; raise ``ApiError``."""

    def renew(self, session: ApiSession, stale: str) -> str:
        """Return another token than ``stale``; raise ``Unauthorised`` when there is none to be had."""


class TimeLearner(Protocol):
    """The clock, as far as the session needs it."""

    def now(self) -> datetime:
        """Return the trusted time (UTC)."""

    def learn(self, server_time: datetime, rtt: float) -> None:
        """Take over the server's time from an answer that took ``rtt`` seconds."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: ``json``, ``form`` or ``content`` is its body; ``patience`` the seconds until an answer.

    ``held``: the server waits for news before it answers, so its answer says nothing of the time of travel.
    """

    method: str
    path: str
    json: Any = None
    form: Mapping[str, str] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] | None = None
    patience: float = ANSWER_SECONDS
    held: bool = False
    limit: int = MAX_ANSWER


@dataclass(frozen=True, slots=True)
class Reply:
    """A 2xx answer as it came, ``took`` seconds after it was asked for; header names in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float


class Centre:
    """A central API: its address, our proofs to it, and the trust its certificate must satisfy."""

    def __init__(
        self,
        url: str,
        key: ec.EllipticCurvePrivateKey,
        clock: TimeLearner,
        build: str,
        pinned_ca: Path | None = None,
    ) -> None:
        """Take the address (``InsecureAddress`` if unfit), the workstation's key, the clock, our version.

        ``pinned_ca`` is a PEM file: its authorities alone count then, not the operating system's. Raises
        OSError where it cannot be read.
        """
        self.url = address.normalised(url)
        self.clock = clock
        self.build = build
        self.dpop = Dpop(key, clock.now)
        self.trust = _trust(pinned_ca)

    def open(self) -> ApiSession:
        """Return a new session for one thread."""
        return ApiSession(self)


class ApiSession:
    """The conversation of one thread with the centre. ``stop`` may be called from any thread."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self._lines = Lines()
        self._http: requests.Session | None = None

    def stop(self) -> None:
        """Break whatever hangs, now and from now on. Idempotent."""
        self._lines.break_all()

    def drop(self) -> None:
        """Break what hangs now; the next request makes a new connection."""
        self._lines.drop_all()

    def close(self) -> None:
        """Give the connections back; for the owning thread, after its last request."""
        if self._http is not None:
            self._http.close()

    def call(self, request: Request, token: TokenSource | None = None) -> dict[str, Any]:
        """Return the JSON object of a 2xx answer (empty for 204). Raises ``ApiError``."""
        reply = self.exchange(request, token)
        if reply.status == 204:
            return {}
        document = json_object(reply.body)
        if document is None:
            raise Garbage("json")
        if not request.held:
            self._learn_time(document, reply.took)
        return document

    def exchange(self, request: Request, token: TokenSource | None = None) -> Reply:
        """Return a 2xx answer as it came.

        A stale nonce is answered with a fresh proof and a stale token with a renewed one, once each.
        Raises ``ApiError``.
        """
        access = token.current(self) if token else None
        try:
            return self._with_nonce(request, access)
        except Unauthorised:
            if token is None or access is None:
                raise
        return self._with_nonce(request, token.renew(self, access))

    def _with_nonce(self, request: Request, access: str | None) -> Reply:
        try:
            return self._once(request, access)
        except Unauthorised as refused:
            if refused.reason != "use_dpop_nonce":
                raise
        return self._once(request, access)

    def _once(self, request: Request, access: str | None) -> Reply:
        started = time.monotonic()
        try:
            answer = self._send(request, access)
            with answer:
                body = self._read(answer, request.limit)
        except ApiError:
            raise
        except OSError as failure:  # every error of requests is one
            raise self._explained(failure) from None
        self.centre.dpop.learn(answer.headers.get(_NONCE_HEADER))
        if not 200 <= answer.status_code < 300:
            raise self._refusal(answer, body)
        return Reply(answer.status_code, answer.headers, body, time.monotonic() - started)

    def _refusal(self, answer: requests.Response, body: bytes) -> ApiError:
        from desktop_app.api import failures

        return failures.from_answer(answer.status_code, answer.headers, json_object(body) or {})

    def _explained(self, failure: Exception) -> ApiError:
        from desktop_app.api import failures

        return Stopped() if self._lines.broken else failures.from_exception(failure)

    def _opened(self) -> requests.Session:
        """Return the HTTP library's session, which is loaded by the first request and by no start."""
        if self._http is None:
            from desktop_app.api.line_adapter import http_session

            centre = self.centre
            self._http = http_session(centre.url, self._lines, centre.trust, f"ioc-desk/{centre.build}")
        return self._http

    def _send(self, request: Request, access: str | None) -> requests.Response:
        if self._lines.broken:
            raise Stopped
        url = self.centre.url + request.path
        headers = {"Accept": "application/json", "DPoP": self.centre.dpop.proof(request.method, url, access)}
        if access is not None:
            headers["Authorization"] = f"DPoP {access}"
        headers |= request.headers
        body: bytes | Mapping[str, str] | None = request.form
        if request.content is not None:
            body = _bounded(request.content)
        if request.json is not None:
            headers["Content-Type"] = "application/json"
            body = _bounded(msgspec.json.encode(request.json))
        return self._opened().request(
            request.method, url, params=request.params, data=body, headers=headers,
            timeout=(CONNECT_SECONDS, request.patience), allow_redirects=False, stream=True,
        )  # fmt: skip

    def _read(self, answer: requests.Response, limit: int) -> bytes:
        """Read the body within ``limit`` bytes and a minute, however slowly it drips."""
        deadline = time.monotonic() + BODY_SECONDS
        pieces: list[bytes] = []
        size = 0
        for piece in answer.iter_content(_CHUNK):
            size += len(piece)
            if size > limit:
                raise TooLarge(limit)
            if time.monotonic() > deadline:
                raise Unreachable(sent=True)
            pieces.append(piece)
        if self._lines.broken:
            raise Stopped
        return b"".join(pieces)

    def _learn_time(self, document: dict[str, Any], took: float) -> None:
        text = document.get("server_time")
        if isinstance(text, str):
            self.centre.clock.learn(read_time(text), took)


def _trust(pinned_ca: Path | None) -> ssl.SSLContext:
    if pinned_ca is None:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # names are checked, and nothing else is trusted
    context.load_verify_locations(cafile=str(pinned_ca))
    return context


def read_time(text: str) -> datetime:
    """Return the aware time of an ISO 8601 text, within the years that can be meant; raise ``Garbage``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Garbage("time") from None
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Garbage("time")
    return moment


def _bounded(body: bytes) -> bytes:
    if len(body) > MAX_REQUEST:
        raise TooLarge(MAX_REQUEST)
    return body


def json_object(body: bytes) -> dict[str, Any] | None:
    """Return the object that ``body`` is, or None.

    What a long list holds is decoded one by one: the decoder keeps the interpreter for as long as it is
    in one piece, and a page of the feed whole would be half a frame of the screen beside it.
    """
    try:
        return {name: _value(raw) for name, raw in _MEMBERS.decode(body).items()}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _value(raw: msgspec.Raw) -> object:
    if memoryview(raw)[0] == _LIST_BEGINS:
        return [msgspec.json.decode(item) for item in _ITEMS.decode(raw)]
    return msgspec.json.decode(raw)
