"""Which readers are the check-in's, and what is told. The taps themselves: ``test_tap`` and the journeys."""

from __future__ import annotations

import pytest

from cardio import events
from desktop_app.attendance.check_in import CheckIn
from desktop_app.bus import Bus
from desktop_app.domain.attendance import Direction, TapKind
from desktop_app.news import CardLeft, TapFailed, TapReading, TapResult
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until


def test_only_check_in_readers_are_listened_to(enrolled: Workbench) -> None:
    core = enrolled.core
    core.change_settings(reader_roles={KIOSK: "attendance"})
    states = [core.check_in.is_open]
    core.check_in.open()
    states.append(core.check_in.is_open)
    enrolled.insert(enrolled.city.card("o-handler"))
    assert enrolled.heard.of(TapReading) == []
    enrolled.insert(enrolled.city.card("o-co"), KIOSK)
    until(lambda: enrolled.heard.of(TapResult))
    assert enrolled.heard.of(TapReading) == [TapReading(KIOSK)]
    enrolled.readers.remove(KIOSK)
    until(lambda: enrolled.heard.of(CardLeft))
    core.check_in.close()
    core.check_in.close()
    assert [*states, core.check_in.is_open] == [False, True, False]
    enrolled.insert(enrolled.city.card("o-co"), KIOSK)
    assert len(enrolled.heard.of(TapReading)) == 1


def test_named_readers_override_the_roles(enrolled: Workbench) -> None:
    enrolled.core.check_in.open([DESK])
    enrolled.insert(enrolled.city.card("o-handler"))
    assert until(lambda: enrolled.heard.of(TapResult))[0].reader == DESK


def test_the_screen_is_told_before_the_line_to_the_centre(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    workplace = enrolled.core.workplace
    assert workplace is not None
    enrolled.core.check_in.open([KIOSK])
    enrolled.core.bus.subscribe(TapResult, lambda _: told.append("screen"))
    monkeypatch.setattr(workplace.sync, "wake", lambda: told.append("line"))
    enrolled.insert(enrolled.city.card("o-co"), KIOSK)
    until(lambda: len(told) > 1)
    assert told == ["screen", "line"]


def test_the_journal_says_once_that_the_check_in_began(enrolled: Workbench) -> None:
    for _ in range(2):
        enrolled.core.check_in.open([KIOSK])
        enrolled.core.check_in.close()
    terminal = enrolled.core.terminal
    assert terminal is not None
    assert [row.kind for row in terminal.journal.rows(1, 9)] == [TapKind.BOOT]


def test_a_changed_direction_is_written(enrolled: Workbench) -> None:
    enrolled.core.check_in.change_direction("e-1", Direction.OUT)
    terminal = enrolled.core.terminal
    assert terminal is not None
    assert [row.kind for row in terminal.journal.rows(1, 9)] == [TapKind.ANNOTATION]


def test_a_workstation_that_is_not_enrolled_records_nothing(bench: Workbench) -> None:
    check_in = bench.core.check_in
    check_in.open([KIOSK])
    check_in.change_direction("e-1", Direction.OUT)
    bench.insert(bench.city.card("o-handler"), KIOSK)
    assert bench.heard.of(TapReading) == []


def test_a_card_gone_before_it_was_read_is_told_plainly(enrolled: Workbench) -> None:
    """The event comes, the card is no longer there: as when it is drawn along the reader too fast."""
    bus = Bus()
    failed: list[TapFailed] = []
    bus.subscribe(TapFailed, failed.append)
    check_in = CheckIn(bus, enrolled.core.readers, lambda: enrolled.core.workplace, lambda _: True)
    check_in.open()
    bus.publish(events.CardInserted(KIOSK, b"\x3b"))
    until(lambda: failed)
    assert failed == [TapFailed(KIOSK, "card_removed")]
    check_in.close()
