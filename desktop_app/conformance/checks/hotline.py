"""Calls at the hotline: who may take one, what comes of it, and that nobody's name can be sent in clear."""

from __future__ import annotations

from typing import Any, Final

from desktop_app import jose
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, Document, event
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene
from desktop_app.domain.ids import new_id

_NAME: Final = "Người gọi thử 0900 000 000"


def _call(scene: Scene, **changes: object) -> Document:
    """A call about a place that the server knows from a report of its own."""
    place = scene.open_report()["place"]
    payload: dict[str, Any] = {
        "title": "Kiểm tra hợp đồng", "text": "conformance", "reference": "000 000",
        "place": {"address": "conformance", "unit_code": place.get("unit_code")}, **changes,
    }  # fmt: skip
    return event("receive", {"id": new_id(), "version": 0}, payload)


def _taken(scene: Scene) -> None:
    desk, sent = scene.desk(DISPATCHER), _call(scene)
    result = desk.send(sent)[0]
    require(result["status"] == "applied", f"a dispatcher's call is answered {result['status']}")
    report = _report(desk, sent["entity_id"])
    require((report["state"], report["source"]) == ("received", "hotline"), "it does not wait to be verified")
    require(result["code"] == report["code"], "the desk is not told the report's code")


def _entitled(scene: Scene) -> None:
    result = scene.desk(HANDLER).send(_call(scene))[0]
    told = (result["status"], result.get("rule"))
    require(told == ("rejected", "not_yours"), f"a handler's call is answered {result['status']}")


def _joined(scene: Scene) -> None:
    desk, report = scene.desk(DISPATCHER), scene.open_report()
    sent = {**_call(scene, joins=True, text="thêm một người gọi"), "entity_id": report["id"]}
    result = desk.send(sent)[0]
    require(result["status"] == "applied", f"a further caller is answered {result['status']}")
    require(result["code"] == report["code"], "a further caller makes another report")


def _in_clear(scene: Scene) -> None:
    result = scene.desk(DISPATCHER).send(_call(scene, caller=_NAME))[0]
    require(result["status"] == "rejected", "a name in clear is taken")


def _secret(scene: Scene) -> None:
    key = scene.bundle().get("reporter_key")
    if key is None:
        raise Untested("no reporter_key in the bundle")
    sealed = jose.seal(_NAME.encode(), key)
    desk, sent = scene.desk(DISPATCHER), _call(scene, caller=sealed)
    require(desk.send(sent)[0]["status"] == "applied", "a sealed caller is not taken")
    seen = str([change["data"] for change in desk.drain()])
    require(sealed not in seen, "who called travels to desks")
    path = f"/v1/reports/{sent['entity_id']}/callers"
    handler = scene.desk(HANDLER)
    answer = handler.workstation.call("POST", path, token=handler.token, document={"reason": "conformance"})
    answer.expect(404)


def _numbers(scene: Scene) -> None:
    path, asked = "/v1/callers/reports", {"phone": "0900 000 000"}
    desk, handler = scene.desk(DISPATCHER), scene.desk(HANDLER)
    told = desk.workstation.call("POST", path, token=desk.token, document=asked).expect(200)
    names = {name for report in told["reports"] for name in report}
    require(not names & {"name", "phone", "note"}, "who called is told with the reports of a number")
    handler.workstation.call("POST", path, token=handler.token, document=asked).expect(404)
    nothing = desk.workstation.call("POST", path, token=desk.token, document={"phone": "x"})
    nothing.expect(422)


def _report(desk: Desk, report_id: str) -> Document:
    desk.drain()
    found = next((one for one in desk.reports() if one["id"] == report_id), None)
    if found is None:
        raise Untested("the report of a call did not come by the feed")
    return found


CLAUSES: Final = (
    Clause(
        "hotline.taken", "a call is a report that waits to be verified, its code told to the desk", _taken
    ),
    Clause("hotline.entitled", "who neither takes calls nor dispatches cannot send one", _entitled),
    Clause("hotline.joined", "a further caller adds to the open report, no second one is made", _joined),
    Clause("hotline.in_clear", "a caller's name that is not sealed is refused", _in_clear),
    Clause("hotline.numbers", "a number's reports are told without a name, and to no handler", _numbers),
    Clause("hotline.secret", "who called is in no feed, and opened to no handler", _secret),
)
