"""A row: text, provenance, and beside them what contradicts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.reception.fields import Field, Line, Provenance, Text
from ui.counter.field_row import FieldRow
from ui.widgets.chip import Chip


@pytest.fixture
def row(qtbot: QtBot) -> FieldRow:
    made = FieldRow(Field.RESIDENCE)
    qtbot.addWidget(made)
    return made


def chips(row: FieldRow) -> list[str]:
    return [chip.text() for chip in row.findChildren(Chip) if not chip.isHidden()]


def test_a_text_wears_its_provenance(row: FieldRow) -> None:
    row.show_line(Line(Field.RESIDENCE, Text("Huế", Provenance.VERIFIED)))
    assert row.accessibleName() == "Residence: Huế (Chip, verified)"
    assert chips(row) == ["Chip, verified"]


def test_conflicts_stand_side_by_side(row: FieldRow) -> None:
    chip, code = Text("Thuận Hóa", Provenance.CHIP), Text("Vỹ Dạ", Provenance.QR)
    row.show_line(Line(Field.RESIDENCE, chip, (code,)))
    assert chips(row) == ["Chip", "Scanned"]
    assert row.accessibleName() == "Residence: Thuận Hóa (Chip) contradicted by Vỹ Dạ (Scanned)"
    row.show_line(Line(Field.RESIDENCE, chip))
    assert chips(row) == ["Chip"]


def test_nothing_stays_behind(row: FieldRow) -> None:
    row.show_line(Line(Field.RESIDENCE, Text("Huế", Provenance.TYPED), (Text("Hội An", Provenance.CHIP),)))
    row.show_line(None)
    assert row.isHidden()
    assert not any(
        "Hu" in label.text() or "Hội" in label.text() for label in row.findChildren(type(row._value))
    )
