"""A row that the policy fixed is locked and says who did it."""

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.settings.section import Section


def test_fixed_rows_are_locked_and_say_so(qtbot: QtBot) -> None:
    section = Section("some")
    qtbot.addWidget(section)
    free, fixed = QLineEdit(section), QLineEdit(section)
    label = section.add_row(free)
    section.add_row(fixed, fixed=True)
    assert label.buddy() is free
    assert free.isEnabled()
    assert not fixed.isEnabled()
    names = [each.accessibleName() for each in section.findChildren(QLabel)]
    assert names.count("Fixed by the administrator's policy") == 1


def test_what_takes_the_whole_width_ends_with_the_rows_above_it(qtbot: QtBot) -> None:
    section = Section("some")
    qtbot.addWidget(section)
    row, wide = QLineEdit(section), QLineEdit(section)
    section.add_row(row)
    section.add_wide(wide)
    section.resize(600, 200)
    section.show()
    qtbot.waitUntil(lambda: wide.geometry().right() == row.geometry().right() > 500, timeout=20_000)
    assert wide.x() < row.x()
