"""The whole in one bar: answered on time, with an extension, late; running, overdue. With words under it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.store.supervised import Measure
from desktop_app.store.supervision import Counts, on_time_share
from ui.language import translate
from ui.supervise.measures import measure_list
from ui.theme import RADIUS, SPACING, current
from ui.vocabulary.markup import coloured

SHOWN = (
    Measure.ON_TIME, Measure.EXTENDED, Measure.LATE,
    Measure.RUNNING, Measure.RUNNING_EXTENDED, Measure.OVERDUE,
)  # fmt: skip
"""From left to right: together they are everything that was given."""
_HEIGHT = 14
_SQUARE, _HATCHED = "■", "▨"
"""Before the words of a part; what runs overdue is as red as what was answered late, so it is hatched."""
_NBSP = "&nbsp;"
"""A number stays beside what it counts."""
_GAP = f"{_NBSP}{_NBSP} "


def ink(measure: Measure) -> str:
    """Return the colour of a part, always beside its word."""
    colours = current().colours
    return {
        Measure.ON_TIME: colours.good,
        Measure.EXTENDED: colours.caution,
        Measure.LATE: colours.danger,
        Measure.RUNNING: colours.info,
        Measure.RUNNING_EXTENDED: colours.accent,
        Measure.OVERDUE: colours.danger,
    }[measure]


class ShareBar(QWidget):
    """Bar and words; empty where nothing was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("supervise.share")
        self._parts: list[tuple[Measure | None, str]] = []
        self._bar, self._words = _Bar(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setProperty("role", "dense")
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)

    def show_counts(self, counts: Counts) -> None:
        """Show how everything given stands."""
        self._bar.show_counts(counts)
        share = on_time_share(counts)
        self._parts = [(each, _part(each, counts[each])) for each in SHOWN if counts[each]]
        if share is not None:
            words = translate("Supervise", "On time {share}").format(share=f"{share:.0%}")
            self._parts.insert(0, (None, words))
        self.setAccessibleName(self.words())
        self._write()

    def words(self) -> str:
        """Return what stands under the bar."""
        return " · ".join(words for _, words in self._parts)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the marks anew when the scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        """Set a square of its part's colour before each word."""
        told = (_marked(measure) + escape(words).replace(" ", _NBSP) for measure, words in self._parts)
        self._words.setText(_GAP.join(told))


class _Bar(QWidget):
    """Paints the parts; what they are is said under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts: Counts = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(200, _HEIGHT)

    def show_counts(self, counts: Counts) -> None:
        """Paint these counts."""
        self._counts = counts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts side by side, a gap between them."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(current().colours.border))
            painter.setBrush(QColor(current().colours.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            whole = sum(self._counts.get(each, 0) for each in SHOWN)
            left = 1.0
            for each in SHOWN:
                count = self._counts.get(each, 0)
                if count and whole:
                    width = (self.width() - 2) * count / whole
                    _paint(painter, QRectF(left, 1, max(1.0, width - 1), _HEIGHT - 2), each)
                    left += width


def _part(measure: Measure, count: int) -> str:
    return f"{measure_list(measure)}: {QLocale().toString(count)}"


def _paint(painter: QPainter, part: QRectF, measure: Measure) -> None:
    painter.fillRect(part, QColor(ink(measure)))
    if measure is Measure.OVERDUE:
        painter.fillRect(part, QBrush(QColor(current().colours.surface), Qt.BrushStyle.BDiagPattern))


def _marked(measure: Measure | None) -> str:
    if measure is None:
        return ""
    mark = _HATCHED if measure is Measure.OVERDUE else _SQUARE
    return coloured(mark, ink(measure)) + _NBSP
