"""A caller looked up again: found, opened, named with a reason, and forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.api.callers import EarlierReport, KnownCaller
from desktop_app.api.errors import Unreachable
from desktop_app.domain.caller import Caller, plain_number
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.report import Report
from tests.support.widgets import child
from tests.ui import city
from tests.ui.hotline.conftest import Desk
from tests.ui.seated import Hire, Workplace
from ui.hotline.caller_page import CallerPage
from ui.tasks import Tasks
from ui.widgets.notice import Notice

PATIENCE = 20_000


class Asked:
    """Answers as the centre would, and says what it was asked."""

    def __init__(self, *reports: Report) -> None:
        self.reports = reports
        self.heard: list[tuple[str, ...]] = []
        self.fault: Exception | None = None

    def earlier(self, phone: str) -> tuple[EarlierReport, ...]:
        self.heard.append((phone,))
        if self.fault is not None:
            raise self.fault
        if not plain_number(phone):
            raise PayloadInvalid("phone", "malformed")
        return tuple(
            EarlierReport(one.id, one.code, one.title, str(one.state), one.received_at)
            for one in self.reports
        )

    def who_called(self, report_id: str, reason: str) -> tuple[KnownCaller, ...]:
        self.heard.append((report_id, reason))
        if not reason:
            raise PayloadInvalid("reason", "empty")
        return (KnownCaller(Caller("Bà Sáu", "0914 000 111"), city.NOW),)


def page_of(work: Workplace, asked: Any, tasks: Tasks, qtbot: QtBot) -> CallerPage:  # noqa: ANN401 - stands for Callers
    made = CallerPage(work.session, asked, tasks)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


@pytest.fixture
def asked(desk: Desk) -> Asked:
    return Asked(*desk.workplace.reports[:2])


@pytest.fixture
def page(desk: Desk, asked: Asked, tasks: Tasks, qtbot: QtBot) -> CallerPage:
    return page_of(desk.workplace, asked, tasks, qtbot)


def rows(page: CallerPage) -> QListWidget:
    return child(page, QListWidget, "caller.reports.list")


def looked_up(page: CallerPage, qtbot: QtBot) -> None:
    page.show_number("0914 000 111")
    qtbot.waitUntil(lambda: rows(page).count() == 2, timeout=PATIENCE)


def who(page: CallerPage) -> str:
    return child(page, QLabel, "caller.who").text()


def test_a_number_s_reports_are_listed_and_opened(
    page: CallerPage, asked: Asked, desk: Desk, qtbot: QtBot
) -> None:
    told: list[str] = []
    page.report_asked.connect(told.append)
    field = child(page, QLineEdit, "field.phone")
    field.setText("0914 000 111")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page).count() == 2, timeout=PATIENCE)
    first = desk.workplace.reports[0]
    assert rows(page).item(0).text().startswith(f"{first.title}\n{first.code}")
    child(page, QPushButton, "caller.reports.open").click()
    assert told == [first.id]
    assert asked.heard == [("0914 000 111",)]


def test_a_report_that_is_not_on_this_desk_is_listed_but_not_opened(
    page: CallerPage, asked: Asked, qtbot: QtBot
) -> None:
    gone = asked.reports[0]
    asked.reports = (Report("elsewhere", "HUE-9", 1, gone.state, "Xa", "Xa", gone.received_at),)
    page.show_number("0914 000 111")
    qtbot.waitUntil(lambda: rows(page).count() == 1, timeout=PATIENCE)
    assert not child(page, QPushButton, "caller.reports.open").isEnabled()
    assert child(page, QPushButton, "caller.reports.ask").isEnabled()  # the centre judges


def test_what_is_no_number_is_said_beside_the_field(page: CallerPage, qtbot: QtBot) -> None:
    page.show_number("1022")
    field = child(page, QLineEdit, "field.phone")
    qtbot.waitUntil(lambda: bool(field.accessibleDescription()), timeout=PATIENCE)
    assert field.accessibleDescription() == "A telephone number has eight to fifteen digits."


def test_who_called_needs_a_reason_and_is_forgotten_with_another_choice(
    page: CallerPage, asked: Asked, qtbot: QtBot
) -> None:
    looked_up(page, qtbot)
    ask, reason = child(page, QPushButton, "caller.reports.ask"), child(page, QLineEdit, "field.reason")
    ask.click()
    qtbot.waitUntil(lambda: bool(reason.accessibleDescription()), timeout=PATIENCE)
    reason.setText("Hỏi lại số nhà")
    ask.click()
    qtbot.waitUntil(lambda: who(page).startswith("Bà Sáu · 0914 000 111"), timeout=PATIENCE)
    assert asked.heard[-1] == (asked.reports[0].id, "Hỏi lại số nhà")
    page.retranslate()
    assert who(page)  # another language is no other choice
    rows(page).setCurrentRow(1)
    assert who(page) == ""


def test_who_leaves_the_page_leaves_nothing_behind(page: CallerPage, qtbot: QtBot) -> None:
    looked_up(page, qtbot)
    child(page, QLineEdit, "field.reason").setText("Hỏi lại")
    page.ask_who()
    qtbot.waitUntil(lambda: bool(who(page)), timeout=PATIENCE)
    page.hide()
    assert who(page) == ""
    assert rows(page).count() == 0
    assert child(page, QLineEdit, "field.phone").text() == ""
    assert child(page, QLineEdit, "field.reason").text() == ""


def test_offline_it_says_so_and_can_be_asked_again(page: CallerPage, asked: Asked, qtbot: QtBot) -> None:
    asked.fault = Unreachable(sent=False)
    page.show_number("0914 000 111")
    qtbot.waitUntil(lambda: child(page, Notice, "caller.notice").isVisible(), timeout=PATIENCE)
    assert child(page, QPushButton, "caller.look").isEnabled()


def test_who_takes_calls_only_is_not_offered_names(
    hire: Hire, asked: Asked, tasks: Tasks, qtbot: QtBot
) -> None:
    page = page_of(hire(city.HANDLER), asked, tasks, qtbot)
    assert child(page, QPushButton, "caller.reports.ask").isHidden()
    assert not child(page, QLineEdit, "field.reason").isVisible()
    looked_up(page, qtbot)
    page.ask_who()
    assert asked.heard == [("0914 000 111",)]
