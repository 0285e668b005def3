"""Who publishes: the publisher, and an approver where the policy lets them; nothing is published for this."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, Document, event
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.scene import APPROVER, HANDLER, PUBLISHER, Scene
from desktop_app.domain.content import content_sha256

_TEXT: Final = "Đã xem xét / conformance"
_OTHER: Final = "0" * 64


def _publisher_by_policy(scene: Scene) -> None:
    """The approver asks for the publication of another text: not theirs to ask, or not what was approved."""
    lets, leader = scene.bundle()["policy"].get("approver_publishes") is True, scene.desk(APPROVER)
    report = _approved(scene, leader)
    publication = {"content_sha256": _OTHER, "preview_seen": True}
    result = leader.send(event("publish", report, publication))[0]
    _send_back(scene, leader if lets else None, report)
    told = result.get("rule")
    is_answered = result["status"] == "rejected" and (told == "content_changed") is lets
    require(is_answered, f"the policy says {lets}, the answer is {result['status']} {told or ''}")


def _approved(scene: Scene, leader: Desk) -> Document:
    """Have a report of the handler answered and approved; return it as it is then."""
    desk, report = scene.desk(HANDLER), scene.led_report()
    desk.drain()
    report = desk.held.get(("report", report["id"]), report)
    if report["state"] == "distributed":
        report = _after(desk, report, "accept")
    unit = desk.person["unit_id"]
    content = content_sha256(_TEXT, "planned", unit)
    answer = {"text": _TEXT, "outcome": "planned", "publisher_unit": unit, "content_sha256": content}
    report = _after(desk, report, "submit", answer)
    leader.drain()
    return _after(leader, report, "approve", {"content_sha256": content, "capacity": ""})


def _send_back(scene: Scene, leader: Desk | None, report: Document) -> None:
    """Have it as it was: in work."""
    with suppress(Untested):
        desk = leader or scene.desk(PUBLISHER)
        desk.drain()
        _after(desk, report, "send_back", {"text": _TEXT})


def _after(desk: Desk, report: Document, command: str, payload: Document | None = None) -> Document:
    result = desk.send(event(command, report, payload))[0]
    if result["status"] != "applied":
        raise Untested(f"{command}: {result['status']} {result.get('rule', '')}")
    return {**report, "version": result["version"]}


CLAUSES: Final = (
    Clause(
        "event.publisher_by_policy",
        "an approver publishes only where the policy says so, and then nothing but what was approved",
        _publisher_by_policy,
    ),
)
