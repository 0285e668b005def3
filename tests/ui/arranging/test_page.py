"""The page shows the sections; work taken over brings the drafts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from desktop_app.domain.delegation import HandedDraft, Takeover
from desktop_app.domain.matters import AnswerTakeover, MatterCommand
from desktop_app.news import DirectoryChanged
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from ui.arranging.page import ArrangingPage
from ui.arranging.takeovers import Takeovers

BenchOf = Callable[[str], Bench]


def page_of(qtbot: QtBot, bench: Bench) -> ArrangingPage:
    place = bench.place
    page = ArrangingPage(place.session, place.clock, place.bridge, bench.desk.tasks)
    qtbot.addWidget(page)
    page.show()
    return page


def test_three_sections_and_a_page_of_the_guide(qtbot: QtBot, bench_of: BenchOf) -> None:
    page = page_of(qtbot, bench_of(city.HANDLER))
    for name in ("takeovers", "absences", "campaigns"):
        assert child(page, QFrame, f"arranging.{name}").accessibleName()
    assert page.heading.text() == "Absence and handing over"


def test_news_shows_at_once(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    page = page_of(qtbot, bench)
    section = child(page, Takeovers)
    assert section.lines() == []
    offered = Takeover("t-1", city.LEADER, city.HANDLER, "x", (), city.LEADER, bench.place.clock.now())
    bench.told(MatterCommand.OFFER_TAKEOVER, offered)
    bench.place.bus.publish(DirectoryChanged())
    qtbot.waitUntil(lambda: "t-1" in [line.id for line in section.lines()], timeout=20_000)


def test_drafts_come_with_work_taken_over(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    report = bench.place.first("in_progress")
    handed = (HandedDraft(report.id, "Kính gửi Ông/Bà"),)
    offered = Takeover(
        "t-1", city.LEADER, city.HANDLER, "x", (report.id,), city.LEADER, bench.place.clock.now(), handed
    )
    bench.told(MatterCommand.OFFER_TAKEOVER, offered)
    page = page_of(qtbot, bench)
    child(page, Takeovers).arranged.emit("t-1", AnswerTakeover(accepted=False))
    assert bench.place.session.triage.draft(report.id) is None
    child(page, Takeovers).arranged.emit("t-1", AnswerTakeover(accepted=True))
    draft = bench.place.session.triage.draft(report.id)
    assert draft is not None
    assert draft.text == "Kính gửi Ông/Bà"
