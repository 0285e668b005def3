"""The change feed: bootstrap, pages, order, sealed cursors, the answer that is held and woken."""

from __future__ import annotations

import threading
import time
from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, note
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene

PAGE: Final = 7
_PAGES: Final = 4
_HELD: Final = 1
_LONG: Final = 4
_SOON: Final = 2.5
_HEAD_START: Final = 0.4


def _bootstrap(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    told = desk.page("", limit=PAGE).expect(200)
    require(told.get("total", 0) >= len(told["changes"]), "a bootstrap does not tell how much is left")
    kinds = {kind for kind, _ in desk.held}
    require({"unit", "officer", "category"} <= kinds, f"reference data is missing: {sorted(kinds)}")
    gone = [change["id"] for change in told["changes"] if change["op"] != "put"]
    require(not gone, "a bootstrap tells of what the client never had")


def _pages(scene: Scene) -> None:
    """The first pages, small: bounded, in order, each entity once."""
    desk, cursor, last, seen = scene.desk(DISPATCHER), "", 0, set()
    for _ in range(_PAGES):
        told = desk.page(cursor, limit=PAGE).expect(200)
        require(len(told["changes"]) <= PAGE, f"more than {PAGE} changes")
        for change in told["changes"]:
            key = (change["entity"], change["id"])
            require(change["seq"] > last, "seq does not ascend")
            require(key not in seen, "an entity is told twice")
            last = change["seq"]
            seen.add(key)
        cursor = told["next"]
        if not told["has_more"]:
            break


def _told(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    desk.drain()
    report = scene.open_report()
    sent = note(report)
    seq = desk.send(sent)[0]["seq"]
    changes = desk.drain()
    entry = [one for one in changes if one["entity"] == "entry" and one["data"]["report_id"] == report["id"]]
    require(entry, "a note is not told as an entry")
    require(entry[0]["op"] == "put" and entry[0]["version"] >= 1, "not as a put with a version")
    moved = [one for one in changes if one["entity"] == "report" and one["id"] == report["id"]]
    require(moved and moved[0]["seq"] >= seq, "the report is not told at its new number")
    require(desk.drain() == [], "what was told is told again")


def _scoped(scene: Scene) -> None:
    desk = scene.desk(HANDLER)
    for report in desk.reports():
        require(not report["private"], "a misconduct report on a handler's desk")
        require(
            desk.concerns(report), f"report {report['code']} concerns neither the handler nor their units"
        )


def _sealed(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    cursor = desk.cursor
    middle = len(cursor) // 2
    bent = cursor[:middle] + ("A" if cursor[middle] != "A" else "B") + cursor[middle + 1 :]
    answer = desk.page(bent)
    require(answer.status in {400, 410}, f"a bent cursor is taken: {answer.status}")


def _own(scene: Scene) -> None:
    dispatcher, handler = scene.desk(DISPATCHER), scene.desk(HANDLER)
    answer = handler.page(dispatcher.cursor)
    require(answer.status in {400, 410}, f"another person's cursor is taken: {answer.status}")


def _expired(scene: Scene) -> None:
    if scene.expired_cursor is None:
        raise Untested("no forgotten cursor (--expired-cursor)")
    scene.desk(DISPATCHER).page(scene.expired_cursor).expect(410, "cursor_expired")


def _held(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    desk.drain()
    began = time.monotonic()
    told = desk.page(desk.cursor, wait=_HELD).expect(200)
    took = time.monotonic() - began
    require(told["changes"] or took >= _HELD * 0.7, f"an empty answer after {took:.2f} s of {_HELD}")


def _woken(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    desk.drain()
    report = scene.open_report()
    answers: list[tuple[Answer, float]] = []
    poll = threading.Thread(target=_poll, args=(desk, answers), name="conformance-poll", daemon=True)
    poll.start()
    poll.join(_HEAD_START)
    if not poll.is_alive():
        raise Untested("the answer was not held")
    began = time.monotonic()
    desk.send(note(report))
    poll.join(2.0 * _LONG)
    require(answers, "the held request was not answered")
    answer, at = answers[0]
    require(at - began < _SOON, f"a change was told {at - began:.1f} s after it came")
    require(answer.expect(200)["changes"], "the held request was answered without the change")


def _durable(scene: Scene) -> None:
    desk = scene.desk(DISPATCHER)
    desk.drain()
    before = desk.page(desk.cursor).expect(200)
    desk.send(note(scene.open_report()))
    after = desk.page(desk.cursor).expect(200)
    if before["epoch"] != after["epoch"]:
        raise Untested("the server was restored meanwhile")
    least, told = before["durable_through"], after["durable_through"]
    require(told >= least, f"durable_through goes back from {least} to {told} under one epoch")


def _poll(desk: Desk, answers: list[tuple[Answer, float]]) -> None:
    answer = desk.page(desk.cursor, wait=_LONG, patience=4.0 * _LONG)
    answers.append((answer, time.monotonic()))


CLAUSES: Final = (
    Clause(
        "feed.bootstrap", "an empty cursor brings all, with reference data and how much is left", _bootstrap
    ),
    Clause("feed.pages", "pages keep the limit; seq ascends; each entity once", _pages),
    Clause("feed.put", "a step is told once, as put of its entry and of its report", _told),
    Clause("feed.scope", "a desk gets what concerns its units, and nothing private", _scoped),
    Clause("feed.cursor_sealed", "a cursor that was bent is refused", _sealed),
    Clause("feed.cursor_own", "another person's cursor is refused", _own),
    Clause("feed.cursor_expired", "a forgotten cursor is 410 cursor_expired", _expired),
    Clause("feed.durable", "what is never lost any more does not go back under one epoch", _durable),
    Clause("feed.held", "with nothing to tell the answer is held", _held),
    Clause("feed.woken", "a held answer goes out as soon as there is something", _woken),
)
