"""A field for several coded choices: chosen one by one from a list, each taken back by its own button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.language import translate
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields import OwnField
from ui.widgets.flow_layout import FlowLayout


class SeveralField(OwnField):
    """``value`` is the tuple of codes chosen, in the order of choosing."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        chosen: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._words: dict[str, str] = {}
        self._chosen: list[str] = []
        page = QWidget()
        super().__init__(name, label, page, parent)
        self._box = ChoiceBox(page)
        self._box.setObjectName(f"field.{name}.add")
        self._box.setAccessibleName(label)
        self._box.setPlaceholderText(translate("Several", "Add …"))
        self._buttons = QWidget(page)
        self._flow = FlowLayout(self._buttons)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.tight)
        column.addWidget(self._box)
        column.addWidget(self._buttons)
        page.setFocusProxy(self._box)
        self.offer(choices, chosen)
        self._box.activated.connect(self._take)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str] = ()) -> None:
        """Offer these choices, each a code and its words, with some of them chosen."""
        self._words = dict(choices)
        self._box.clear()
        for code, words in choices:
            self._box.addItem(words, code)
        self._box.setCurrentIndex(-1)
        self.restore(tuple(chosen))

    def value(self) -> tuple[str, ...]:
        """Return the codes chosen."""
        return tuple(self._chosen)

    def restore(self, value: object) -> None:
        """Choose these codes; those that are not on offer are passed over."""
        codes = value if isinstance(value, tuple) else ()
        self._chosen = [code for code in codes if code in self._words]
        self._show()

    @Slot(int)
    def _take(self, row: int) -> None:
        code = self._box.itemData(row)
        self._box.setCurrentIndex(-1)
        if isinstance(code, str) and code not in self._chosen:
            self._chosen.append(code)
            self._show()
            self.edited.emit()

    def _drop(self, code: str) -> None:
        self._chosen.remove(code)
        self._show()
        self.edited.emit()
        self._box.setFocus()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for code in self._chosen:
            button = QPushButton(f"{self._words[code]}  ✕", self._buttons)
            button.setObjectName(f"field.{self.name}.chosen.{code}")
            button.setAccessibleName(translate("Several", "Take back: {name}").format(name=self._words[code]))
            button.clicked.connect(lambda _checked=False, each=code: self._drop(each))
            self._flow.addWidget(button)
        self._buttons.setVisible(bool(self._chosen))
