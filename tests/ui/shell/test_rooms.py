"""The pages of a session: for those whose role has them, made once, gone with the session."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.workbench import Workbench
from ui.bridge import Bridge
from ui.settings.preferences import Preferences
from ui.shell.pages import Pages
from ui.shell.rooms import Rooms
from ui.tasks import Tasks


@pytest.fixture
def rooms(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> Rooms:
    pages = Pages(bench.core, bench_bridge, tasks, Preferences(bench.core))
    qtbot.addWidget(pages)
    return Rooms(bench.core, bench_bridge, tasks, pages)


@pytest.mark.parametrize(
    ("officer", "closed"),
    [
        ("o-supervisor", {"hotline", "caller", "shift", "approvals", "templates"}),
        ("o-approver", {"hotline", "caller", "shift"}),
        ("o-hotline", {"supervise", "approvals", "templates"}),
        ("o-handler", {"supervise", "hotline", "caller", "shift", "approvals", "templates"}),
        ("o-publisher", {"supervise", "hotline", "caller", "shift", "approvals"}),
    ],
)
def test_each_role_has_its_own(rooms: Rooms, bench: Workbench, officer: str, closed: set[str]) -> None:
    bench.insert(bench.city.card(officer))
    bench.sign_in()
    assert rooms.closed() == closed
    assert (rooms.supervise() is None) is ("supervise" in closed)
    assert (rooms.approvals() is None) is ("approvals" in closed)
    assert (rooms.hotline() is None) is ("hotline" in closed)
    assert (rooms.templates() is None) is ("templates" in closed)


def test_nobody_signed_in_has_none(rooms: Rooms) -> None:
    assert rooms.closed() >= {"supervise", "hotline", "caller", "shift", "approvals", "templates"}
    pages = (rooms.supervise, rooms.approvals, rooms.hotline, rooms.shift, rooms.arranging, rooms.templates)
    for page in pages:
        assert page() is None


def test_they_are_made_once_and_go_with_the_session(rooms: Rooms, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-approver"))
    bench.sign_in()
    made: list[QWidget | None] = [rooms.supervise(), rooms.approvals()]
    assert made == [rooms.supervise(), rooms.approvals()]
    rooms.drop()
    qtbot.waitUntil(lambda: not any(map(shiboken6.isValid, made)), timeout=20_000)
    assert rooms.supervise() is not made[0]
