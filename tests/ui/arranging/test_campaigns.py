"""Campaigns: counted for everybody, opened and ended by those who coordinate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.matters import Campaign, MatterCommand, OpenCampaign
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from ui.arranging.campaigns import Campaigns, tag_search

BenchOf = Callable[[str], Bench]
GREEN = "Ngày Chủ nhật xanh"


def section_of(qtbot: QtBot, bench: Bench) -> Campaigns:
    made = Campaigns("campaigns", bench.desk)
    qtbot.addWidget(made)
    made.show_all()
    return made


def running(bench: Bench) -> Campaign:
    today = bench.place.clock.now().astimezone(ZONE).date()
    return Campaign("c-1", GREEN, today, today + timedelta(days=9), city.DISPATCHER)


def test_a_dispatcher_opens_one(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.DISPATCHER)
    section = section_of(qtbot, bench)
    child(section, QLineEdit, "field.name").setText(GREEN)
    with qtbot.waitSignal(section.arranged, timeout=20_000):
        section.ask()
    ((command, payload, _),) = bench.centre.asked
    today = bench.place.clock.now().astimezone(ZONE).date()
    assert command is MatterCommand.OPEN_CAMPAIGN
    assert payload == OpenCampaign(GREEN, today, today + timedelta(days=30))


def test_it_is_counted_by_its_tag(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    report = bench.place.first("in_progress")
    with bench.place.store.write() as tx:
        tagged = replace(report, tags=("ngày chủ nhật XANH", "ngập"), version=report.version + 1)
        bench.place.store.reports.put_base(tx, city.as_json(tagged))
    bench.told(MatterCommand.OPEN_CAMPAIGN, running(bench))
    section = section_of(qtbot, bench)
    told = [label.text() for label in section.findChildren(QLabel) if GREEN in label.text()]
    assert told[0].endswith("reports: 1")
    assert tag_search(GREEN) == f'nhan:"{GREEN}"'


def test_only_coordinators_have_form_and_end(qtbot: QtBot, bench_of: BenchOf) -> None:
    handler = bench_of(city.HANDLER)
    handler.told(MatterCommand.OPEN_CAMPAIGN, running(handler))
    section = section_of(qtbot, handler)
    assert section.findChildren(QPushButton, "arranging.campaigns.end_campaign") == []
    assert not child(section, QPushButton, "arranging.campaigns.send").isVisibleTo(section)


def test_one_that_ended_says_so(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.DISPATCHER)
    bench.told(MatterCommand.OPEN_CAMPAIGN, replace(running(bench), ended=True))
    section = section_of(qtbot, bench)
    assert any(label.text().endswith("(not running)") for label in section.findChildren(QLabel))
    assert section.findChildren(QPushButton, "arranging.campaigns.end_campaign") == []
