"""The buttons of what may be done to the report now, each with its key, the step that carries it on first."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.workflow import Command
from ui.commands.catalogue import ORDER, PRIMARY, key_of, keys_of, primary
from ui.icons import icon
from ui.language import translate
from ui.theme import SPACING
from ui.vocabulary.words import command_word

_ICONS = {
    Command.ACCEPT: "accept", Command.SUBMIT: "draft", Command.APPROVE: "approve", Command.PUBLISH: "publish",
    Command.RETURN: "return", Command.SEND_BACK: "back", Command.HAND_DOWN: "hand-down", Command.NOTE: "note",
    Command.REJECT: "reject", Command.URGE: "urge", Command.MONITOR: "eye",
    Command.REQUEST_EXTENSION: "calendar", Command.VERIFY: "check", Command.DISTRIBUTE: "send",
    Command.ASK_CITIZEN: "help", Command.CONTRIBUTE: "plus", Command.PRIORITISE: "flag",
    Command.TAG: "tag", Command.MARK_DUPLICATE: "duplicate", Command.MERGE: "merge",
    Command.SPLIT: "conflict", Command.RESUME: "refresh", Command.DECIDE_REOPEN: "undo",
    Command.DECIDE_EXTENSION: "calendar",
}  # fmt: skip


_PLACES = {
    button: place
    for place, button in enumerate([*((each, True) for each in PRIMARY), *((each, False) for each in ORDER)])
}
"""Where each button stands that may ever be offered: a command, and whether as the primary one."""
_AHEAD_MS = 20
"""Between two buttons made ahead of their first use."""


class CommandBar(QWidget):
    """One line of buttons; what finds no room is under *More*. Emits the ``Command`` a person chose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail.commands")
        self._commands: tuple[Command, ...] = ()
        self._buttons: dict[Command, QPushButton] = {}
        self._made: dict[tuple[Command, bool], QPushButton] = {}
        self._keys: dict[QPushButton, str] = {}
        self._ahead = QTimer(self)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, SPACING.small, 0, SPACING.small)
        self._line.setSpacing(SPACING.small)
        self._more = QPushButton(self)
        self._more.setObjectName("detail.command.more")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._line.addWidget(self._more)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.rebuild()

    def offer(self, commands: tuple[Command, ...]) -> None:
        """Offer these commands, the primary one first; the same ones again change nothing."""
        if commands != self._commands:
            self._commands = commands
            self._arrange()

    def rebuild(self) -> None:
        """Make the buttons anew: for another language or other colours."""
        more = translate("CommandBar", "More")
        self._more.setText(f"{more}  ▾")
        self._more.setAccessibleName(translate("CommandBar", "More commands"))
        outdated, self._made, self._keys = self._made, {}, {}
        for button in outdated.values():
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        self._arrange()
        self._ahead.start()

    def _arrange(self) -> None:
        """Show the buttons of the commands offered; they stand in one order, those made before among them."""
        self._line.setEnabled(False)  # lay out once, not at every button that comes or goes
        main, keys = primary(self._commands), keys_of(self._commands)
        offered = {each: self._button(each, keys[each], main=each is main) for each in self._commands}
        gone = [button for command, button in self._buttons.items() if offered.get(command) is not button]
        for button in gone:
            button.hide()
        self._buttons = offered
        self._fit()
        self._line.setEnabled(True)
        self._line.activate()

    def choose_primary(self) -> None:
        """Do what Ctrl+Enter stands for."""
        main = primary(self._commands)
        if main is not None:
            self.chosen.emit(main)

    def choose(self, number: int) -> None:
        """Do what Alt+``number`` stands for (1 to 9); past the last command nothing."""
        others = self._others()
        if number <= len(others):
            self.chosen.emit(others[number - 1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _others(self) -> list[Command]:
        main = primary(self._commands)
        return [command for command in self._commands if command is not main]

    def _button(self, command: Command, key: str, *, main: bool) -> QPushButton:
        button = self._made.get((command, main))
        if button is None:
            button = self._make(command, main=main)
            self._put_in(button, command, main=main)
        if self._keys.get(button) != key:
            self._keys[button] = key
            button.setText(f"{button.accessibleName()}  {key}".rstrip())
            button.setAccessibleDescription(key)
        return button

    def _put_in(self, button: QPushButton, command: Command, *, main: bool) -> None:
        """Give a new button its place for good: the primary ones first, then the order of the catalogue."""
        self._made[command, main] = button
        order = sorted(self._made, key=lambda made: _PLACES[made])
        self._line.insertWidget(order.index((command, main)), button)

    @Slot()
    def _make_ahead(self) -> None:
        """Make one of the buttons that a command will bring: the first of its kind takes milliseconds."""
        unmade = next((each for each in _PLACES if each not in self._made), None)
        if unmade is None:
            self._ahead.stop()
            return
        command, main = unmade
        button = self._make(command, main=main)
        button.hide()
        self._put_in(button, command, main=main)
        button.sizeHint()

    def _make(self, command: Command, *, main: bool) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"detail.command.{command.value}")
        button.setAccessibleName(command_word(command))
        if main:
            button.setProperty("kind", "primary")
        if command in _ICONS:
            button.setIcon(icon(_ICONS[command], "on_accent" if main else "text", 16))
        button.clicked.connect(lambda: self.chosen.emit(command))
        return button

    def _fit(self) -> None:
        """Hide the buttons from the first one on that finds no room beside *More*."""
        kept = self._room_for()
        for place, button in enumerate(self._buttons.values()):
            button.setVisible(place < kept)
        self._more.setVisible(kept < len(self._buttons))

    def _room_for(self) -> int:
        """How many of the buttons find room, one at the least; those past the room are not asked."""
        room, used, kept = self.width(), 0, 1
        beside = room - self._more.sizeHint().width()
        for place, button in enumerate(self._buttons.values(), 1):
            used += button.sizeHint().width() + SPACING.small
            if used > room:
                return kept
            if used <= beside:
                kept = place
        return len(self._buttons)

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for command, button in self._buttons.items():
            if not button.isVisible():
                action = self._menu.addAction(f"{command_word(command)}\t{key_of(command, self._commands)}")
                action.triggered.connect(lambda _checked=False, each=command: self.chosen.emit(each))
