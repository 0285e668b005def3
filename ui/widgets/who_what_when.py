"""The strip that every assignment shows, always in this order: who, what, when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedLabel

_SHARES = {"who": 4, "what": 3, "when": 3}
"""Of the width: names are long, with those who help the longest."""
_HELD = "\u00a0"
"""A space at which no line breaks."""
_ROLE_OF_TONE = {Tone.NEUTRAL: "strong", Tone.ACCENT: "strong"}


class _Heading(QLabel):
    """Remembers its size, which the strip asks for at every step."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._size: QSize | None = None

    def sizeHint(self) -> QSize:
        """One line."""
        if self._size is None:
            self._size = super().sizeHint()
        return self._size

    def setText(self, text: str) -> None:
        """Say something else."""
        self._size = None
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Forget the size: other letters have another."""
        self._size = None
        super().changeEvent(event)


class _Cell:
    """A heading and what stands under it, both on the strip itself."""

    def __init__(self, name: str, strip: QWidget) -> None:
        self._told = ""
        self.heading = _Heading(strip)
        self.heading.setProperty("role", "counter")
        self.value = WrappedLabel(strip)
        self.value.setObjectName(f"whoWhatWhen.{name}")
        self.value.setProperty("role", "strong")
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        bold = self.value.font()
        bold.setWeight(QFont.Weight.DemiBold)
        self.value.setFont(bold)

    def fit(self, room: int) -> None:
        """Let words that are held together part after all where they find no room in one line."""
        if _HELD not in self._told:
            return
        self.value.ensurePolished()
        widest = max(map(self.value.fontMetrics().horizontalAdvance, self._told.split(" ")))
        text = self._told if widest <= room else self._told.replace(_HELD, " ")
        if text != self.value.text():
            self.value.setText(text)

    def show_value(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Set the text, bold, in its tone."""
        if text != self._told:
            self._told = text
            self.value.setText(text)
            self.value.setToolTip(text)
        self.value.setAccessibleName(f"{self.heading.text()}: {text}")
        set_role(self.value, _ROLE_OF_TONE.get(tone, tone.value))


class WhoWhatWhen(Translated, QFrame):
    """Three cells side by side; an assignment that is missing says so in words.

    Places its labels itself: at every step through a list three layouts would each ask all of them again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("whoWhatWhen")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._cells = {name: _Cell(name, self) for name in _SHARES}
        self.retranslate()

    def show_assignment(self, who: str, what: str, when: str, tone: Tone) -> None:
        """Show who does what by when; an empty text stands for *not assigned yet*."""
        missing = translate("WhoWhatWhen", "not assigned yet")
        self._cells["who"].show_value(who or missing)
        self._cells["what"].show_value(what or missing)
        self._cells["when"].show_value(when or missing, tone)

    def hasHeightForWidth(self) -> bool:
        """Yes: long names take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the cell with the most lines."""
        heights = []
        for cell, _, room in self._columns(width):
            cell.fit(room)
            heights.append(cell.value.heightForWidth(room))
        return 2 * SPACING.small + self._heading_height() + max(heights)

    def sizeHint(self) -> QSize:
        """A line each."""
        heading, (first, *_) = self._heading_height(), self._cells.values()
        return QSize(0, 2 * SPACING.small + heading + first.value.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A line each."""
        return self.sizeHint()

    def place_labels(self) -> None:
        """Put every label where it belongs at the width there is."""
        heading = self._heading_height()
        for cell, left, room in self._columns(self.width()):
            cell.heading.setGeometry(QRect(left, SPACING.small, room, heading))
            height = cell.value.heightForWidth(room)
            cell.value.setGeometry(QRect(left, SPACING.small + heading, room, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the labels anew."""
        super().resizeEvent(event)
        self.place_labels()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters are higher: whoever holds the strip is asked for more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.updateGeometry()

    def retranslate(self) -> None:
        """Name the cells."""
        self._cells["who"].heading.setText(translate("WhoWhatWhen", "Who"))
        self._cells["what"].heading.setText(translate("WhoWhatWhen", "What"))
        self._cells["when"].heading.setText(translate("WhoWhatWhen", "When"))

    def _columns(self, width: int) -> list[tuple[_Cell, int, int]]:
        """Each cell with its left edge and its width in pixels."""
        room = max(0, width - 2 * SPACING.normal - (len(self._cells) - 1) * SPACING.wide)
        left, placed = SPACING.normal, []
        for name, cell in self._cells.items():
            share = room * _SHARES[name] // sum(_SHARES.values())
            placed.append((cell, left, share))
            left += share + SPACING.wide
        return placed

    def _heading_height(self) -> int:
        return max(cell.heading.sizeHint().height() for cell in self._cells.values())
