"""A lost card's work, brought back on the screen: a sealed copy, two admins' cards in the second reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator import CardFile
from tests.journeys.workbench import Workbench, workbench
from tests.support import file_dialogs
from tests.support.orders import site_admins
from tests.support.small_city import PIN
from tests.support.widgets import child
from tests.ui.sync.lost_card import lose_a_card
from ui.sign_in.pin_field import PinField
from ui.sync.recovery_panel import RecoveryPanel
from ui.tasks import Tasks
from ui.widgets.notice import Notice

SECOND = "Second reader"


@pytest.fixture
def admins(tmp_path: Path) -> Iterator[tuple[Workbench, list[CardFile]]]:
    """A workstation whose bundle names two site admins, with a second reader."""
    with workbench(tmp_path) as bench:
        cards = site_admins(bench.city, "o-admin-1", "o-admin-2")
        bench.enrol()
        bench.readers.add_reader(SECOND)
        yield bench, cards


@pytest.fixture
def lost(admins: tuple[Workbench, list[CardFile]]) -> tuple[Workbench, list[CardFile]]:
    """A handler's card was lost with a note unsent; its holder is back with a new card."""
    bench, cards = admins
    lose_a_card(bench)
    return bench, cards


@pytest.fixture
def panel(lost: tuple[Workbench, list[CardFile]], tasks: Tasks, qtbot: QtBot) -> RecoveryPanel:
    made = RecoveryPanel(lost[0].core, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def sign(panel: RecoveryPanel, bench: Workbench, card: CardFile) -> None:
    bench.insert(card, SECOND)
    child(panel, PinField, "sync.recovery.pin").setText(PIN)
    child(panel, QPushButton, "sync.recovery.submit").click()


def standing(panel: RecoveryPanel) -> str:
    return child(panel, QLabel, "sync.recovery.standing").text()


def test_two_admins_bring_it_back_and_nothing_is_sent(
    panel: RecoveryPanel, lost: tuple[Workbench, list[CardFile]], qtbot: QtBot
) -> None:
    bench, (one, two) = lost
    back: list[int] = []
    panel.brought_back.connect(back.append)
    assert child(panel, QListWidget, "sync.recovery.copies").count() == 1
    sign(panel, bench, one)
    qtbot.waitUntil(lambda: "1 of 2" in standing(panel), timeout=40_000)
    sign(panel, bench, one)  # the same card again
    notice = child(panel, Notice, "sync.recovery.notice")
    qtbot.waitUntil(lambda: notice.title() == "This card has signed already.", timeout=40_000)
    sign(panel, bench, two)
    qtbot.waitUntil(lambda: bool(back), timeout=40_000)
    assert back == [1]
    session = bench.core.session
    assert session is not None
    [waiting] = session.store.outbox.needs_person()
    assert waiting.event.payload == {"text": "viết khi mất mạng"}
    assert child(panel, Notice, "sync.recovery.outcome").title().startswith("Brought back: 1")


def test_a_colleagues_card_is_no_admins(
    panel: RecoveryPanel, lost: tuple[Workbench, list[CardFile]], qtbot: QtBot
) -> None:
    bench, _ = lost
    sign(panel, bench, bench.city.card("o-approver"))
    notice = child(panel, Notice, "sync.recovery.notice")
    qtbot.waitUntil(notice.isVisible, timeout=40_000)
    assert "0 of 2" in standing(panel)


def test_another_copy_needs_its_own_signatures(
    panel: RecoveryPanel, lost: tuple[Workbench, list[CardFile]], tmp_path: Path, qtbot: QtBot
) -> None:
    bench, (one, two) = lost
    sign(panel, bench, one)
    qtbot.waitUntil(lambda: "1 of 2" in standing(panel), timeout=40_000)
    other = tmp_path / "từ USB.sealed"
    other.write_text("a.b.c.d.e", encoding="ascii")
    child(panel, QPushButton, "sync.recovery.choose").click()
    file_dialogs.answer("sync.recovery.file", other)
    assert "0 of 2" in standing(panel)
    sign(panel, bench, one)
    qtbot.waitUntil(lambda: "1 of 2" in standing(panel), timeout=40_000)
    sign(panel, bench, two)
    outcome = child(panel, Notice, "sync.recovery.outcome")
    qtbot.waitUntil(
        lambda: outcome.title() == "The sealed work is damaged or belongs to another centre.", timeout=40_000
    )


def test_without_a_copy_nobody_is_asked_for_a_pin(
    admins: tuple[Workbench, list[CardFile]], tasks: Tasks, qtbot: QtBot
) -> None:
    panel = RecoveryPanel(admins[0].core, tasks)
    qtbot.addWidget(panel)
    assert standing(panel) == "No sealed copy lies on this computer."
    assert not child(panel, PinField, "sync.recovery.pin").isEnabled()
