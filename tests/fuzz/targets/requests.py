"""Bodies of requests, one target for each resource of the sandbox, and the payloads of commands."""

from __future__ import annotations

import json
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Any, Final, TypeVar

from cryptography.hazmat.primitives.asymmetric import ec
from starlette.requests import Request

from cardio.piv import Slot
from desktop_app import jose
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.web import attendance, bodies, identity, sync
from desktop_app.workstation.enrol import EnrolmentRefused, normalised_code
from tests.fuzz.target import Target
from tests.support.virtual_cards import card_file

Read = TypeVar("Read")
_SCOPE: Final = {"type": "http", "method": "POST", "path": "/", "headers": []}


def _body(data: bytes) -> Request:
    """A request with that body, whole at once."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": data, "more_body": False}

    return Request(dict(_SCOPE), receive)


def _events(data: bytes) -> None:
    for event in _finished(bodies.read_json(_body(data), sync.EventsRequest, bodies.MAX_EVENTS)).events:
        if event.type in set(Command):
            _payload_of(Command(event.type), event.payload)


def _enrolment(data: bytes) -> None:
    asked = _finished(bodies.read_json(_body(data), identity.EnrolmentRequest))
    with suppress(EnrolmentRefused):
        normalised_code(asked.code)
    jose.thumbprint(asked.jwk)
    jose.import_jwk(asked.jwk)


def _rows(data: bytes) -> None:
    for row in _finished(bodies.read_json(_body(data), attendance.RowsRequest, bodies.MAX_ROWS)).events:
        with suppress(jose.JwsInvalid):
            jose.read_x5c(row.card_chain)
        jose.unverified(row.terminal_jws)


def _form(data: bytes) -> None:
    form = _finished(bodies.read_form(_body(data)))
    jose.read_x5c(jose.unverified(form.get("assertion", "")).header.get("x5c"))


def _finished(work: Coroutine[Any, Any, Read]) -> Read:
    """Run a coroutine that never waits: the body is there at once."""
    try:
        work.send(None)
    except StopIteration as done:
        read: Read = done.value
        return read
    raise AssertionError("it waits")


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


def _event_bodies() -> list[bytes]:
    """Commands with what they carry, each a body of its own."""
    given: dict[str, dict[str, Any]] = {
        "note": {"text": "x"},
        "verify": {"category": "a", "place": {"unit_code": "1"}, "identity_checked": True},
        "split": {"titles": ["a", "b"]},
        "decide_reopen": {"decision": "perhaps"},
        "accept": {},
    }
    return _as_json(
        *({"events": [{**_EVENT, "type": name, "payload": body}]} for name, body in given.items())
    )


def _enrolments() -> list[bytes]:
    jwk = jose.public_jwk(ec.generate_private_key(ec.SECP256R1()))
    return _as_json(_ENROLMENT, {**_ENROLMENT, "jwk": jwk})


_PROOF: Final = jose.sign(
    jose.Kind.SIGN_IN,
    {"jti": "1"},
    ec.generate_private_key(ec.SECP256R1()),
    {"x5c": jose.x5c([card_file().certificate(Slot.AUTHENTICATION)])},
)
_BODIES: Final = "desktop_app.sandbox.web.bodies"
_JOSE: Final = (_BODIES, "desktop_app.jose")

TARGETS: Final[dict[str, Target]] = {
    "payload": Target(_payload, (), _payloads, ("desktop_app.domain.payloads",), 512, json=0),
    "request_events": Target(
        _events, (Refused,), _event_bodies, (_BODIES, "desktop_app.domain.payloads"), 768, json=0
    ),
    "request_enrolment": Target(
        _enrolment,
        (Refused, jose.JwsInvalid),
        _enrolments,
        (*_JOSE, "desktop_app.workstation.enrol"),
        384,
        json=0,
    ),
    "request_rows": Target(
        _rows,
        (Refused, jose.JwsInvalid),
        lambda: _as_json(
            {"epoch": 1, "events": [_ROW]},
            {"epoch": 1, "events": [{**_ROW, "terminal_jws": "e30.e30.AA", "card_chain": []}]},
        ),
        (*_JOSE, "cardio.certificates"),
        512,
        json=0,
    ),
    "request_form": Target(
        _form,
        (Refused, jose.JwsInvalid),
        lambda: [
            b"grant_type=refresh_token&refresh_token=r",
            b"assertion=e30.e30.AA",
            b"assertion=" + _PROOF.encode(),
        ],
        _JOSE,
        1024,
    ),
}
