"""What is doubtful about the day in a field: holidays that nobody confirmed, a year without a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.deadlines import Calendar
from ui.language import translate
from ui.widgets.fields import DayField
from ui.widgets.wrapped_text import wrap


class CalendarDoubt(QLabel):
    """Follows the day that is chosen in ``field``; not there while nothing is doubtful."""

    def __init__(self, name: str, field: DayField, calendar: Calendar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "caution")
        wrap(self)
        self._field, self._calendar = field, calendar
        field.edited.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        said = doubt(self._field.value(), self._calendar)
        self.setText(said)
        self.setVisible(bool(said))


def doubt(day: date, calendar: Calendar) -> str:
    """Return what is to be said of working days until ``day``; nothing where the calendar is confirmed."""
    if not calendar.covers(day):
        said = translate("Panel", "There is no calendar of {year} yet: only weekends are counted.")
        return said.format(year=day.year)
    if calendar.provisional:
        return translate(
            "Panel", "Public holidays are provisional: the centre has not confirmed its calendar."
        )
    return ""
