"""A new epoch from the settings: folded away, signed by a supervisor's card, told afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.settings.epoch import EpochSection
from ui.sign_in.pin_field import PinField
from ui.tasks import Tasks
from ui.widgets.notice import Notice

SUPERVISOR = "o-supervisor"


@pytest.fixture
def supervised(bench: Workbench) -> Workbench:
    """A terminal with rows at the centre; a supervisor's card, known to the bundle, lies in the slot."""
    card = bench.city.card(SUPERVISOR)
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.sync.wake()
    workplace.on_duty()
    until(lambda: workplace.store.outbox.waiting() == 0, 40, "the receipts")
    bench.insert(card)
    return bench


@pytest.fixture
def section(supervised: Workbench, tasks: Tasks, qtbot: QtBot) -> EpochSection:
    made = EpochSection(supervised.core, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(section: EpochSection, reason: str, pin: str) -> None:
    child(section, QPushButton, "settings.epoch.begin").click()
    child(section, QLineEdit, "settings.epoch.reason").setText(reason)
    child(section, PinField, "settings.epoch.pin").setText(pin)
    child(section, QPushButton, "settings.epoch.submit").click()


def present(section: EpochSection) -> str:
    return child(section, QLabel, "settings.epoch.present").text()


def test_a_supervisors_card_and_a_reason_begin_it(
    section: EpochSection, supervised: Workbench, qtbot: QtBot
) -> None:
    assert present(section) == "1"
    assert not child(section, QLineEdit, "settings.epoch.reason").isVisible()
    until(lambda: _entitled(supervised.core), 40, "the bundle that names the supervisor")
    fill(section, "Ổ đĩa hỏng", PIN)
    qtbot.waitUntil(lambda: present(section) == "2", timeout=40_000)
    assert child(section, Notice, "settings.epoch.outcome").title().startswith("The journal goes on")
    assert not child(section, QLineEdit, "settings.epoch.reason").isVisible()
    workplace = supervised.core.workplace
    assert workplace is not None
    assert workplace.store.journal.epochs() == (1, 2)


def test_a_wrong_pin_is_told_and_nothing_begins(
    section: EpochSection, supervised: Workbench, qtbot: QtBot
) -> None:
    until(lambda: _entitled(supervised.core), 40, "the bundle that names the supervisor")
    fill(section, "Ổ đĩa hỏng", "000000")
    notice = child(section, Notice, "settings.epoch.notice")
    qtbot.waitUntil(notice.isVisible, timeout=40_000)
    assert present(section) == "1"
    assert child(section, PinField, "settings.epoch.pin").text() == ""


def test_without_a_reason_nothing_is_asked_of_the_card(section: EpochSection, qtbot: QtBot) -> None:
    fill(section, "  ", PIN)
    assert not child(section, QPushButton, "settings.epoch.submit").isEnabled()
    assert child(section, PinField, "settings.epoch.pin").text() == PIN  # it was not taken


def test_before_enrolment_there_is_no_epoch(core: Core, tasks: Tasks, qtbot: QtBot) -> None:
    section = EpochSection(core, tasks)
    qtbot.addWidget(section)
    assert present(section) == "–"
    assert not child(section, QPushButton, "settings.epoch.begin").isEnabled()


def _entitled(core: Core) -> bool:
    from desktop_app.cards.officer_card import Duty

    return core.workplace is not None and bool(core.workplace.trust.bundle.entitled(Duty.SUPERVISOR))
