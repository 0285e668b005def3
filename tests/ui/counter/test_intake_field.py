"""A burst of keys is a scanner, a zone waits for its last line, an empty Enter is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cardio import mrz
from cardio.cccd.provenance import Source
from cardio.mrz import Format
from tests.support.virtual_documents import PERSON
from ui.counter import intake_field
from ui.counter.intake_field import IntakeField


class Clock:
    """Seconds that pass by a key's time at each look."""

    def __init__(self, gap: float) -> None:
        self.now, self.gap = 0.0, gap

    def monotonic(self) -> float:
        self.now += self.gap
        return self.now


@pytest.fixture
def heard(qtbot: QtBot) -> tuple[IntakeField, list[tuple[str, Source]]]:
    field, entries = IntakeField(), []
    qtbot.addWidget(field)
    field.entered.connect(lambda text, source: entries.append((text, source)))
    field.show()
    return field, entries


def type_(qtbot: QtBot, field: IntakeField, text: str, monkeypatch: pytest.MonkeyPatch, gap: float) -> None:
    monkeypatch.setattr(intake_field, "time", Clock(gap))
    for line in text.split("\n"):
        qtbot.keyClicks(field, line)
        qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("gap", "source"), [(0.004, Source.WEDGE_SCANNER), (0.12, Source.TYPED)])
def test_who_typed(
    heard: tuple[IntakeField, list[tuple[str, Source]]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    gap: float,
    source: Source,
) -> None:
    field, entries = heard
    type_(qtbot, field, PERSON.number, monkeypatch, gap)
    assert entries == [(PERSON.number, source)]
    assert field.selectedText() == PERSON.number, "the next scan takes its place"


@pytest.mark.parametrize("size", Format)
def test_a_zone_waits_for_its_last_line(
    heard: tuple[IntakeField, list[tuple[str, Source]]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: Format,
) -> None:
    field, entries = heard
    zone, (_, width) = mrz.write(PERSON.zone(size)), size.value
    text = "\n".join(zone[at : at + width] for at in range(0, len(zone), width))
    type_(qtbot, field, text, monkeypatch, 0.003)
    assert entries == [(zone, Source.WEDGE_SCANNER)]


def test_a_scan_after_typing_is_judged_by_its_own_keys(
    heard: tuple[IntakeField, list[tuple[str, Source]]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, entries = heard
    type_(qtbot, field, PERSON.number, monkeypatch, 0.2)
    type_(qtbot, field, PERSON.number, monkeypatch, 0.002)
    assert [source for _, source in entries] == [Source.TYPED, Source.WEDGE_SCANNER]
    assert len(field.text()) == 12


def test_nothing_is_nothing(
    heard: tuple[IntakeField, list[tuple[str, Source]]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, entries = heard
    type_(qtbot, field, "  ", monkeypatch, 0.1)
    assert entries == []
    assert field.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
