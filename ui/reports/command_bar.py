"""The buttons of what may be done to the report now, each with its key, the step that carries it on first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.workflow import Command
from ui.icons import icon
from ui.language import translate
from ui.reports.panels.catalogue import primary
from ui.reports.words import command_word
from ui.theme import SPACING
from ui.widgets.flow_layout import FlowLayout

_SHOWN = 5
"""Buttons beside the primary one; the rest is under *More*."""

_ICONS = {
    Command.ACCEPT: "accept", Command.SUBMIT: "draft", Command.APPROVE: "approve", Command.PUBLISH: "publish",
    Command.RETURN: "return", Command.SEND_BACK: "back", Command.HAND_DOWN: "hand-down", Command.NOTE: "note",
    Command.REJECT: "reject", Command.URGE: "urge", Command.MONITOR: "eye",
    Command.REQUEST_EXTENSION: "calendar", Command.VERIFY: "check", Command.DISTRIBUTE: "send",
    Command.ASK_CITIZEN: "help",
}  # fmt: skip


class CommandBar(QWidget):
    """Emits the ``Command`` a person chose, by button, menu or key."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail.commands")
        self._commands: tuple[Command, ...] = ()
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self, SPACING.small)
        self._flow.setContentsMargins(0, SPACING.small, 0, SPACING.small)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, commands: tuple[Command, ...]) -> None:
        """Offer these commands, the primary one first; the same ones again change nothing."""
        if commands != self._commands:
            self._commands = commands
            self.rebuild()

    def rebuild(self) -> None:
        """Make the buttons anew: for other commands, or another language."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        main = primary(self._commands)
        others = [command for command in self._commands if command is not main]
        self._buttons = [self._button(main, "Ctrl+Enter")] if main else []
        self._buttons += [self._button(each, f"Alt+{n}") for n, each in enumerate(others[:_SHOWN], start=1)]
        if rest := others[_SHOWN:]:
            self._buttons.append(self._more(rest))
        if main:
            self._buttons[0].setProperty("kind", "primary")
            self._buttons[0].setIcon(icon(_ICONS.get(main, "check"), "on_accent", 16))
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(self._buttons))
        self.updateGeometry()

    def choose_primary(self) -> None:
        """Do what Ctrl+Enter stands for."""
        main = primary(self._commands)
        if main is not None:
            self.chosen.emit(main)

    def choose(self, number: int) -> None:
        """Do what Alt+``number`` stands for (1 to 9); past the last button nothing."""
        main = primary(self._commands)
        others = [command for command in self._commands if command is not main]
        if number <= len(others):
            self.chosen.emit(others[number - 1])

    def _button(self, command: Command, key: str) -> QPushButton:
        button = QPushButton(f"{command_word(command)}  {key}", self)
        button.setObjectName(f"detail.command.{command.value}")
        button.setAccessibleName(command_word(command))
        button.setAccessibleDescription(key)
        if command in _ICONS:
            button.setIcon(icon(_ICONS[command], "text", 16))
        button.clicked.connect(lambda: self.chosen.emit(command))
        return button

    def _more(self, commands: list[Command]) -> QPushButton:
        button = QPushButton(translate("CommandBar", "More"), self)
        button.setObjectName("detail.command.more")
        button.setAccessibleName(translate("CommandBar", "More commands"))
        menu = QMenu(button)
        for number, command in enumerate(commands, start=_SHOWN + 1):
            key = f"\tAlt+{number}" if number <= 9 else ""
            action = QAction(f"{command_word(command)}{key}", menu)
            action.triggered.connect(lambda _checked=False, each=command: self.chosen.emit(each))
            menu.addAction(action)
        button.setMenu(menu)
        return button
