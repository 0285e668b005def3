"""Anti-entropy: sums that agree with what the feed has told, and rows only for who may see them."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Desk, note
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene
from desktop_app.domain.digest import Sum, slice_of, sums
from desktop_app.domain.ids import new_id

_COMPARED: Final = ("report", "entry", "attachment")


def _digest(desk: Desk, rest: str = "") -> Answer:
    query = urlencode({"cursor": desk.cursor})
    return desk.workstation.call("GET", f"/v1/sync/digest{rest}?{query}", token=desk.token)


def _rows(desk: Desk, *ids: str) -> Answer:
    document = {"entity": "report", "ids": list(ids)}
    return desk.workstation.call("POST", "/v1/sync/rows", token=desk.token, document=document)


def _fresh(scene: Scene) -> Desk:
    desk = scene.sign_in(HANDLER)
    desk.drain()
    return desk


def _agree(scene: Scene) -> None:
    desk = _fresh(scene)
    told = {Sum(**one) for one in _digest(desk).expect(200)["sums"]}
    for kind in _COMPARED:
        held = [(key, row["version"]) for (entity, key), row in desk.held.items() if entity == kind]
        require(set(sums(kind, held)) <= told, f"the sums of {kind} are not those of what the feed told")


def _behind(scene: Scene) -> None:
    desk = _fresh(scene)
    desk.send(note(scene.led_report()))
    _digest(desk).expect(409, "cursor_behind")


def _sliced(scene: Scene) -> None:
    desk = _fresh(scene)
    held = {key: row["version"] for (entity, key), row in desk.held.items() if entity == "report"}
    part = slice_of(next(iter(held)))
    told = {one["id"]: one["version"] for one in _digest(desk, f"/report/{part}").expect(200)["members"]}
    mine = {key: version for key, version in held.items() if slice_of(key) == part}
    require(told == mine, "the members of a slice are not those of what the feed told")


def _whole_rows(scene: Scene) -> None:
    desk = _fresh(scene)
    wanted = scene.led_report()["id"]
    rows = _rows(desk, wanted).expect(200)["rows"]
    require([row["data"]["id"] for row in rows] == [wanted], "the row asked for is not given")
    require(rows[0]["data"] == desk.held["report", wanted], "it is not as the feed tells it")


def _secret_rows(scene: Scene) -> None:
    """Unknown, forbidden and misconduct rows are left out alike."""
    handler, dispatcher = scene.desk(HANDLER), scene.desk(DISPATCHER)
    hidden = ((handler, scene.foreign_report()["id"]), (dispatcher, scene.private_report()["id"]))
    for desk, one in hidden:
        answers = [_rows(desk, target) for target in (one, new_id())]
        for answer in answers:
            answer.expect(200)
        require(answers[0].body == answers[1].body, "a hidden row is told of, or told otherwise")


CLAUSES: Final = (
    Clause("digest.agrees", "the sums are those of the rows that the feed has told", _agree),
    Clause("digest.head", "a cursor that others have overtaken gets no sums", _behind),
    Clause("digest.slice", "a slice names its rows by id and version", _sliced),
    Clause("digest.rows", "a row asked for comes whole, as the feed tells it", _whole_rows),
    Clause("digest.secret", "rows beyond one's sight are left out as unknown ones", _secret_rows),
)
