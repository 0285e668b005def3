"""Events: each once whatever the network does, conflicts side by side, chains, rules, what waits."""

from __future__ import annotations

import threading
from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, Document, event, note
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.scene import DISPATCHER, Scene
from desktop_app.domain.ids import new_id

MOST: Final = 50
_PRIORITIES: Final = ("low", "normal", "high")


def _fresh(scene: Scene) -> tuple[Desk, Document]:
    """Return the dispatcher and an open report as it is now."""
    desk = scene.desk(DISPATCHER)
    desk.drain()
    return desk, scene.open_report()


def _prioritise(report: Document, turn: int, **more: object) -> Document:
    """Return an event that gives the report another priority than ``turn`` - 1 gave it."""
    at = _PRIORITIES.index(report["priority"])
    return event("prioritise", report, {"priority": _PRIORITIES[(at + turn) % 3]}, **more)


def _done(result: Document, *statuses: str) -> Document:
    wanted = " or ".join(statuses)
    require(result["status"] in statuses, f"{result['status']} {result.get('rule', '')}, not {wanted}")
    return result


def _applied(scene: Scene) -> None:
    desk, report = _fresh(scene)
    result = _done(desk.send(_prioritise(report, 1))[0], "applied")
    require(result["version"] > report["version"] and result["seq"] > 0, "no newer version, or no seq")


def _again(scene: Scene) -> None:
    desk, report = _fresh(scene)
    sent = note(report)
    first = _done(desk.send(sent)[0], "applied")
    second = _done(desk.send(sent)[0], "duplicate")
    same = {**first, "status": "duplicate"}
    require(second == same, "the second answer is another result")


def _parallel(scene: Scene) -> None:
    desk, report = _fresh(scene)
    sent = note(report)
    results: list[Document] = []
    threads = [
        threading.Thread(target=lambda: results.extend(desk.send(sent)), name="conformance-send", daemon=True)
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    require(len(results) == len(threads), "one of two parallel sends was refused")
    require(
        {one["status"] for one in results} <= {"applied", "duplicate"}, "one of two parallel sends failed"
    )
    require(len({one["version"] for one in results}) == 1, "two parallel sends were both carried out")


def _id_reused(scene: Scene) -> None:
    desk, report = _fresh(scene)
    sent = note(report)
    desk.send(sent)
    other = {**sent, "payload": {"text": "Lời khác / other words"}}
    result = _done(desk.send(other)[0], "rejected")
    require(result["rule"] == "id_reused", f"rule {result['rule']}")


def _conflict(scene: Scene) -> None:
    desk, report = _fresh(scene)
    _done(desk.send(_prioritise(report, 1))[0], "applied")
    result = _done(desk.send(_prioritise(report, 2))[0], "conflict")
    require(result["entity"]["id"] == report["id"], "a conflict without the entity")
    require(result["entity"]["version"] > report["version"], "a conflict with an old entity")
    kinds = [change["kind"] for change in result["changed"]]
    require("prioritise" in kinds, "a conflict that does not say what changed")
    require(all(change["by_name"] for change in result["changed"]), "a conflict that does not say by whom")


def _chain(scene: Scene) -> None:
    desk, report = _fresh(scene)
    first = _prioritise(report, 1)
    second = _prioritise(report, 2, after=first["id"])
    for result in desk.send(first, second):
        _done(result, "applied")


def _commutes(scene: Scene) -> None:
    desk, report = _fresh(scene)
    _done(desk.send(_prioritise(report, 1))[0], "applied")
    _done(desk.send(note(report))[0], "applied")


def _unconcerned(scene: Scene) -> None:
    """A scalar is guarded by its own field: what else changed meanwhile is no conflict."""
    desk, report = _fresh(scene)
    _done(desk.send(note(report))[0], "applied")
    _done(desk.send(_prioritise(report, 1))[0], "applied")


def _merged(scene: Scene) -> None:
    """Two that knew nothing of each other: both additions stand."""
    desk, report = _fresh(scene)
    tags = [f"conformance-{new_id()[-12:]}" for _ in range(2)]
    for tag in tags:
        _done(desk.send(event("tag", report, {"add": [tag], "remove": []}))[0], "applied")
    desk.drain()
    now = next(one for one in desk.reports() if one["id"] == report["id"])
    require(set(tags) <= set(now["tags"]), "one addition to a set undid another")


def _unknown_predecessor(scene: Scene) -> None:
    desk, report = _fresh(scene)
    sent = note(report, after=new_id())
    for _ in range(2):
        _done(desk.send(sent)[0], "blocked")


def _behind_failure(scene: Scene) -> None:
    desk, report = _fresh(scene)
    waiting = note(report)
    _, result = desk.send(event("no_such_command", report), waiting)
    _done(result, "blocked")
    _done(desk.send(waiting)[0], "applied")


def _told_behind_failure(scene: Scene) -> None:
    """A desk that asks again after a restore must not be told that what was carried out still waits."""
    desk, report = _fresh(scene)
    sent = note(report)
    _done(desk.send(sent)[0], "applied")
    _, result = desk.send(event("no_such_command", report), sent)
    _done(result, "duplicate")


def _others_go_on(scene: Scene) -> None:
    desk, report = _fresh(scene)
    other = next((one for one in desk.reports() if _is_open(one) and one["id"] != report["id"]), None)
    if other is None:
        raise Untested("no second open report")
    _, result = desk.send(event("no_such_command", report), note(other))
    _done(result, "applied")


def _is_open(report: Document) -> bool:
    return report["state"] in {"received", "verified", "distributed", "in_progress", "returned"}


def _unknown_command(scene: Scene) -> None:
    desk, report = _fresh(scene)
    sent = event("no_such_command", report)
    for _ in range(2):  # a refusal sent again is the same refusal
        result = _done(desk.send(sent)[0], "rejected")
        require(result["rule"] == "unknown_command", f"rule {result['rule']}")


def _payload(scene: Scene) -> None:
    desk, report = _fresh(scene)
    result = _done(desk.send(event("prioritise", report, {"priority": "whenever"}))[0], "rejected")
    require((result["rule"], result["field"]) == ("payload", "priority"), "the field is not named")


def _workflow(scene: Scene) -> None:
    desk, report = _fresh(scene)
    result = _done(desk.send(event("close", report))[0], "rejected")
    require(result["rule"] == "not_yours", f"rule {result['rule']}")


def _bounded(scene: Scene) -> None:
    desk, report = _fresh(scene)
    answer = desk.post(*(note(report) for _ in range(MOST + 1)))
    require(400 <= answer.status < 500, f"{MOST + 1} events are taken: {answer.status}")


CLAUSES: Final = (
    Clause("event.applied", "a legal event is applied, with the new version and its seq", _applied),
    Clause("event.duplicate", "sent again it is a duplicate with the same result", _again),
    Clause("event.parallel", "two parallel sends of one event carry it out once", _parallel),
    Clause("event.id_reused", "the same id with other words is rejected: id_reused", _id_reused),
    Clause("event.conflict", "a stale guarded event conflicts: the entity, what changed, by whom", _conflict),
    Clause("event.chain", "a change that the event's own chain (after) made is no conflict", _chain),
    Clause("event.commutes", "an append-only event never conflicts", _commutes),
    Clause("event.scalar", "a scalar is applied while its own field is unchanged, whatever else was",
           _unconcerned),
    Clause("event.sets", "two stale additions to a set both stand", _merged),
    Clause("event.after_unknown", "after an event that never arrived it is blocked, and kept nowhere",
           _unknown_predecessor),
    Clause("event.behind_failure", "behind a failed one it waits; it may be sent again", _behind_failure),
    Clause("event.told_behind_failure", "what was carried out before is told so behind a failed one, too",
           _told_behind_failure),
    Clause("event.others_go_on", "events on other entities go on", _others_go_on),
    Clause("event.unknown_command", "an unknown command is rejected, again the same", _unknown_command),
    Clause("event.payload", "a bad payload is rejected, its field named", _payload),
    Clause("event.workflow", "a command that is not one's own is rejected: not_yours", _workflow),
    Clause("event.bounded", f"more than {MOST} events are refused", _bounded),
)  # fmt: skip
