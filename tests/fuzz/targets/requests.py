"""Bodies of requests, one target for each resource of the sandbox, and the payloads of commands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.web import attendance, bodies, identity, sync
from tests.fuzz.target import Target

_SCOPE: Final = {"type": "http", "method": "POST", "path": "/", "headers": []}


def _body(data: bytes) -> Request:
    """A request with that body, whole at once."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": data, "more_body": False}

    return Request(dict(_SCOPE), receive)


def _read(shape: type[Any], data: bytes) -> None:
    _finish(bodies.read_json(_body(data), shape, bodies.MAX_ROWS))


def _form(data: bytes) -> None:
    _finish(bodies.read_form(_body(data)))


def _finish(work: Any) -> None:  # noqa: ANN401 — a coroutine of any result
    """Run a coroutine that never waits."""
    try:
        work.send(None)
    except StopIteration:
        return
    raise AssertionError("the body was there at once")


def _payload(data: bytes) -> None:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(raw, dict):
        for command in Command:
            _payload_of(command, raw)


def _payload_of(command: Command, raw: dict[str, Any]) -> None:
    try:
        payloads.decode(command, raw)
    except payloads.PayloadInvalid:
        return


def _as_json(*documents: Mapping[str, Any]) -> list[bytes]:
    return [json.dumps(document).encode() for document in documents]


def _payloads() -> list[bytes]:
    place = {"category": "a", "place": {"unit_code": "19777"}, "identity_checked": True}
    when = {"lead_unit": "u", "owner": "o", "deliverable": "d", "due_at": "2026-03-11T10:00:00Z"}
    return _as_json(place, when, {"text": "x"}, {"titles": ["a", "b"]})


_EVENT: Final = {
    "id": "e", "type": "accept", "entity": "report", "entity_id": "r", "base_version": 3, "after": None,
    "touches": ["workflow"], "occurred_at": "2026-03-02T08:00:00.000000Z", "payload": {"text": "x"},
}  # fmt: skip
_ENROLMENT: Final = {
    "code": "ABCDEFGH2345", "jwk": {"kty": "EC"}, "key_class": "file", "hostname": "h", "modes": ["desk"],
}  # fmt: skip
_ROW: Final = {"card_jws": "a.b.c", "terminal_jws": "a.b.c", "card_chain": ["AAAA"]}
_CODE: Final = ("desktop_app.sandbox.web.bodies",)

TARGETS: Final[dict[str, Target]] = {
    "payload": Target(_payload, (), _payloads, ("desktop_app.domain.payloads",), 512),
    "request_events": Target(
        lambda data: _read(sync.EventsRequest, data),
        (Refused,),
        lambda: _as_json({"events": [_EVENT]}),
        _CODE,
        1024,
    ),
    "request_enrolment": Target(
        lambda data: _read(identity.EnrolmentRequest, data),
        (Refused,),
        lambda: _as_json(_ENROLMENT),
        _CODE,
        512,
    ),
    "request_rows": Target(
        lambda data: _read(attendance.RowsRequest, data),
        (Refused,),
        lambda: _as_json({"epoch": 1, "events": [_ROW]}, {"checkpoint": "a.b.c"}),
        _CODE,
        512,
    ),
    "request_form": Target(
        _form, (Refused,), lambda: [b"grant_type=refresh_token&refresh_token=r", b"a=%41&b=c"], _CODE, 256
    ),
}
