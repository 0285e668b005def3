"""Answers of the central API, one target for each resource that the workstation reads (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from desktop_app.api import auth, changes, enrolments, events, presence
from desktop_app.api.auth import FixedToken
from desktop_app.api.digest import DigestSource
from desktop_app.api.errors import ApiError
from desktop_app.api.session import Request
from desktop_app.api.terminals import SentRow, Terminal
from desktop_app.store.reports import Malformed, checked_report
from tests.desktop_app.store import builders
from tests.fuzz.centres import HostileSession
from tests.fuzz.target import Target
from tests.support.hostile_certificates import hostile_item

_TOKEN: Final = FixedToken("t")
_EVENT: Final = builders.event("r-1")
_API: Final = ("desktop_app.api.wire", "desktop_app.api.session", "desktop_app.api.failures")
_WHEN: Final = "2026-03-02T08:00:00.000000Z"


def _problem(data: bytes) -> None:
    HostileSession(data).call(Request("GET", "/v1/health"), _TOKEN)


def _changes(data: bytes) -> None:
    page = changes.fetch(HostileSession(data), _TOKEN, "", 0)
    for line in page.lines:
        if line.data is not None:
            with suppress(Malformed):
                checked_report(line.data)


def _events(data: bytes) -> None:
    for result in events.send(HostileSession(data), _TOKEN, [_EVENT]).results.values():
        events.decode_changes(result.changed)


def _token(data: bytes) -> None:
    auth.refresh(HostileSession(data), "r")


def _nonce(data: bytes) -> None:
    auth.fetch_nonce(HostileSession(data), 1.0)


def _enrolment(data: bytes) -> None:
    enrolments.enrol(HostileSession(data), code="c", jwk={}, key_class="file", hostname="h", modes=["desk"])


def _terminal(data: bytes) -> None:
    """The second byte chooses what the terminal asks for."""
    centre = Terminal(HostileSession(data[:1] + data[2:]), _TOKEN, "t-1")
    asked: tuple[Callable[[], object], ...] = (
        centre.head,
        centre.roster,
        lambda: centre.send_checkpoint("c"),
        lambda: centre.send_rows(1, [SentRow(None, "j", ())]),
    )
    asked[data[1] % len(asked) if data[1:] else 0]()


def _digest(data: bytes) -> None:
    """The second byte chooses what is asked of a digest, or who else has a report open."""
    session = HostileSession(data[:1] + data[2:])
    source = DigestSource(session, _TOKEN, "1")
    asked: tuple[Callable[[], object], ...] = (
        source.sums,
        lambda: source.members("report", 0),
        lambda: source.rows("report", ["r-1"]),
        lambda: presence.look(session, _TOKEN, "r-1", writing=False),
    )
    asked[data[1] % len(asked) if data[1:] else 0]()


def _told(*documents: dict[str, Any], lead: bytes = b"\x00") -> list[bytes]:
    return [lead + json.dumps(document).encode() for document in documents]


def _page() -> list[bytes]:
    line = {
        "seq": 1,
        "entity": "report",
        "id": "r-1",
        "op": "put",
        "version": 1,
        "data": builders.report_json(),
    }
    gone = {"seq": 2, "entity": "report", "id": "r-2", "op": "scope_lost", "version": 4}
    page = {
        "next": "2",
        "has_more": False,
        "total": 1,
        "epoch": "1",
        "durable_through": 2,
        "server_time": _WHEN,
    }
    return _told({**page, "changes": [line, gone]}, {**page, "changes": []})


def _results() -> list[bytes]:
    conflict = {"id": _EVENT.id, "status": "conflict", "version": 3, "field": "workflow", "rule": "r"}
    told = {"changed": [{"kind": "assigned", "by_name": "A", "at": _WHEN}], "entity": builders.report_json()}
    return _told({"results": [{**conflict, **told}], "durable_through": 3})


def _grants() -> list[bytes]:
    person = {
        "id": "o-1", "name": "A", "unit_id": "u", "title": "", "roles": ["handler"], "units": ["u"],
        "deputy_for": [], "organisation": "hue",
    }  # fmt: skip
    grant = {"access_token": "a", "expires_in": 300, "refresh_token": "r", "token_type": "DPoP"}
    return _told({**grant, "person": person, "server_time": _WHEN}, {"error": "invalid_grant", "code": "x"})


def _enrolled() -> list[bytes]:
    told = {"workstation_id": "w", "terminal_id": "t", "epoch": 1, "bundle": "a.b.c"}
    return _told({**told, "certificate_chain": [hostile_item()]}, {**told, "certificate_chain": []})


def _terminals() -> list[bytes]:
    person = {"card_cert_sha256": "0" * 64, "person_ref": "p", "given_name": "A", "initials": "A"}
    told = (
        {"epoch": 1, "next_expected_seq": 5, "head_hash": "0" * 64},
        {"persons": [person], "crls": ["AAAA"], "issued_at": _WHEN},
        {"countersigned": "a.b.c"},
        {"receipt": "a.b.c", "next_expected_seq": 2},
    )
    return [b"\x00" + bytes((at,)) + json.dumps(document).encode() for at, document in enumerate(told)]


def _digests() -> list[bytes]:
    line = {"seq": 1, "entity": "report", "id": "r-1", "op": "put", "version": 1, "data": {}}
    told: tuple[dict[str, Any], ...] = (
        {"sums": [{"entity": "report", "slice": 0, "count": 1, "total": "0" * 64}]},
        {"members": [{"id": "r-1", "version": 1}]},
        {"rows": [line]},
        {"others": [{"name": "A", "doing": "writing", "since": _WHEN}]},
    )
    return [b"\x00" + bytes((at,)) + json.dumps(document).encode() for at, document in enumerate(told)]


TARGETS: Final[dict[str, Target]] = {
    "api_digest": Target(
        _digest,
        (ApiError,),
        _digests,
        ("desktop_app.api.digest", "desktop_app.api.presence", "desktop_app.api.changes", *_API),
        512,
        json=2,
    ),
    "api_problem": Target(
        _problem,
        (ApiError,),
        lambda: _told({"code": "gap", "min_client": "1"}, lead=b"\x08") + _told({"server_time": _WHEN}),
        ("desktop_app.api.session", "desktop_app.api.failures"),
        256,
        json=1,
    ),
    "api_changes": Target(_changes, (ApiError,), _page, ("desktop_app.api.changes", *_API), 2048, json=1),
    "api_events": Target(_events, (ApiError,), _results, ("desktop_app.api.events", *_API), 2048, json=1),
    "api_token": Target(_token, (ApiError,), _grants, ("desktop_app.api.auth", *_API), 512, json=1),
    "api_nonce": Target(
        _nonce,
        (ApiError,),
        lambda: _told({"nonce": "n", "server_time": _WHEN}),
        ("desktop_app.api.auth", *_API),
        128,
        json=1,
    ),
    "api_enrolment": Target(
        _enrolment,
        (ApiError,),
        _enrolled,
        ("desktop_app.api.enrolments", "desktop_app.jose", *_API),
        1536,
        json=1,
    ),
    "api_terminal": Target(
        _terminal, (ApiError,), _terminals, ("desktop_app.api.terminals", *_API), 512, json=2
    ),
}
