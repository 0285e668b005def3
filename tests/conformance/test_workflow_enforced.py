"""The whole workflow table against the server: every pair not typed in it is refused, and changes nothing.

In process, through the same call that serves HTTP; the table is the independently typed fixture.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain.content import content_sha256
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Answer, Assignment, Extension, Outcome, Report
from desktop_app.domain.roles import CITIZEN, SYSTEM, Actor, Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox.commands import Author
from tests.support import workflow_table as typed
from tests.support.files import lay_file
from tests.support.small_city import CATEGORY, CO, IOC, LEAD, OTHER, TEAM, SmallCity, report

TEXT = "Đã thông cống"
FILE = "a" * 64
HASH = content_sha256(TEXT, "fixed", LEAD)


def staff(unit: str, *roles: Role, deputy_for: frozenset[str] = frozenset()) -> Actor:
    units = frozenset({unit, TEAM}) if unit == LEAD else frozenset({unit})
    return Actor(f"person-of-{unit}", unit, frozenset(roles), units, deputy_for)


ACTORS = {
    "dispatcher": staff(IOC, Role.DISPATCHER),
    "lead_unit": staff(LEAD, Role.HANDLER),
    "co_processor": staff(CO, Role.HANDLER),
    "approver": staff(OTHER, deputy_for=frozenset({LEAD})),
    "publisher": staff(IOC, Role.PUBLISHER),
    "approver_by_policy": replace(staff(OTHER, deputy_for=frozenset({LEAD})), approver_publishes=True),
    "supervisor": staff(IOC, Role.SUPERVISOR),
    "citizen": CITIZEN,
    "system": SYSTEM,
}


def ripe(city: SmallCity, state: State) -> Report:
    """A report in ``state`` on which every command finds what it needs."""
    now = city.service.now()
    job = Assignment(LEAD, LEAD, "Thông cống", now + timedelta(days=9), (CO,))
    answer = Answer(TEXT, HASH, Outcome.FIXED, LEAD, "o-handler", now)
    asked = Extension("weather", now + timedelta(days=12), "Mưa lớn", "o-handler")
    return report(
        now, state, assignment=job, answer=answer, extension=asked, state_before=State.IN_PROGRESS
    )  # fmt: skip


def payload(city: SmallCity, command: str, original: str) -> dict[str, Any]:
    now = city.service.now()
    due, later = (now + timedelta(days=5)).isoformat(), (now + timedelta(days=20)).isoformat()
    job = {"owner": LEAD, "deliverable": "Thông cống", "due_at": due}
    words = {"text": "Đã gọi điện"}
    carried: dict[str, dict[str, Any]] = {
        "verify": {"category": CATEGORY, "place": {"address": "12 Lê Lợi"}, "identity_checked": True},
        "reject": {"code": "no_place", **words},
        "mark_duplicate": {"original_id": original},
        "distribute": {"lead_unit": LEAD, **job},
        "hand_down": {"unit": TEAM, **job, "owner": "o-team"},
        "return": {"code": "not_ours", **words},
        "ask_citizen": {"question": "Ở số nhà nào?"},
        "monitor": {"review_date": (now + timedelta(days=9)).date().isoformat()},
        "submit": {"text": TEXT, "outcome": "fixed", "publisher_unit": LEAD, "content_sha256": HASH},
        "approve": {"content_sha256": HASH, "capacity": "KT."},
        "publish": {"content_sha256": HASH, "preview_seen": True},
        "decide_reopen": {"decision": "reopened", "reason": "Có ảnh mới"},
        "request_extension": {"code": "weather", "new_due_at": later, **words},
        "decide_extension": {"granted": True},
        "attach": {"sha256": [FILE]},
        "tag": {"add": ["ngập"]},
        "prioritise": {"priority": "high"},
        "split": {"titles": ["Một", "Hai"]},
        "merge": {"into_id": original},
    }
    if command in {"accept", "expire", "resume", "close"}:
        return {}
    return carried.get(command, words)


def wanted(command: str, state: str, party: str) -> str | None:
    """Where the typed table leads, as a state's name; None for a refusal."""
    target = typed.allowed(command, state, party)
    signs = {"=": state, "<": "in_progress", "?": "reopened"}
    return None if target is None else signs.get(target, target)


@pytest.mark.parametrize("party", typed.PARTIES)
def test_every_triple_is_carried_out_or_refused_as_typed(city: SmallCity, party: str) -> None:
    service, author = city.service, Author(ACTORS[party], "Người thử")
    original = city.put().id
    triples = [
        (command, state, ripe(city, State(state)))
        for command, state in itertools.product(typed.COMMANDS, typed.STATES)
    ]
    with service.writer.transaction() as connection:
        for command, _, fresh in triples:
            service.entities.put_report(connection, fresh)
            if command == "attach":
                lay_file(connection, fresh.id, FILE)
    events = [
        SentEvent(
            id=new_id(), type=command, entity="report", entity_id=fresh.id, base_version=fresh.version,
            occurred_at=service.now(), payload=payload(city, command, original),
        )
        for command, _, fresh in triples
    ]  # fmt: skip
    disagreements = []
    for (command, state, fresh), sent in zip(triples, events, strict=True):
        result, expected = service.commands.carry_out(sent, author), wanted(command, state, party)
        after = city.read(fresh.id)
        refused = result["status"] == "rejected" and result["rule"] in {"wrong_state", "not_yours"}
        kept = after == fresh
        right = (refused and kept) if expected is None else after.state == expected and not kept
        if not right:
            disagreements.append((command, state, expected, result, after.state))
    assert disagreements == []
