"""What supervision is asked: which table, and over which period; its own days when a person wants others."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.domain.period import Period, Span, period_of
from ui.language import Translated, translate
from ui.supervise.measures import View, span_word, view_word
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_box import DayBox


class Question(Translated, QWidget):
    """``changed`` when the answer will be another."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._view, self._span = ChoiceBox(self), ChoiceBox(self)
        self._view.setObjectName("supervise.view")
        self._span.setObjectName("supervise.span")
        self._view_label, self._span_label = QLabel(self), QLabel(self)
        self._first, self._dash, self._last = DayBox(self), QLabel("–", self), DayBox(self)
        self._first.setObjectName("supervise.first")
        self._last.setObjectName("supervise.last")
        for box in (self._view, self._span):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        for view in View:
            self._view.addItem("", view)
        for span in Span:
            self._span.addItem("", span)
        self._view.setCurrentIndex(0)
        self._span.setCurrentIndex(list(Span).index(Span.THIS_QUARTER))
        self._fill_days()
        self._view.currentIndexChanged.connect(self._choose_view)
        self._span.currentIndexChanged.connect(self._choose_span)
        self._first.dateChanged.connect(self.changed)
        self._last.dateChanged.connect(self.changed)
        self.retranslate()

    def _lay_out(self) -> None:
        self._view_label.setBuddy(self._view)
        self._span_label.setBuddy(self._span)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for part in (self._view_label, self._view, self._span_label, self._span):
            layout.addWidget(part)
        for day in (self._first, self._dash, self._last):
            layout.addWidget(day)
        layout.addStretch(1)

    def view(self) -> View:
        """Return the table asked for."""
        return View(self._view.currentData())

    def period(self) -> Period:
        """Return the period asked for."""
        if self._chosen() is Span.OWN:
            return Period(_day(self._first.date()), _day(self._last.date()))
        return period_of(self._chosen(), self._today)

    def show_today(self, today: date) -> None:
        """A new day has begun: periods end with it."""
        if today != self._today:
            self._today = today
            self.changed.emit()

    def choose(self, view: View, span: Span) -> None:
        """Ask for this table over this period."""
        self._view.setCurrentIndex(list(View).index(view))
        self._span.setCurrentIndex(list(Span).index(span))

    def take_focus(self) -> None:
        """Put the keyboard into the first choice."""
        self._view.setFocus()

    def retranslate(self) -> None:
        """Name the choices."""
        self._view_label.setText(translate("Supervise", "Table"))
        returns = self._view.currentIndex() == list(View).index(View.RETURNS)
        span = translate("Supervise", "Returned in") if returns else translate("Supervise", "Given in")
        self._span_label.setText(span)
        for index, view in enumerate(View):
            self._view.setItemText(index, view_word(view))
        for index, span in enumerate(Span):
            self._span.setItemText(index, span_word(span))
        self._view.setAccessibleName(self._view_label.text())
        self._span.setAccessibleName(translate("Supervise", "Period"))
        self._first.setAccessibleName(translate("Supervise", "First day"))
        self._last.setAccessibleName(translate("Supervise", "Last day"))

    def _chosen(self) -> Span:
        return Span(self._span.currentData())

    @Slot()
    def _choose_view(self) -> None:
        self.retranslate()
        self.changed.emit()

    @Slot()
    def _choose_span(self) -> None:
        self._fill_days()
        self.changed.emit()

    def _fill_days(self) -> None:
        """Days of one's own begin with those of this month."""
        own = self._chosen() is Span.OWN
        for part in (self._first, self._dash, self._last):
            part.setVisible(own)
        month = period_of(Span.THIS_MONTH, self._today)
        for box, day in ((self._first, month.first), (self._last, month.last)):
            if own and day is not None:
                box.blockSignals(True)
                box.setDate(QDate(day.year, day.month, day.day))
                box.blockSignals(False)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
