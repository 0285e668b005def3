"""Lost work brought back at the only reader: the admins' cards one after the other, then the own one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator import CardFile, VirtualPivCard
from desktop_app.ceremonies import recovery
from tests.journeys.workbench import DESK, Workbench, workbench
from tests.support.deadline import until
from tests.support.orders import site_admins
from tests.support.small_city import PIN
from tests.support.widgets import child
from tests.ui.sync.lost_card import lose_a_card
from ui.sign_in.pin_field import PinField
from ui.sync.recovery_panel import RecoveryPanel
from ui.sync.recovery_turns import RecoveryTurnsDialog
from ui.tasks import Tasks
from ui.widgets.notice import Notice

SOON = 40_000


class Desk:
    """A person signed in again after a lost card, at a desk with one reader; two admins stand by."""

    def __init__(self, bench: Workbench, admins: list[CardFile]) -> None:
        self.bench, self.admins = bench, admins
        self.own = lose_a_card(bench)

    def swap(self, card: CardFile | VirtualPivCard) -> None:
        """Take out what is in the reader and put this card in."""
        self.bench.readers.remove(DESK)
        until(lambda: self.bench.core.readers.readers()[0].atr is None, what="the empty reader")
        self.bench.insert(card)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """That desk."""
    with workbench(tmp_path) as bench:
        admins = site_admins(bench.city, "o-admin-1", "o-admin-2")
        bench.enrol()
        yield Desk(bench, admins)


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, qtbot: QtBot) -> RecoveryTurnsDialog:
    panel = RecoveryPanel(desk.bench.core, tasks)
    qtbot.addWidget(panel)
    panel.show()
    assert not child(panel, PinField, "sync.recovery.pin").isVisible(), "no second reader to sign at"
    child(panel, QPushButton, "sync.recovery.oneReader").click()
    return child(panel, RecoveryTurnsDialog, "sync.turns")


def sign(dialog: RecoveryTurnsDialog, pin: str = PIN) -> None:
    child(dialog, PinField, "sync.turns.pin").setText(pin)
    child(dialog, QPushButton, "sync.turns.submit").click()


def step(dialog: RecoveryTurnsDialog) -> str:
    return child(dialog, QLabel, "sync.turns.step").text()


def notice(dialog: RecoveryTurnsDialog) -> str:
    return child(dialog, Notice, "sync.turns.notice").title()


def test_both_sign_one_after_the_other_and_the_own_card_takes_the_desk_back(
    dialog: RecoveryTurnsDialog, desk: Desk, qtbot: QtBot
) -> None:
    core, before = desk.bench.core, desk.bench.core.session
    back: list[int] = []
    dialog.brought_back.connect(back.append)
    assert "5 minutes" in child(dialog, QLabel, "sync.turns.time").text()
    assert core.guard.lent == DESK
    desk.swap(desk.admins[0])
    sign(dialog)
    qtbot.waitUntil(lambda: step(dialog).startswith("2 of 3"), timeout=SOON)
    sign(dialog)  # the same card again
    qtbot.waitUntil(lambda: notice(dialog) == "This card has signed already.", timeout=SOON)
    desk.swap(desk.admins[1])
    sign(dialog)
    qtbot.waitUntil(lambda: bool(back), timeout=SOON)
    assert step(dialog).startswith("3 of 3")
    sign(dialog)  # the admin's card is still in the reader
    qtbot.waitUntil(lambda: "not the one you signed in with" in notice(dialog), timeout=SOON)
    desk.swap(desk.own)
    sign(dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=SOON)
    assert core.session is before is not None, "the session went on"
    assert before is not None
    [waiting] = before.store.outbox.needs_person()
    assert waiting.event.payload == {"text": "viết khi mất mạng"}
    assert (back, desk.own.pin_tries_left) == ([1], 3)
    desk.bench.readers.remove(DESK)  # and the guard watches again
    qtbot.waitUntil(lambda: core.session is None, timeout=SOON)


def test_closed_before_the_own_card_is_back_it_locks(
    dialog: RecoveryTurnsDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.swap(desk.admins[0])
    dialog.close()
    qtbot.waitUntil(lambda: desk.bench.core.session is None, timeout=SOON)


def test_closed_before_anything_happened_all_is_as_it_was(
    dialog: RecoveryTurnsDialog, desk: Desk, qtbot: QtBot
) -> None:
    dialog.reject()
    assert desk.bench.core.session is not None
    assert desk.bench.core.guard.lent is None
    desk.bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: desk.bench.core.session is None, timeout=SOON)


def test_a_colleagues_card_is_no_admins(dialog: RecoveryTurnsDialog, desk: Desk, qtbot: QtBot) -> None:
    desk.swap(desk.bench.city.card("o-approver"))
    sign(dialog)
    qtbot.waitUntil(lambda: bool(notice(dialog)), timeout=SOON)
    assert step(dialog).startswith("1 of 3")
    assert recovery.ADMINS == 2
    dialog.reject()
