"""Reports, actors and payloads that the domain's tests start from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.roles import CITIZEN, SYSTEM, Actor, Role
from desktop_app.domain.transition import Step
from desktop_app.domain.workflow import Command, State

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
DUE = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
LEAD, CO, OTHER, IOC = "unit-lead", "unit-co", "unit-other", "unit-ioc"


def actor(unit: str, *roles: Role, person: str = "person-1") -> Actor:
    """Return a person of ``unit`` with ``roles``."""
    return Actor(person, unit, frozenset(roles), frozenset({unit}))


ACTORS: dict[str, Actor] = {
    "dispatcher": actor(IOC, Role.DISPATCHER),
    "lead_unit": actor(LEAD, Role.HANDLER),
    "co_processor": actor(CO, Role.HANDLER),
    "approver": Actor("person-9", OTHER, frozenset(), frozenset({OTHER}), deputy_for=frozenset({LEAD})),
    "publisher": actor(IOC, Role.PUBLISHER),
    "approver_by_policy": Actor(
        "person-8", OTHER, frozenset(), frozenset({OTHER}), frozenset({LEAD}), approver_publishes=True
    ),
    "supervisor": actor(IOC, Role.SUPERVISOR),
    "citizen": CITIZEN,
    "system": SYSTEM,
}


def report(state: State = State.IN_PROGRESS, **changes: Any) -> Report:  # noqa: ANN401 - any field of Report
    """Return a report led by LEAD with CO beside it, in ``state``."""
    base: dict[str, Any] = {
        "id": "r-1", "code": "HUE-2026-000001", "version": 7, "state": state, "title": "Đường ngập",
        "text": "Nước chưa rút", "received_at": NOON,
        "assignment": Assignment(LEAD, "person-1", "Thông thoát cống", DUE, (CO,)),
        "field_versions": {"workflow": 5},
    }  # fmt: skip
    return Report(**{**base, **changes})


def step(who: str = "lead_unit") -> Step:
    """Return a step by the named party at noon."""
    return Step(ACTORS[who], NOON)


HASH = content_sha256("Đã xử lý", "fixed", LEAD)
RAW_PAYLOADS: dict[Command, dict[str, Any]] = {
    Command.VERIFY: {"category": "ha-tang", "place": {"unit_code": "19777"}, "identity_checked": True},
    Command.REJECT: {"code": "no_place", "text": "Không rõ nơi"},
    Command.MARK_DUPLICATE: {"original_id": "r-0"},
    Command.DISTRIBUTE: {
        "lead_unit": LEAD, "owner": "person-1", "deliverable": "Thông cống", "due_at": "2026-03-11T10:00:00Z",
        "co_processors": [CO],
    },
    Command.HAND_DOWN: {
        "unit": OTHER, "owner": "person-2", "deliverable": "Kiểm tra", "due_at": "2026-03-10T10:00:00Z",
    },
    Command.RETURN: {"code": "not_ours", "text": "Không thuộc địa bàn"},
    Command.ASK_CITIZEN: {"question": "Ở số nhà nào?"},
    Command.REPLY: {"text": "Số 12"},
    Command.MONITOR: {"review_date": "2026-03-20"},
    Command.SUBMIT: {
        "text": "Đã xử lý", "outcome": "fixed", "publisher_unit": LEAD, "content_sha256": HASH,
    },
    Command.SEND_BACK: {"text": "Thiếu ảnh"},
    Command.APPROVE: {"content_sha256": HASH, "capacity": "KT."},
    Command.PUBLISH: {"content_sha256": HASH, "preview_seen": True},
    Command.REQUEST_REOPEN: {"text": "Vẫn ngập"},
    Command.DECIDE_REOPEN: {"decision": "reopened", "reason": "Có ảnh mới"},
    Command.REQUEST_EXTENSION: {"code": "weather", "new_due_at": "2026-03-18T10:00:00Z", "text": "Mưa lớn"},
    Command.DECIDE_EXTENSION: {"granted": True},
    Command.NOTE: {"text": "Đã gọi"},
    Command.CONTRIBUTE: {"text": "Phần của chúng tôi"},
    Command.ATTACH: {"sha256": ["a" * 64]},
    Command.TAG: {"add": ["ngập"]},
    Command.PRIORITISE: {"priority": "high"},
    Command.URGE: {"text": "Đề nghị sớm"},
    Command.SPLIT: {"titles": ["Một", "Hai"]},
    Command.MERGE: {"into_id": "r-0"},
}  # fmt: skip


def raw(command: Command) -> dict[str, Any]:
    """Return a valid raw payload for ``command``."""
    return dict(RAW_PAYLOADS.get(command, {}))
