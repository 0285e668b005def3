"""Nothing of a person in a representation."""

from __future__ import annotations

from desktop_app.reception.fields import Field, Line, Provenance, Text


def test_a_line_does_not_show_itself_in_logs() -> None:
    text = Text("Trần Thị Bích", Provenance.CHIP)
    assert "Bích" not in repr(Line(Field.NAME, text, (text,)))
