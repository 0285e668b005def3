"""The buttons under a photo: those for looking, and those for covering while that goes on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from ui.icons import icon
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.flow_layout import FlowLayout

_ICON = 16


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done with what is shown; ``pages``: a document, stepped through page by page."""

    step: bool = False
    pages: bool = False
    compare: bool = False
    decide: bool = False
    has_copy: bool = False
    shown: bool = True


class ViewerBar(Translated, QWidget):
    """Buttons side by side, others while covering; they go on in a second line where room ends."""

    pressed = Signal(str)
    """``before``, ``next``, ``smaller``, ``larger``, ``fit``, ``full``, ``turn``, ``compare``, ``copy``,
    ``cover``; while covering ``lay``, ``remove``, ``undo``, ``decide``, ``stop``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._of_pages = False
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._line(_LOOKING))
        self._stack.addWidget(self._line(_COVERING))
        self.percent = QLabel(self)
        self.percent.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.percent)
        for name in ("compare", "copy"):
            self._buttons[name].setCheckable(True)
        self._buttons["decide"].setProperty("kind", "primary")
        self.retranslate()

    def _line(self, names: tuple[tuple[str, str], ...]) -> QWidget:
        line = QWidget(self)
        layout = FlowLayout(line, SPACING.tight)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, _ in names:
            button = QPushButton(line)
            button.setObjectName(f"photo.{name}")
            button.setAutoDefault(False)
            if names is _LOOKING and name != "cover":
                button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _checked=False, each=name: self.pressed.emit(each))
            self._buttons[name] = button
            layout.addWidget(button)
        return line

    def button(self, name: str) -> QPushButton:
        """Return the button ``name``."""
        return self._buttons[name]

    def offer(self, offer: Offer) -> None:
        """Offer what can be done now."""
        if offer.pages != self._of_pages:
            self._of_pages = offer.pages
            self.retranslate()
        for name in ("before", "next"):
            self._buttons[name].setEnabled(offer.step)
        for name in ("smaller", "larger", "fit", "full", "turn"):
            self._buttons[name].setEnabled(offer.shown)
        self._buttons["compare"].setVisible(offer.compare)
        self._buttons["copy"].setVisible(offer.has_copy)
        self._buttons["cover"].setVisible(offer.decide)
        self._buttons["cover"].setEnabled(offer.shown)

    def cover(self, *, covering: bool) -> None:
        """Change over to the buttons for covering, or back."""
        self._stack.setCurrentIndex(int(covering))

    def press(self, number: int) -> None:
        """Do what Alt+``number`` stands for: the visible buttons in order."""
        line = _COVERING if self._stack.currentIndex() else _LOOKING
        shown = [self._buttons[name] for name, _ in line if not self._buttons[name].isHidden()]
        if number <= len(shown):
            shown[number - 1].click()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        for name, picture in (*_LOOKING, *_COVERING):
            if picture:
                tone = "on_accent" if name == "decide" else "text"
                self._buttons[name].setIcon(icon(picture, tone, _ICON))

    def retranslate(self) -> None:
        """Name the buttons; those with a picture alone by what is spoken and their tip."""
        self._tint()
        for name, (text, spoken) in (_texts() | (_page_texts() if self._of_pages else {})).items():
            button = self._buttons[name]
            button.setText(text)
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)


def _page_texts() -> dict[str, tuple[str, str]]:
    """What those buttons say over a document."""
    return {
        "before": ("", translate("Photos", "Previous page (PgUp)")),
        "next": ("", translate("Photos", "Next page (PgDn)")),
        "fit": (translate("Photos", "Fit"), translate("Photos", "Show the whole page (0)")),
    }


_LOOKING = (
    ("before", "back"), ("next", "forward"), ("smaller", "minus"), ("larger", "plus"), ("fit", ""),
    ("full", ""), ("turn", "refresh"), ("compare", "pane"), ("copy", "eye"), ("cover", "draft"),
)  # fmt: skip
_COVERING = (("lay", "plus"), ("remove", "minus"), ("undo", "undo"), ("decide", "eye"), ("stop", ""))


def _texts() -> dict[str, tuple[str, str]]:
    """The words on each button, and its whole name."""
    return {
        "before": ("", translate("Photos", "Previous photo (PgUp)")),
        "next": ("", translate("Photos", "Next photo (PgDn)")),
        "smaller": ("", translate("Photos", "Smaller (−)")),
        "larger": ("", translate("Photos", "Larger (+)")),
        "fit": (translate("Photos", "Fit"), translate("Photos", "Show the whole photo (0)")),
        "full": ("1:1", translate("Photos", "Full size (1)")),
        "turn": (translate("Photos", "Rotate"), translate("Photos", "Turn a quarter clockwise, only here")),
        "compare": (translate("Photos", "Compare"), translate("Photos", "Compare before and after the work")),
        "copy": (translate("Photos", "Public copy"), translate("Photos", "Show what the public may see")),
        "cover": (
            translate("Photos", "Cover and decide…"),
            translate("Photos", "Cover what nobody may see and make the public copy"),
        ),
        "lay": (translate("Photos", "Rectangle (Insert)"), translate("Photos", "Lay a rectangle")),
        "remove": (translate("Photos", "Remove (Delete)"), translate("Photos", "Remove the rectangle")),
        "undo": (translate("Photos", "Undo (Ctrl+Z)"), translate("Photos", "Undo the last step")),
        "decide": (
            translate("Photos", "Make the public copy (Ctrl+Enter)"),
            translate("Photos", "Make the public copy"),
        ),
        "stop": (translate("Photos", "Stop (Esc)"), translate("Photos", "Stop without a public copy")),
    }
