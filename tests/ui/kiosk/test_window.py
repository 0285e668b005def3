"""The kiosk over a real core: real cards are presented, the screen says what the journal says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from cardio.simulator import VirtualPivCard
from desktop_app.domain.attendance import LocalVerdict, TapKind
from desktop_app.news import CardLeft, TapFailed, TapReading, TerminalStatus
from tests.journeys.workbench import KIOSK, Workbench, workbench
from tests.support.deadline import until
from tests.support.main_thread import bridged
from tests.support.taps import tap
from tests.support.widgets import child
from ui.kiosk.faces import Sound
from ui.kiosk.officer_panel import OfficerPanel
from ui.kiosk.state_line import KioskState
from ui.kiosk.window import KioskWindow
from ui.tasks import Tasks


@dataclass
class Hall:
    """A kiosk whose roster knows ``card``, and the sounds it played."""

    bench: Workbench
    kiosk: KioskWindow
    card: VirtualPivCard
    played: list[Sound]

    def present(self, card: VirtualPivCard, qtbot: QtBot) -> str:
        """Tap, and return the word that appears."""
        before = len(self.kiosk._results.faces())
        self.bench.readers.insert(KIOSK, card)
        qtbot.waitUntil(lambda: len(self.kiosk._results.faces()) > before)
        self.bench.readers.remove(KIOSK)
        qtbot.waitUntil(lambda: not self.kiosk._left.waits_for())
        return self.kiosk._results.faces()[0].word


@pytest.fixture
def hall(tmp_path: Path, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    with workbench(tmp_path) as bench, bridged(bench.core.bus) as bridge:
        card = VirtualPivCard(bench.city.card("o-handler"))
        bench.enrol()
        bench.core.change_settings(reader_roles={KIOSK: "attendance"})
        kiosk = KioskWindow(bench.core, bridge, tasks)
        played: list[Sound] = []
        monkeypatch.setattr(kiosk._sounds, "play", played.append)
        kiosk.resize(1366, 768)
        kiosk.open(full_screen=False)
        until(lambda: bench.core.terminal and bench.core.terminal.roster.issued_at(), what="the roster")
        yield Hall(bench, kiosk, card, played)
        kiosk.end()
        shiboken6.delete(kiosk)


def test_in_again_and_a_stranger(hall: Hall, qtbot: QtBot) -> None:
    enrolment = hall.bench.core.enrolment
    assert enrolment is not None
    assert hall.kiosk._strip.texts()[0] == f"Terminal {enrolment.terminal_id}"
    assert hall.kiosk._state.state() is KioskState.READY
    assert hall.present(hall.card, qtbot) == "IN"
    assert hall.present(hall.card, qtbot) == "RECORDED"
    stranger = VirtualPivCard(hall.bench.city.unknown_card("Somebody"))
    assert hall.present(stranger, qtbot) == "REFUSED"
    assert hall.played == [Sound.IN, Sound.REPEATED, Sound.REFUSED]
    assert hall.kiosk._results.faces()[-1].name.endswith("T. X."), "given name and initials only"


def test_wrong_direction_becomes_an_annotation(hall: Hall, qtbot: QtBot) -> None:
    terminal = hall.bench.core.terminal
    assert terminal is not None
    hall.present(hall.card, qtbot)
    before = terminal.journal.head().seq
    qtbot.keyClick(hall.kiosk, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: hall.kiosk._state.state() is KioskState.NOTED)
    assert terminal.journal.head().seq == before + 1
    hall.kiosk.wrong_direction()
    assert terminal.journal.head().seq == before + 1, "a second press does nothing"


def test_the_panel_for_officers_lies_over_no_button(hall: Hall) -> None:
    hall.kiosk._result(tap())
    assert not hall.kiosk._wrong.isHidden()
    hall.kiosk.supervised_entry()
    assert hall.kiosk._wrong.isHidden()


@pytest.mark.parametrize("size", [(1093, 550), (1366, 688), (1920, 1080)], ids=str)
def test_the_panel_for_officers_lies_between_clock_and_strip(hall: Hall, size: tuple[int, int]) -> None:
    hall.kiosk.resize(*size)
    hall.kiosk.supervised_entry()
    panel = child(hall.kiosk, OfficerPanel, "kiosk.officer").geometry()
    assert panel.top() > hall.kiosk._clock.geometry().bottom(), "the clock goes on above it"
    assert panel.bottom() < hall.kiosk._strip.y()
    assert child(hall.kiosk, QListWidget, "kiosk.officer.people").height() >= 56


def test_a_refused_tap_has_no_direction_to_change(hall: Hall) -> None:
    hall.kiosk._result(tap(TapKind.TAP_REJECTED, LocalVerdict.REVOKED, None))
    assert hall.kiosk._wrong.isHidden()


def test_a_card_left_behind_is_reminded_of(hall: Hall, qtbot: QtBot) -> None:
    hall.kiosk._left.reminded.emit(KIOSK)
    assert hall.kiosk._state.state() is KioskState.TAKE_CARD
    assert hall.played == [Sound.ATTENTION]
    hall.kiosk._card_left(CardLeft(KIOSK))
    assert hall.kiosk._state.state() is KioskState.READY


def test_a_card_torn_off_is_told_and_the_screen_is_ready_again(hall: Hall) -> None:
    hall.kiosk._reading(TapReading(KIOSK))
    assert hall.kiosk._state.state() is KioskState.READING
    hall.kiosk._failed(TapFailed(KIOSK, "card_removed"))
    assert hall.kiosk._results.faces()[0].word == "NOT RECORDED"
    assert hall.kiosk._state.state() is KioskState.READY


def test_silence_can_be_chosen(hall: Hall) -> None:
    hall.bench.core.change_settings(sounds=False)
    hall.kiosk._result(tap())
    assert hall.played == []
    assert not hall.kiosk._flash.isHidden()


def test_offline_is_in_the_strip(hall: Hall, qtbot: QtBot) -> None:
    hall.bench.gate.refuse()
    hall.present(hall.card, qtbot)
    qtbot.waitUntil(lambda: "offline" in hall.kiosk._strip.texts()[1], timeout=20_000)
    assert hall.bench.heard.of(TerminalStatus)


def test_without_its_reader_the_kiosk_waits_for_it(hall: Hall, qtbot: QtBot) -> None:
    hall.bench.readers.remove_reader(KIOSK)
    qtbot.waitUntil(lambda: hall.kiosk._state.state() is KioskState.NO_READER)
    hall.bench.readers.add_reader(KIOSK, contactless=True)
    qtbot.waitUntil(lambda: hall.kiosk._state.state() is KioskState.READY)


def test_a_service_that_is_away_is_no_missing_reader(hall: Hall, qtbot: QtBot) -> None:
    hall.bench.readers.stop_service()
    qtbot.waitUntil(lambda: hall.kiosk._state.state() is KioskState.NO_SERVICE, timeout=20_000)
    hall.bench.readers.stop_service(stopped=False)
    qtbot.waitUntil(lambda: hall.kiosk._state.state() is KioskState.READY, timeout=20_000)


def test_a_closed_kiosk_records_nothing(hall: Hall) -> None:
    assert hall.bench.core.check_in.is_open
    hall.kiosk.close()
    assert not hall.bench.core.check_in.is_open


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1024, 600)])
def test_all_parts_fit_the_screen(hall: Hall, qtbot: QtBot, width: int, height: int) -> None:
    hall.kiosk._result(tap())
    hall.kiosk.resize(width, height)
    assert (hall.kiosk.width(), hall.kiosk.height()) == (width, height)
    parts = (hall.kiosk._clock, hall.kiosk._state, hall.kiosk._results, hall.kiosk._strip)
    qtbot.waitUntil(lambda: all(hall.kiosk.rect().contains(part.geometry()) for part in parts))
    tops = [part.geometry().top() for part in (hall.kiosk._clock, hall.kiosk._state, hall.kiosk._results)]
    assert tops == sorted(tops)
    assert not hall.kiosk._state.geometry().intersects(hall.kiosk._results.geometry())
