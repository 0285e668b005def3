"""A part that has nothing to say is not there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.reports.section import Section


def test_a_part_comes_and_goes_with_its_text(qtbot: QtBot) -> None:
    part = Section("draft")
    qtbot.addWidget(part)
    part.show_markup("My draft", "<p>Kính gửi</p>")
    assert not part.isHidden()
    assert part.markup() == "<p>Kính gửi</p>"
    part.show_markup("My draft", "")
    assert part.isHidden()
