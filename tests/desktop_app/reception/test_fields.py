"""Provenance by trust, and nothing of a person in a representation."""

from __future__ import annotations

from desktop_app.reception.fields import Field, Line, Provenance, Text


def test_three_of_them_come_from_the_chip() -> None:
    chip = {Provenance.VERIFIED, Provenance.CHIP, Provenance.REFUSED}
    assert {one for one in Provenance if one.from_chip} == chip


def test_a_line_does_not_show_itself_in_logs() -> None:
    text = Text("Trần Thị Bích", Provenance.CHIP)
    assert "Bích" not in repr(Line(Field.NAME, text, (text,)))
