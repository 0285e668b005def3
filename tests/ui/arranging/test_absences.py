"""Absences: a form for oneself, deputies nearby, an end by itself; what is made stands in a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.delegation import Delegation, Right
from desktop_app.domain.matters import Delegate, MatterCommand
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from ui.arranging.absences import Absences
from ui.widgets.choice_box import ChoiceBox

BenchOf = Callable[[str], Bench]


def section_of(qtbot: QtBot, bench: Bench) -> Absences:
    made = Absences("absences", bench.desk)
    qtbot.addWidget(made)
    made.show_all()
    return made


def choices(section: Absences, name: str) -> list[str]:
    box = child(section, ChoiceBox, f"field.{name}")
    return [box.itemData(row) for row in range(box.count())]


def test_a_handler_delegates_for_themselves(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    section = section_of(qtbot, bench)
    assert choices(section, "from_person") == [city.HANDLER]
    assert city.HANDLER not in choices(section, "to_person")
    deputy = choices(section, "to_person")[0]
    box = child(section, ChoiceBox, "field.to_person")
    box.setCurrentIndex(box.findData(deputy))
    with qtbot.waitSignal(section.arranged, timeout=20_000):
        section.ask()
    ((command, payload, entity),) = bench.centre.asked
    assert (command, entity) == (MatterCommand.DELEGATE, None)
    assert isinstance(payload, Delegate)
    assert (payload.from_person, payload.to_person, payload.rights) == (city.HANDLER, deputy, (Right.HANDLE,))
    assert payload.starts.astimezone(ZONE).hour == payload.ends.astimezone(ZONE).hour == 0
    assert payload.ends - payload.starts == timedelta(days=8), "the last day counts whole"


def test_without_a_deputy_the_field_is_named_and_nothing_sent(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    section = section_of(qtbot, bench)
    section.ask()
    assert bench.centre.asked == []
    assert child(section, ChoiceBox, "field.to_person").accessibleDescription() == "This must not be empty."


def test_who_has_nothing_to_delegate_has_no_form(qtbot: QtBot, bench_of: BenchOf) -> None:
    section = section_of(qtbot, bench_of(city.DISPATCHER))
    assert not child(section, QPushButton, "arranging.absences.send").isVisibleTo(section)


def test_an_absence_stands_in_a_line_and_can_be_ended(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    now = bench.place.clock.now()
    made = Delegation(
        "d-1", city.HANDLER, city.LEADER, (Right.HANDLE,), (city.WARD,), now - timedelta(days=1),
        now + timedelta(days=2), city.HANDLER, "Nghỉ phép",
    )  # fmt: skip
    over = Delegation(
        "d-0", city.HANDLER, city.LEADER, (Right.HANDLE,), (), now - timedelta(days=9), now, city.HANDLER
    )
    for each in (made, over):
        bench.told(MatterCommand.DELEGATE, each)
    section = section_of(qtbot, bench)
    lines = [label.text() for label in section.findChildren(QLabel) if "(handling)" in label.text()]
    assert len(lines) == 1
    assert city.NAMES[city.LEADER] in lines[0]
    assert "Nghỉ phép" in lines[0]
    end = child(section, QPushButton, "arranging.absences.end_delegation")
    with qtbot.waitSignal(section.arranged, timeout=20_000):
        end.click()
    assert bench.centre.asked[0][0] is MatterCommand.END_DELEGATION
    assert bench.centre.asked[0][2] == "d-1"
