"""Check-in terminals in the settings: for supervisors, one sentence on the whole, and the card to go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop_app.api.completeness import LeftOut, TerminalStanding
from desktop_app.cards.officer_card import Duty
from desktop_app.domain.deadlines import ZONE
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.desk_client import enrolled
from tests.support.journal_maker import JournalMaker
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.settings.completeness import CompletenessSection, standing_text
from ui.sign_in.pin_field import PinField
from ui.tasks import Tasks
from ui.widgets.notice import Notice

SINCE = datetime(2026, 3, 2, 1, tzinfo=UTC)
SILENT = TerminalStanding("T1", "SANH-A", SINCE, False, False, None, None)
NAME = "settings.completeness"


@pytest.fixture
def section(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> CompletenessSection:
    made = CompletenessSection(bench.core, tasks)
    qtbot.addWidget(made)
    return made


def sit_down(bench: Workbench, officer: str) -> None:
    bench.insert(bench.city.card(officer))
    bench.sign_in()


def trusted(bench: Workbench) -> None:
    """Wait for the bundle that names the supervisor's card."""
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.sync.wake()
    until(lambda: workplace.trust.bundle.entitled(Duty.SUPERVISOR), 40, "the supervisor in the bundle")


def silent_kiosk(bench: Workbench) -> None:
    """Another terminal of the city that recorded something and signed nothing since."""
    with enrolled(bench.gate.url, bench.city.service.codes.mint()) as kiosk:
        kiosk.workstation_token()
        journal = JournalMaker(kiosk)
        assert journal.send(journal.boot())[0] == 200


def rows(section: CompletenessSection) -> list[str]:
    tree = child(section, QTreeWidget, f"{NAME}.list")
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [item.text(2) for item in items if item is not None]


def told(section: CompletenessSection) -> str:
    return child(section, Notice, f"{NAME}.notice").title()


def test_nobody_but_a_supervisor_sees_it(section: CompletenessSection, bench: Workbench) -> None:
    section.refresh()
    assert section.isHidden()
    sit_down(bench, "o-handler")
    section.refresh()
    assert section.isHidden()


def test_a_supervisor_signs_that_lists_go_on_without_a_terminal(
    section: CompletenessSection, bench: Workbench, qtbot: QtBot
) -> None:
    sit_down(bench, "o-supervisor")
    section.refresh()
    yesterday = datetime.now(ZONE).date() - timedelta(days=1)
    assert section._chosen_day() in {yesterday, yesterday - timedelta(days=1)}  # it may be midnight
    qtbot.waitUntil(lambda: told(section) == "Nobody has checked in at any terminal yet.", timeout=40_000)
    silent_kiosk(bench)
    section.ask()
    qtbot.waitUntil(lambda: rows(section) == ["incomplete: rows may still come"], timeout=40_000)
    assert told(section) == "Terminals incomplete: 1. Nobody may be called absent yet."
    submit = child(section, QPushButton, f"{NAME}.submit")
    child(section, QLineEdit, f"{NAME}.reason").setText("Mất điện")
    assert not submit.isEnabled()
    child(section, QTreeWidget, f"{NAME}.list").selectAll()
    assert submit.isEnabled()
    trusted(bench)
    child(section, PinField, f"{NAME}.pin").setText(PIN)
    submit.click()
    qtbot.waitUntil(lambda: rows(section)[0].startswith("left out by Đặng Giám Sát"), timeout=40_000)
    assert rows(section)[0].endswith(": Mất điện")
    assert told(section) == "Complete, but for terminals left out: 1."


def test_one_sentence_says_whether_a_list_would_be_whole(section: CompletenessSection) -> None:
    whole = replace(SILENT, complete=True)
    apart = replace(SILENT, left_out=LeftOut(SINCE, "Bà Thảo", "Mất điện", SINCE))
    for shown, expected in (
        ((whole,), "Every terminal is complete."),
        ((whole, apart), "Complete, but for terminals left out: 1."),
        ((whole, apart, SILENT), "Terminals incomplete: 1. Nobody may be called absent yet."),
    ):
        section._asked = section._chosen_day()
        section._show(section._chosen_day(), shown)
        assert told(section) == expected
        reason = child(section, QLineEdit, f"{NAME}.reason")
        assert reason.isVisibleTo(section) == (SILENT in shown)


def test_an_answer_about_another_day_is_dropped(section: CompletenessSection) -> None:
    section._asked = datetime(2026, 1, 1, tzinfo=UTC).date()
    section._show(section._chosen_day(), (SILENT,))
    assert rows(section) == []


def test_how_a_terminal_stands_is_said_in_words() -> None:
    decision = LeftOut(SINCE, "Bà Thảo", "Mất điện", SINCE)
    assert standing_text(SILENT) == "incomplete: rows may still come"
    assert standing_text(replace(SILENT, said_goodbye=True)) == "incomplete: switched off"
    assert standing_text(replace(SILENT, complete=True)) == "complete"
    left = standing_text(replace(SILENT, left_out=decision))
    assert left == "left out by Bà Thảo, 02/03/2026 08:00: Mất điện"
    assert (
        standing_text(replace(SILENT, complete=True, left_out=decision)) == f"complete since; it was {left}"
    )
    anew = standing_text(replace(SILENT, complete=True, begun_anew=SINCE))
    assert anew == "complete · journal begun anew on 02/03/2026 08:00"
