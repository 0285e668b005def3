"""Leaving the kiosk, and entries by a supervisor: with real cards, through the panel's own widgets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from cardio.simulator import CardFile, VirtualPivCard
from desktop_app.domain.attendance import EntryReason, TapKind
from tests.desktop_app.cards.test_officer_card import admin_card, take_bundle
from tests.journeys.workbench import DESK, KIOSK, Workbench, workbench
from tests.support.deadline import until
from tests.support.main_thread import bridged
from tests.support.small_city import PIN
from tests.support.widgets import child
from ui.kiosk.officer_panel import OfficerPanel
from ui.kiosk.officer_texts import reason_text
from ui.kiosk.window import KioskWindow
from ui.language import Language, install
from ui.sign_in.card_entry import officer_reader
from ui.tasks import Tasks
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.notice import Notice


@pytest.fixture
def place(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> Iterator[tuple[KioskWindow, Workbench]]:
    """A kiosk in full screen beside a served city."""
    with workbench(tmp_path) as bench, bridged(bench.core.bus) as bridge:
        bench.city.card("o-handler")
        bench.enrol()
        bench.core.change_settings(reader_roles={KIOSK: "attendance"})
        kiosk = KioskWindow(bench.core, bridge, tasks)
        kiosk.open(full_screen=True)
        until(lambda: bench.core.terminal and bench.core.terminal.roster.issued_at(), what="the roster")
        yield kiosk, bench
        kiosk.end()
        shiboken6.delete(kiosk)


def panel_of(kiosk: KioskWindow) -> OfficerPanel:
    return child(kiosk, OfficerPanel, "kiosk.officer")


def told(kiosk: KioskWindow) -> str:
    return child(kiosk, Notice, "kiosk.officer.notice").title()


def type_pin(kiosk: KioskWindow, qtbot: QtBot, pin: str = PIN) -> None:
    field = child(kiosk, QLineEdit, "kiosk.officer.pin")
    qtbot.keyClicks(field, pin)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def kinds(bench: Workbench) -> list[TapKind]:
    terminal = bench.core.terminal
    assert terminal is not None
    return [row.kind for row in terminal.journal.rows(1, 99)]


def test_full_screen_is_left_by_an_admin_alone(place: tuple[KioskWindow, Workbench], qtbot: QtBot) -> None:
    kiosk, bench = place
    assert not kiosk.close(), "the window's own way out asks, too"
    panel = panel_of(kiosk)
    assert panel.isVisible()
    type_pin(kiosk, qtbot)
    assert "reader with a slot" in told(kiosk)
    bench.insert(bench.city.card("o-handler"))
    child(kiosk, QLineEdit, "kiosk.officer.pin").clear()
    type_pin(kiosk, qtbot)
    qtbot.waitUntil(lambda: "may not do this" in told(kiosk))
    assert kiosk.isFullScreen()
    bench.insert(admin_card(bench))
    type_pin(kiosk, qtbot, "000000")
    qtbot.waitUntil(lambda: told(kiosk) == "Wrong PIN.")
    type_pin(kiosk, qtbot)
    qtbot.waitUntil(lambda: not kiosk.isFullScreen())
    assert not panel.isVisible()
    assert kinds(bench).count(TapKind.MODE_EXIT) == 1
    assert bench.core.check_in.is_open, "taps go on"


def test_cancelling_stays(place: tuple[KioskWindow, Workbench]) -> None:
    kiosk, bench = place
    kiosk.toggle_full_screen()
    child(kiosk, QPushButton, "kiosk.officer.cancel").click()
    assert kiosk.isFullScreen()
    assert not panel_of(kiosk).isVisible()
    assert TapKind.MODE_EXIT not in kinds(bench)


def test_a_supervisor_enters_a_person(place: tuple[KioskWindow, Workbench], qtbot: QtBot) -> None:
    kiosk, bench = place
    bench.insert(bench.city.card("o-supervisor"))
    take_bundle(bench)
    kiosk.supervised_entry()
    people = child(kiosk, QListWidget, "kiosk.officer.people")
    type_pin(kiosk, qtbot)
    assert told(kiosk) == "Choose the person."
    qtbot.keyClicks(child(kiosk, QLineEdit, "kiosk.officer.search"), "ly")
    qtbot.waitUntil(lambda: people.count() == 1)
    assert people.item(0).text() == "Lý L. T. X.", "nothing but what the screen may show"
    type_pin(kiosk, qtbot, "")
    assert told(kiosk) == "Choose IN or OUT."
    child(kiosk, QRadioButton, "kiosk.officer.in").setChecked(True)
    type_pin(kiosk, qtbot, "")
    assert told(kiosk) == "Choose the reason."
    child(kiosk, ChoiceBox, "kiosk.officer.reason").setCurrentIndex(1)
    type_pin(kiosk, qtbot, "")
    qtbot.waitUntil(lambda: not panel_of(kiosk).isVisible())
    qtbot.waitUntil(lambda: kiosk._results.faces() != [])
    face = kiosk._results.faces()[0]
    assert (face.word, face.name, face.line) == ("IN", "Lý L. T. X.", "Entered by a supervisor.")
    assert kinds(bench).count(TapKind.SUPERVISED_ENTRY) == 1
    assert people.count() == 0, "no name stays behind"


def test_the_tapping_reader_takes_no_pin(place: tuple[KioskWindow, Workbench]) -> None:
    kiosk, bench = place
    card = bench.city.card("o-supervisor")
    assert officer_reader(bench.core) is None
    bench.readers.insert(KIOSK, _virtual(card))
    assert officer_reader(bench.core) is None
    bench.insert(bench.city.card("o-approver"))
    assert officer_reader(bench.core) == DESK
    assert not panel_of(kiosk).isVisible()


def _virtual(card: CardFile) -> VirtualPivCard:

    return VirtualPivCard(card)


def test_both_languages(place: tuple[KioskWindow, Workbench], qtbot: QtBot) -> None:
    kiosk, _ = place
    kiosk.supervised_entry()
    install(Language.VIETNAMESE)
    button = child(kiosk, QPushButton, "kiosk.officer.submit")
    qtbot.waitUntil(lambda: button.text() == "Ghi nhận")
    assert len({reason_text(reason) for reason in EntryReason}) == len(EntryReason)


def test_a_name_nobody_has_is_said(place: tuple[KioskWindow, Workbench], qtbot: QtBot) -> None:
    kiosk, _ = place
    kiosk.supervised_entry()
    people = child(kiosk, QListWidget, "kiosk.officer.people")
    qtbot.keyClicks(child(kiosk, QLineEdit, "kiosk.officer.search"), "xyz")
    qtbot.waitUntil(lambda: people.count() == 1, timeout=20_000)
    assert people.item(0).text() == "Nobody of this name is on the list."
    assert not people.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    type_pin(kiosk, qtbot)
    assert told(kiosk), "and nobody is entered"
