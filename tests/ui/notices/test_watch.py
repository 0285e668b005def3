"""Counts and alarms follow the news; a lock silences everything."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.notices import Notice, NoticeKind
from desktop_app.news import Locked, LockReason, NoticesCame, SignedIn
from desktop_app.settings import Settings
from tests.ui import city
from tests.ui.notices.conftest import Worker
from ui.notices.watch import NoticeWatch


def test_counts_follow_what_comes_and_what_is_read(worker: Worker, qtbot: QtBot) -> None:
    workplace, window = worker.workplace, QWidget()
    qtbot.addWidget(window)
    core = SimpleNamespace(session=workplace.session, settings=Settings(), clock=workplace.clock)
    watch = NoticeWatch(core, workplace.bridge, window)  # type: ignore[arg-type]
    counted: list[tuple[int, int]] = []
    watch.counted.connect(lambda unread, urgent: counted.append((unread, urgent)))
    workplace.bus.publish(SignedIn(city.HANDLER, "Nguyễn Thành An", online=True))
    qtbot.waitUntil(lambda: counted[-1:] == [(0, 0)], timeout=20_000)
    report_id = worker.urged()
    worker.look()
    qtbot.waitUntil(lambda: counted[-1:] == [(1, 0)], timeout=20_000)
    workplace.session.triage.opened(report_id)
    qtbot.waitUntil(lambda: counted[-1:] == [(0, 0)], timeout=20_000)
    urgent = Notice(1, city.NOW, NoticeKind.INSTANT, report_id, "1", urgent=True)
    workplace.bus.publish(NoticesCame((urgent,)))
    core.session = None
    workplace.bus.publish(Locked(LockReason.PERSON))
    before = len(counted)
    qtbot.waitUntil(lambda: len(counted) > before, timeout=20_000)
    assert counted[-1] == (0, 0)
