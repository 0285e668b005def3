"""The surroundings follow the report that is read, at a real desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop_app.news import ReportGone
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.desk.desk import Desk
from ui.detail.detail import Detail
from ui.map.place_window import PlaceWindow
from ui.map.sketch_view import SketchView


def test_the_others_of_the_ward_are_drawn_and_lead_to_their_report(
    workplace: Workplace, seat: Callable[[Workplace], Desk], qtbot: QtBot
) -> None:
    first, second = [each for each in workplace.reports if each.place.unit_code == "19789"][:2]
    with workplace.store.write() as tx:
        for number, each in enumerate((first, second)):
            place = replace(each.place, latitude=16.46 + number / 1000, longitude=107.59)
            workplace.store.reports.put_base(tx, city.as_json(replace(each, place=place, version=9)))
    desk = seat(workplace)
    desk.open_report(first.id)
    view = child(desk, SketchView, "detail.map")
    qtbot.waitUntil(lambda: [point.report_id for point in view.sketch.points] == [second.id])
    view.enlarged.emit()
    large = child(desk, PlaceWindow, "place")
    assert large.view.sketch == view.sketch
    workplace.bridge.report_gone.emit(ReportGone("another"))
    assert (view.sketch.points, large.view.sketch.points) == ((), ())  # what is there is looked for anew
    qtbot.waitUntil(lambda: [point.report_id for point in large.view.sketch.points] == [second.id])
    large.view.choose(0)
    large.view.chosen.emit(second.id)
    reading = child(desk, Detail).reading
    assert reading is not None
    assert reading.report.id == second.id
    assert not large.isVisible()


def test_a_report_without_coordinates_says_so(
    workplace: Workplace, seat: Callable[[Workplace], Desk]
) -> None:
    desk = seat(workplace)
    desk.open_report(workplace.reports[0].id)
    assert child(desk, SketchView, "detail.map").accessibleDescription() == "No coordinates"
