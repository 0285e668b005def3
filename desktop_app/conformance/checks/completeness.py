"""Complete through T: by a checkpoint and every row up to it; going on without one is signed, and shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import HANDLER, SUPERVISOR, Scene

_REASON: Final = "Kiểm tra hợp đồng / conformance"
_EARLIER: Final = timedelta(minutes=10)


def _now(scene: Scene) -> datetime:
    """The server's time: this computer's may be another."""
    return _read(scene.exchange.call("GET", "/v1/health").expect(200)["server_time"])


def _read(instant: str) -> datetime:
    return datetime.fromisoformat(instant)


def _ask(scene: Scene, through: datetime, role: str = SUPERVISOR) -> Answer:
    desk, moment = scene.desk(role), quote(wire.instant(through))
    return desk.workstation.call("GET", f"/v1/attendance/terminals?through={moment}", token=desk.token)


def _own(scene: Scene, through: datetime) -> Document:
    """Return the line of our own terminal in the list through a moment."""
    told, name = _ask(scene, through).expect(200), scene.workstation().terminal_id
    lines = [line for line in told["terminals"] if line["terminal_id"] == name]
    require(len(lines) == 1, "a terminal with rows is not on the list once")
    return dict(lines[0])


def _complete(scene: Scene) -> None:
    """A row without a checkpoint, then a checkpoint: complete through that, and no further."""
    terminal = scene.terminal()
    terminal.send(terminal.row()).expect(200)
    taken = _now(scene)
    require(not _own(scene, taken)["complete"], "complete without a checkpoint of then")
    terminal.checkpoint(terminal.seq, terminal.head, taken)[1].expect(200)
    line = _own(scene, taken)
    require(line["complete"], "not complete through its own checkpoint")
    require(line["complete_through"] == wire.instant(taken), "complete through another moment than its own")
    require(not _own(scene, taken + timedelta(microseconds=1))["complete"], "complete beyond it")


def _awaits_rows(scene: Scene) -> None:
    terminal = scene.terminal()
    late = terminal.row()
    try:
        taken = _now(scene)
        terminal.checkpoint(terminal.seq, terminal.head, taken)[1].expect(200)
        require(not _own(scene, taken)["complete"], "complete although a row is still to come")
    finally:
        terminal.send(late)
    require(_own(scene, taken)["complete"], "not complete although its rows have come")


def _no_future(scene: Scene) -> None:
    terminal = scene.terminal()
    terminal.send(terminal.row()).expect(200)
    ahead = _now(scene) + timedelta(days=3650)
    terminal.checkpoint(terminal.seq, terminal.head, ahead)[1].expect(200)
    require(not _own(scene, ahead)["complete"], "a clock that runs ahead makes a terminal complete for years")


def _told_to_supervisors(scene: Scene) -> None:
    _ask(scene, _now(scene), HANDLER).expect(404, "not_found")


def _leave_out(scene: Scene, line: Document, role: str = SUPERVISOR, **changes: object) -> tuple[str, Answer]:
    """Have a card of ``role`` sign that lists go on without ours; return the order with its answer."""
    seen = {"terminal_id": line["terminal_id"], "complete_through": line["complete_through"]}
    now = _now(scene)
    claims = {"through": wire.instant(now), "terminals": [seen], "reason": _REASON, **changes}
    card, desk = scene.cards.card(role), scene.desk(SUPERVISOR)
    signed = card.order(jose.Kind.LEAVE_OUT, claims)
    path = "/v1/attendance/left-out"
    return signed, desk.workstation.call("POST", path, token=desk.token, document={"order": signed})


def _silent(scene: Scene) -> Document:
    """Return our terminal's line as of a moment that none of its checkpoints has reached."""
    terminal = scene.terminal()
    terminal.send(terminal.row()).expect(200)
    return _own(scene, _now(scene))


def _by_supervisor(scene: Scene) -> None:
    _leave_out(scene, _silent(scene), HANDLER)[1].expect(403, "not_entitled")


def _over_the_truth(scene: Scene) -> None:
    line = {**_silent(scene), "complete_through": wire.instant(_now(scene) - 2 * _EARLIER)}
    _leave_out(scene, line)[1].expect(409, "standing_changed")


def _not_ahead(scene: Scene) -> None:
    ahead = wire.instant(_now(scene) + timedelta(days=1))
    _leave_out(scene, _silent(scene), through=ahead)[1].expect(422, "through_ahead")


def _shown(scene: Scene) -> None:
    line = _silent(scene)
    signed, answer = _leave_out(scene, line)
    answer.expect(201)
    through = _read(jose.unverified(signed).claims["through"])
    told = _own(scene, through)["left_out"]
    require(told is not None, "the list does not say that a terminal was left out")
    require(told["order"] == signed, "the list shows another order than the one signed")
    require(bool(told["by"]) and told["reason"] == _REASON, "the list does not say by whom, and why")
    require(_own(scene, through + timedelta(seconds=1))["left_out"] is None, "the decision reaches further")


CLAUSES: Final = (
    Clause(
        "complete.checkpoint", "complete through T is who sent a checkpoint taken at T or later", _complete
    ),
    Clause("complete.rows", "and only once every row up to that checkpoint is kept", _awaits_rows),
    Clause("complete.clock", "a clock that runs ahead completes nothing beyond now", _no_future),
    Clause("complete.told", "how terminals stand is told to supervisors alone", _told_to_supervisors),
    Clause("left_out.entitled", "a terminal is left out by a supervisor's card alone", _by_supervisor),
    Clause("left_out.stale", "and only over the standing that the server has", _over_the_truth),
    Clause("left_out.past", "and never in advance", _not_ahead),
    Clause("left_out.shown", "each list up to then shows the signed order, by whom and why", _shown),
)
