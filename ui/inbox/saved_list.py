"""The lists kept under a name, in the sidebar: each with its count, its menu and its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from desktop_app.store.saved_filters import SavedFilter
from ui.inbox.filter_button import FilterButton
from ui.language import Translated, translate
from ui.theme import SPACING


class SavedList(Translated, QWidget):
    """F2 renames and Delete deletes the list that has the keyboard; its menu can pin it too."""

    pin_asked = Signal(object)
    rename_asked = Signal(object)
    delete_asked = Signal(object)
    share_asked = Signal(object)
    """Share a list with the unit, or take one back that is shared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters.saved")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "counter")
        self._heading.setContentsMargins(SPACING.small, SPACING.small, 0, 0)
        self._buttons: list[FilterButton] = []
        self._narrow = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._heading)
        self.hide()
        self.retranslate()

    @property
    def buttons(self) -> Sequence[FilterButton]:
        """One for each list, from the top."""
        return self._buttons

    def show_lists(self, lists: Sequence[SavedFilter]) -> None:
        """Show these lists in this order; counts of those that stay are kept until they are told anew."""
        counts = {button.chosen: button.count for button in self._buttons}
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = [FilterButton(each, self) for each in lists]
        for button in self._buttons:
            button.set_narrow(self._narrow)
            button.set_count(counts.get(button.chosen))
            self._layout.addWidget(button)
        self.setVisible(bool(lists))

    def show_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show how many reports each list holds, by the list's id."""
        for button in self._buttons:
            if isinstance(button.chosen, SavedFilter) and button.chosen.id in counts:
                button.set_count(counts[button.chosen.id])

    def set_narrow(self, narrow: bool) -> None:
        """Become a part of the rail, or names again."""
        self._narrow = narrow
        self._heading.setVisible(not narrow)
        for button in self._buttons:
            button.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete deletes."""
        saved = self._at_keyboard()
        if saved is not None and (saved.shared_by or saved.standing):
            super().keyPressEvent(event)
        elif saved is not None and event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit(saved)
        elif saved is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(saved)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the list under the pointer, or with the one at the keyboard."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            under = self.childAt(event.pos())
            saved = under.chosen if isinstance(under, FilterButton) else None
        else:
            saved = self._at_keyboard()
        if isinstance(saved, SavedFilter) and not saved.standing:
            self.menu_of(saved).popup(event.globalPos())

    def menu_of(self, saved: SavedFilter) -> QMenu:
        """Return the menu of one list; it goes when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, key, asked in self._deeds(saved):
            menu.addAction(f"{words}\t{key}".rstrip()).triggered.connect(partial(asked.emit, saved))
        return menu

    def _deeds(self, saved: SavedFilter) -> tuple[tuple[str, str, SignalInstance], ...]:
        """What may be done with a list: its words, its key, and the signal that asks for it."""
        if saved.shared_by:
            return ((translate("Saved", "Share no longer"), "", self.share_asked),)
        pin = translate("Saved", "Unpin") if saved.pinned else translate("Saved", "Pin to the top")
        return (
            (pin, "", self.pin_asked),
            (translate("Saved", "Share with my unit"), "", self.share_asked),
            (translate("Saved", "Rename…"), "F2", self.rename_asked),
            (translate("Saved", "Delete"), "Del", self.delete_asked),
        )

    def retranslate(self) -> None:
        """Name the section."""
        self._heading.setText(translate("Saved", "Lists"))
        self.setAccessibleName(self._heading.text())

    def _at_keyboard(self) -> SavedFilter | None:
        found = next((each.chosen for each in self._buttons if each.hasFocus()), None)
        return found if isinstance(found, SavedFilter) else None
