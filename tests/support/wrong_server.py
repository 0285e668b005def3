"""Servers that break exactly one rule: the sandbox behind a wrapper that tampers with one exchange.

A ``Fault`` gets each request and carries it to the right server as it likes. Most are made by
``altered`` (another answer), ``forgiven`` (a refusal taken back) and ``result_altered`` (one event's).
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop_app import jose
from desktop_app.sandbox.app import create_app
from desktop_app.sandbox.hosting import bind
from tests.support.deadline import until
from tests.support.small_city import SmallCity

Document = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A request; header names are lower case."""

    city: SmallCity
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def events(self) -> list[Document]:
        found: list[Document] = json.loads(self.body)["events"]
        return found

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))

    @property
    def assertion(self) -> Document:
        return jose.unverified(self.form["assertion"]).claims

    @property
    def proof(self) -> Document:
        return jose.unverified(self.headers["dpop"]).claims

    @property
    def prover(self) -> str:
        return jose.thumbprint(jose.unverified(self.headers["dpop"]).header["jwk"])

    def with_events(self, events: list[Document]) -> Asked:
        return replace(self, body=json.dumps({"events": events}).encode())


@dataclass(frozen=True)
class Told:
    """An answer; header names are lower case."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def document(self) -> Document:
        try:
            loaded: Document = json.loads(self.body)
        except ValueError:
            return {}
        return loaded

    def saying(self, document: Document, status: int | None = None) -> Told:
        return replace(self, body=json.dumps(document).encode(), status=status or self.status)


Carry = Callable[[Asked], Awaitable[Told]]
Fault = Callable[[Asked, Carry], Awaitable[Told]]
When = Callable[[Asked], bool]


def always(_asked: Asked) -> bool:
    return True


def altered(path: str, change: Callable[[Document, Asked], None], when: When = always) -> Fault:
    """Change the JSON of every good answer on paths that match ``path``."""
    return _altered(path, change, when, range(200, 300))


def refusal_altered(path: str, change: Callable[[Document, Asked], None]) -> Fault:
    """Change the JSON of every refusal on paths that match ``path``."""
    return _altered(path, change, always, range(400, 500))


def _altered(path: str, change: Callable[[Document, Asked], None], when: When, statuses: range) -> Fault:
    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        document = told.document
        fits = told.status in statuses and document and re.fullmatch(path, asked.path)
        if not fits or not when(asked):
            return told
        change(document, asked)
        return told.saying(document)

    return fault


def forgiven(code: str, when: When = always) -> Fault:
    """Take back each refusal with ``code``: the last good answer on that path is given again."""
    good: dict[tuple[str, str], Told] = {}

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        place = (asked.method, asked.path)
        if told.status < 300:
            good[place] = told
        elif told.document.get("code") == code and when(asked):
            return good.get(place, told.saying({}, 200))
        return told

    return fault


def recoded(code: str, other: str) -> Fault:
    """Name a refusal by another code."""

    def change(document: Document, _asked: Asked) -> None:
        if document.get("code") == code:
            document["code"] = other

    return refusal_altered(".*", change)


def result_altered(fits: Callable[[Document, Document], bool], **changes: object) -> Fault:
    """Change the results of events for which ``fits(event, result)``."""

    def change(document: Document, asked: Asked) -> None:
        for event, result in zip(asked.events, document["results"], strict=True):
            if fits(event, result):
                result.update(changes)

    return altered("/v1/sync/events", change)


def event_altered(fits: Callable[[Document], bool], **changes: object) -> Fault:
    """Carry out another event than the one sent."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        if asked.path != "/v1/sync/events":
            return await carry(asked)
        sent = [{**event, **changes} if fits(event) else event for event in asked.events]
        return await carry(asked.with_events(sent))

    return fault


def header_lost(name: str, path: str) -> Fault:
    """Leave a header out of the answers on ``path``."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.path != path:
            return told
        return replace(told, headers={key: value for key, value in told.headers.items() if key != name})

    return fault


@contextmanager
def wrong_server(city: SmallCity, fault: Fault) -> Iterator[str]:
    """Serve the city behind ``fault``; yield the URL."""
    bound, url = bind()
    wrapped = _Wrapper(create_app(city.service), city, fault)
    server = uvicorn.Server(
        uvicorn.Config(wrapped, log_config=None, log_level="warning", access_log=False, lifespan="off")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, name="wrong-server")
    thread.start()
    try:
        until(lambda: server.started, what="the wrong server")
        yield url
    finally:
        server.should_exit = True
        thread.join()


class _Wrapper:
    """An ASGI application around another: whole bodies in, whole bodies out."""

    def __init__(self, inner: ASGIApp, city: SmallCity, fault: Fault) -> None:
        self._inner = inner
        self._city = city
        self._fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = Asked(
            city=self._city,
            method=scope["method"],
            path=scope["path"],
            query=dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True)),
            headers={name.decode(): value.decode() for name, value in scope["headers"]},
            body=await _whole(receive),
        )

        async def carry(changed: Asked) -> Told:
            return await self._carry(scope, changed)

        told = await self._fault(asked, carry)
        headers = {**told.headers, "content-length": str(len(told.body))}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": told.status, "headers": raw})
        await send({"type": "http.response.body", "body": told.body})

    async def _carry(self, scope: Scope, asked: Asked) -> Told:
        pending: list[Message] = [{"type": "http.request", "body": asked.body, "more_body": False}]
        pieces: list[Message] = []

        async def receive() -> Message:
            if pending:
                return pending.pop()
            await asyncio.Event().wait()  # nobody hangs up
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            pieces.append(message)

        changed = {
            **scope,
            "method": asked.method,
            "path": asked.path,
            "raw_path": asked.path.encode(),
            "query_string": urlencode(asked.query).encode(),
        }
        await self._inner(changed, receive, send)
        headers = {name.decode(): value.decode() for name, value in pieces[0]["headers"]}
        body = b"".join(piece.get("body", b"") for piece in pieces[1:])
        return Told(pieces[0]["status"], headers, body)


async def _whole(receive: Receive) -> bytes:
    pieces = []
    while True:
        message = await receive()
        pieces.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(pieces)
