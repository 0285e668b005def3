"""Unknown, forbidden and private must look the same, in words and in size."""

from __future__ import annotations

from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document, note
from desktop_app.conformance.endings import require
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene
from desktop_app.domain.ids import new_id


def _forbidden(scene: Scene) -> None:
    _as_unknown(scene, scene.foreign_report(), HANDLER)


def _private(scene: Scene) -> None:
    _as_unknown(scene, scene.private_report(), DISPATCHER)


def _as_unknown(scene: Scene, report: Document, role: str) -> None:
    """Compare the answer about ``report`` with the answer about nothing at all."""
    desk = scene.desk(role)
    told = []
    for target in (report, {"id": new_id(), "version": 1}):
        sent = note(target)
        answer = desk.post(sent)
        result = answer.expect(200)["results"][0]
        require(result["status"] == "not_found", f"it is answered {result['status']}")
        told.append(({name: value for name, value in result.items() if name != "id"}, len(answer.body)))
    require(told[0][0] == told[1][0], "it is worded otherwise than an unknown report")
    require(told[0][1] == told[1][1], "it is of another size than an unknown report")


def _touched(scene: Scene) -> None:
    """A forbidden report must not be reached over an open one either."""
    report, hidden, desk = scene.open_report(), scene.private_report(), scene.desk(DISPATCHER)
    result = desk.send(note(report, touches=[hidden["id"]]))[0]
    require(result["status"] == "not_found", f"it is answered {result['status']}")


def _public_page(scene: Scene) -> None:
    code = scene.private_report()["code"]
    unknown = code[:-1] + ("X" if code[-1] != "X" else "Y")
    pages = [scene.exchange.call("GET", f"/p/{one}") for one in (code, unknown)]
    for page in pages:
        page.expect(404, "not_found")
    require(pages[0].body == pages[1].body, "its page is worded otherwise than an unknown one")


def _codes(scene: Scene) -> None:
    hidden = scene.private_report()["code"]
    series = {report["code"].split("-")[0] for report in scene.desk(DISPATCHER).reports()}
    require(hidden.split("-")[0] not in series, "its code is of the ordinary series")


CLAUSES: Final = (
    Clause("secrecy.forbidden", "a report beyond one's desk answers as an unknown one", _forbidden),
    Clause("secrecy.private", "a misconduct report answers as an unknown one, to a dispatcher too", _private),
    Clause("secrecy.touched", "so does an open report together with a misconduct one", _touched),
    Clause("secrecy.public_page", "a misconduct report has no public page, as an unknown one", _public_page),
    Clause("secrecy.codes", "misconduct codes are of a series of their own", _codes),
)
