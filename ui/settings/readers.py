"""The section on the readers: what lies in each, and what each is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cardio import events
from cardio.readers import Condition, ReaderState
from ui import icons
from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.role_picker import ROLES, RolePicker, role_text
from ui.settings.section import Section
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge

_ICON = 18


class ReadersSection(Section):
    """One line per reader, rebuilt when readers come and go."""

    def __init__(
        self, core: Core, bridge: Bridge, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("readers", parent)
        self._core, self._preferences = core, preferences
        self._shown: tuple[ReaderState, ...] | None = None
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING.wide)
        self._grid.setColumnStretch(1, 1)
        self._picker = RolePicker(self)
        self._picker.setEnabled(not preferences.current().fixed("reader_roles"))
        self._picker.picked.connect(self._assign)
        self.add_wide(self._list)
        self.add_wide(self._picker)
        bridge.card_event.connect(self._readers_changed)
        self.retranslate()

    @Slot(object)
    def _readers_changed(self, event: object) -> None:
        if isinstance(event, events.CardInserted) and self._core.tokens.find(event.reader) is None:
            self._picker.presented(event.reader)
        self.refresh()

    @Slot(str, str)
    def _assign(self, reader: str, role: str) -> None:
        roles = {**self._preferences.current().reader_roles, reader: role}
        self._preferences.change(reader_roles=roles)
        self._shown = None
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """A card presented later means nothing here."""
        super().hideEvent(event)
        self._picker.cancel()

    def refresh(self) -> None:
        """Show the readers as they are now."""
        readers = self._core.readers.readers()
        if readers == self._shown:
            return
        self._shown = readers
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not readers:
            self._grid.addWidget(QLabel(translate("Settings", "No reader is connected.")), 0, 0)
        for row, reader in enumerate(readers):
            self._add_reader(row, reader)

    def _add_reader(self, row: int, reader: ReaderState) -> None:
        picture = QLabel(self._list)
        picture.setPixmap(icons.pixmap("reader", "muted", _ICON))
        name = QLabel(reader.name, self._list)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        way = translate("Settings", "over the air") if reader.contactless else translate("Settings", "slot")
        state = QLabel(f"{way}, {condition_text(reader)}", self._list)
        state.setProperty("role", "danger" if reader.condition is Condition.NOT_ANSWERING else "muted")
        for column, part in enumerate((picture, name, state, self._role_choice(reader.name))):
            self._grid.addWidget(part, row, column)

    def _role_choice(self, reader: str) -> ChoiceBox:
        choice = _RoleChoice(reader, self._preferences, self._list)
        choice.setEnabled(not self._preferences.current().fixed("reader_roles"))
        return choice

    def retranslate(self) -> None:
        """Set the texts; the lines are written anew."""
        self.heading.setText(translate("Settings", "Readers"))
        self._shown = None
        self.refresh()


class _RoleChoice(ChoiceBox):
    """What one reader is used for."""

    def __init__(self, reader: str, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader, self._preferences = reader, preferences
        self.setObjectName(f"settings.reader.{reader}")
        self.setAccessibleName(translate("Settings", "Use of reader {name}").format(name=reader))
        for role in ROLES:
            self.addItem(role_text(role), role)
        self.setCurrentIndex(self.findData(preferences.current().reader_roles.get(reader, "staff")))
        self.activated.connect(self._chosen)

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        roles = {**self._preferences.current().reader_roles, self._reader: self.currentData()}
        self._preferences.change(reader_roles=roles)


def condition_text(reader: ReaderState) -> str:
    """Return what can be done with a reader, in words."""
    if reader.preparing:
        return translate("Settings", "preparing the card")
    match reader.condition:
        case Condition.EMPTY:
            return translate("Settings", "no card")
        case Condition.CARD:
            return translate("Settings", "card inserted")
        case Condition.HELD:
            return translate("Settings", "in use by another program")
        case Condition.NOT_ANSWERING:
            return translate("Settings", "does not answer")
