"""A burst becomes one; quiet hours are quiet but for instant cases; no word that a passer-by could use."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.notices import Notice, NoticeKind
from desktop_app.settings import Settings
from ui.notices.popups import Popups

CALENDAR = default_calendar()
DAY = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)


class Wall(QObject):
    """A desktop that keeps what it was told, with settings and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []
        self.settings = Settings()
        self.now = DAY
        self.popups = Popups(self, lambda: self.settings, lambda: self.now, self)

    def show_message(self, title: str, text: str) -> None:
        self.shown.append((title, text))

    def take(self, *notices: Notice) -> None:
        self.popups.take(notices, CALENDAR)


@pytest.fixture
def wall(qapp: object) -> Wall:
    return Wall()


def notice(kind: NoticeKind, *, urgent: bool = False) -> Notice:
    return Notice(1, DAY, kind, "r-secret", "e", urgent)


def test_a_burst_becomes_one(wall: Wall, qtbot: QtBot) -> None:
    wall.take(notice(NoticeKind.ASSIGNED), notice(NoticeKind.ASSIGNED))
    wall.take(notice(NoticeKind.URGED))
    assert wall.shown == []
    qtbot.waitUntil(lambda: bool(wall.shown), timeout=20_000)
    assert wall.shown == [("IOC Desk", "Given to you: 2 · Urged: 1")]


def test_many_kinds_are_counted_together(wall: Wall) -> None:
    wall.take(*(notice(kind) for kind in (NoticeKind.URGED, NoticeKind.ASSIGNED, NoticeKind.REPLIED,
                                          NoticeKind.RETURNED, NoticeKind.OVERDUE)))  # fmt: skip
    wall.popups.show_gathered()
    [(_, text)] = wall.shown
    assert text.endswith("others: 2")


def test_at_night_only_an_instant_case_is_shown_at_once(wall: Wall) -> None:
    wall.now = NIGHT
    wall.take(notice(NoticeKind.ASSIGNED))
    wall.popups.show_gathered()
    assert wall.shown == []
    wall.take(notice(NoticeKind.INSTANT, urgent=True), notice(NoticeKind.URGED))
    assert wall.shown == [("IOC Desk: instant case", "Instant case: 1")]


def test_quiet_hours_are_the_persons_own(wall: Wall) -> None:
    wall.now = NIGHT
    wall.settings = Settings(quiet_from="22:00", quiet_to="06:00")
    wall.take(notice(NoticeKind.ASSIGNED))
    wall.popups.show_gathered()
    assert len(wall.shown) == 1


def test_switched_off_is_off_for_all(wall: Wall) -> None:
    wall.settings = Settings(popups=False)
    wall.take(notice(NoticeKind.INSTANT, urgent=True))
    wall.popups.show_gathered()
    assert wall.shown == []


def test_a_lock_takes_back_what_was_not_shown_yet(wall: Wall) -> None:
    wall.take(notice(NoticeKind.ASSIGNED))
    wall.popups.forget()
    wall.popups.show_gathered()
    assert wall.shown == []
