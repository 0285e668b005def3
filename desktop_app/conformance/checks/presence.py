"""Who has a report open: told among those who may see it, and to nobody else."""

from __future__ import annotations

from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, Document
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import DISPATCHER, HANDLER, RECIPIENT, Scene
from desktop_app.domain.ids import new_id


def _look(desk: Desk, report_id: str, doing: str = "writing") -> Answer:
    path = f"/v1/reports/{report_id}/presence"
    return desk.workstation.call("PUT", path, token=desk.token, document={"doing": doing})


def _leave(desk: Desk, report_id: str) -> None:
    desk.workstation.call("DELETE", f"/v1/reports/{report_id}/presence", token=desk.token).expect(204)


def _others(scene: Scene) -> list[Document]:
    """Who the dispatcher hears of, on the handler's report."""
    desk, report = scene.desk(DISPATCHER), scene.led_report()["id"]
    others: list[Document] = _look(desk, report, "reading").expect(200)["others"]
    _leave(desk, report)
    return others


def _told(scene: Scene) -> None:
    handler, report = scene.desk(HANDLER), scene.led_report()["id"]
    own = _look(handler, report).expect(200)["others"]
    name = handler.person["name"]
    require(name not in [one["name"] for one in own], "a person is told of their own presence")
    told = [(one["name"], one["doing"]) for one in _others(scene)]
    require((name, "writing") in told, "who is writing is not told to the other desk")
    _leave(handler, report)


def _left(scene: Scene) -> None:
    handler, report = scene.desk(HANDLER), scene.led_report()["id"]
    _look(handler, report).expect(200)
    _leave(handler, report)
    names = [one["name"] for one in _others(scene)]
    require(handler.person["name"] not in names, "who has left is still told of")


def _forbidden(scene: Scene) -> None:
    handler, dispatcher = scene.desk(HANDLER), scene.desk(DISPATCHER)
    hidden = ((handler, scene.foreign_report()["id"]), (dispatcher, scene.private_report()["id"]))
    _look(scene.desk(RECIPIENT), scene.private_report()["id"]).expect(200)
    for desk, one in hidden:
        answers = [_look(desk, target) for target in (one, new_id())]
        for answer in answers:
            answer.expect(404)
        require(answers[0].body == answers[1].body, "it is worded otherwise than an unknown report")


CLAUSES: Final = (
    Clause("presence.told", "who is writing on a report is told to others who have it open", _told),
    Clause("presence.left", "who has closed a report is told of no more", _left),
    Clause("presence.secret", "a report beyond one's sight has nobody, as an unknown one", _forbidden),
)
