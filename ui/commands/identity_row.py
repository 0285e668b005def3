"""One place that may tell who somebody is, in its sentence, with the choice to hide or to keep it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.masking import Decision
from ui.language import translate
from ui.theme import SPACING, current
from ui.widgets.wrapped_text import wrap

_AROUND = 28
"""Letters shown before and after the place."""


class IdentityRow(QWidget):
    """``place`` is field, start and end; a choice is made by either button, and may be changed."""

    decided = Signal()

    def __init__(
        self, field: str, caption: str, text: str, span: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = (field, *span)
        found = text[span[0] : span[1]]
        self._hide = self._button("hide", translate("Verify", "Hide"), found)
        self._keep = self._button("keep", translate("Verify", "Keep"), found)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        label = QLabel(_in_its_sentence(caption, text, span), self)
        label.setTextFormat(Qt.TextFormat.RichText)
        wrap(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING.small)
        line.addWidget(label, 1)
        for button in (self._hide, self._keep):
            self._group.addButton(button)
            line.addWidget(button)
        self.setFocusProxy(self._hide)
        self._group.buttonClicked.connect(lambda _button: self.decided.emit())

    def decision(self) -> Decision | None:
        """Return what was chosen; None while nothing is."""
        if self._group.checkedButton() is None:
            return None
        return Decision(*self.place, hide=self._hide.isChecked())

    def choose(self, *, hide: bool) -> None:
        """Make the choice."""
        (self._hide if hide else self._keep).setChecked(True)
        self.decided.emit()

    def _button(self, name: str, word: str, found: str) -> QPushButton:
        button = QPushButton(word, self)
        button.setCheckable(True)
        button.setObjectName(f"panel.verify.{name}.{self.place[0]}.{self.place[1]}")
        button.setAccessibleName(f"{word}: {found}")
        return button


def _in_its_sentence(caption: str, text: str, span: tuple[int, int]) -> str:
    start, end = span
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    colour = current().colours.danger
    found = f'<b style="color:{colour}"><u>{escape(text[start:end])}</u></b>'
    more = ("…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else "")
    return f"{escape(caption)}: {more[0]}{escape(before)}{found}{escape(after)}{more[1]}"
