"""A unit's own report: its answer bound to the text; returned and given out again, it goes and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from desktop_app.api import wire
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, Document, event
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene


def _content_bound(scene: Scene) -> None:
    """An answer is bound to its text: another text's hash is refused."""
    desk, report = scene.desk(HANDLER), scene.led_report()
    desk.drain()
    report = _now(desk, report)
    if report["state"] == "distributed":
        report = {**report, "version": _applied(desk, event("accept", report))["version"]}
    answer = {
        "text": "Đã xử lý / done", "outcome": "fixed", "publisher_unit": desk.person["unit_id"],
        "content_sha256": "0" * 64,
    }  # fmt: skip
    result = desk.send(event("submit", report, answer))[0]
    require(result.get("rule") == "content_changed", f"{result['status']} {result.get('rule', '')}")
    desk.drain()


def _lost(scene: Scene) -> None:
    desk = scene.desk(HANDLER)
    with _returned(scene, desk) as report:
        changes = _told_of(desk, report)
    require(changes, "the desk is not told that the report has left")
    told = changes[-1]
    require(told["op"] == "scope_lost", f"told as {told['op']}")
    require(told["version"] == 0 and told["data"] is None, "more is told than that it left")


@contextmanager
def _returned(scene: Scene, desk: Desk) -> Iterator[Document]:
    """Have the desk's unit return a report that it leads; given back at the end, whatever happened."""
    led = scene.led_report()
    desk.drain()
    report = _now(desk, led)
    _applied(desk, event("return", report, {"code": "not_ours", "text": "Kiểm tra hợp đồng / conformance"}))
    try:
        yield report
    finally:
        _give_back(scene, report)


def _told_of(desk: Desk, report: Document) -> list[Document]:
    return [one for one in desk.drain() if one["id"] == report["id"]]


def _give_back(scene: Scene, report: Document) -> None:
    """Have the dispatcher distribute the report to the same unit again."""
    dispatcher = scene.desk(DISPATCHER)
    dispatcher.drain()
    job = report["assignment"]
    again = {name: job[name] for name in ("lead_unit", "owner", "co_processors")}
    again |= {
        "deliverable": job["deliverable"] or "—",
        "due_at": wire.instant(datetime.now(UTC) + timedelta(days=7)),
    }
    _applied(dispatcher, event("distribute", _now(dispatcher, report), again))


def _gained(scene: Scene) -> None:
    desk = scene.desk(HANDLER)
    with _returned(scene, desk) as report:
        desk.drain()
    changes = _told_of(desk, report)
    require(changes and changes[-1]["op"] == "put", "a report that came back is not told as put")
    require(changes[-1]["data"]["assignment"]["lead_unit"] == report["assignment"]["lead_unit"], "nor whole")


def _now(desk: Desk, report: Document) -> Document:
    found = desk.held.get(("report", report["id"]))
    if found is None:
        raise Untested("the report is not on the desk")
    return found


def _applied(desk: Desk, sent: Document) -> Document:
    result = desk.send(sent)[0]
    if result["status"] != "applied":
        raise Untested(f"{sent['type']}: {result['status']} {result.get('rule', '')}")
    return result


CLAUSES: Final = (
    Clause("event.content_bound", "an answer that carries another text's hash is rejected", _content_bound),
    Clause("feed.scope_gained", "what comes to a desk is told as put, whole", _gained),
    Clause("feed.scope_lost", "what leaves a desk is told as scope_lost, and nothing more", _lost),
)
