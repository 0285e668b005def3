"""What is on the screen is told to the centre, and what it tells of others is shown where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.workflow import Command
from desktop_app.news import Onlooker, PresenceChanged
from tests.support.clock import NOON
from tests.ui.seated import Workplace
from ui.detail.detail import Detail
from ui.detail.onlooking import Onlooking


@dataclass
class Said:
    """What was told to the presence thread, instead of the thread."""

    looks: list[tuple[str | None, bool]] = field(default_factory=list)

    def look(self, report_id: str | None, *, writing: bool = False) -> None:
        if not self.looks or self.looks[-1] != (report_id, writing):
            self.looks.append((report_id, writing))


@pytest.fixture
def said(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> Said:
    made = Said()
    monkeypatch.setattr(workplace.session.presence, "look", made.look)
    return made


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the pane stands on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


@pytest.fixture
def detail(workplace: Workplace, said: Said, page: QWidget) -> Detail:
    made = Detail(workplace.session, workplace.names, workplace.clock, page)
    Onlooking(workplace.session, workplace.bridge, made)
    made.show()
    return made


def test_the_centre_hears_what_is_open_and_whether_its_answer_is_written(
    detail: Detail, said: Said, workplace: Workplace, qtbot: QtBot
) -> None:
    mine = workplace.first("in_progress").id
    detail.show_report(mine)
    qtbot.waitUntil(lambda: said.looks[-1] == (mine, False))
    detail.open_panel(Command.SUBMIT)
    qtbot.waitUntil(lambda: said.looks[-1] == (mine, True))
    detail.close_panel()
    qtbot.waitUntil(lambda: said.looks[-1] == (mine, False))
    detail.clear()
    assert said.looks[-1] == (None, False), "at once"


def test_what_is_stepped_over_is_not_told(
    detail: Detail, said: Said, workplace: Workplace, qtbot: QtBot
) -> None:
    over, stayed = workplace.first("distributed").id, workplace.first("in_progress").id
    detail.show_report(over)
    detail.show_report(stayed)
    qtbot.waitUntil(lambda: (stayed, False) in said.looks)
    assert (over, False) not in said.looks


def test_a_pane_behind_another_page_shows_nothing(
    detail: Detail, page: QWidget, said: Said, workplace: Workplace, qtbot: QtBot
) -> None:
    shown = (workplace.first("in_progress").id, False)
    detail.show_report(shown[0])
    qtbot.waitUntil(lambda: said.looks[-1] == shown)
    page.hide()
    assert said.looks[-1] == (None, False)
    page.show()
    qtbot.waitUntil(lambda: said.looks[-1] == shown)


def test_who_else_has_it_open_is_named_while_it_is_shown(
    detail: Detail, workplace: Workplace, qtbot: QtBot
) -> None:
    report, other = workplace.first("in_progress"), workplace.first("distributed")
    detail.show_report(report.id)
    assert detail.onlookers.isHidden()
    others = (Onlooker("Trần Thị B", False, NOON), Onlooker("Lê Văn C", True, NOON))
    workplace.bus.publish(PresenceChanged(report.id, others))
    qtbot.waitUntil(detail.onlookers.isVisible, timeout=20_000)
    assert detail.onlookers.text().startswith("Lê Văn C is writing an answer (since ")
    assert " · Trần Thị B has this open (since " in detail.onlookers.text()
    assert detail.onlookers.accessibleName() == detail.onlookers.text()
    detail.show_report(other.id)
    assert detail.onlookers.isHidden()
    detail.show_report(report.id)
    assert detail.onlookers.isVisible()
    workplace.bus.publish(PresenceChanged(report.id, ()))
    qtbot.waitUntil(detail.onlookers.isHidden, timeout=20_000)
