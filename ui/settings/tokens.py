"""The section on tokens: the makers' PKCS#11 modules, each tried in a child process before it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop_app.cards.token_slots import ModuleState, try_module
from ui import icons
from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.theme import SPACING
from ui.widgets.file_dialog import FileDialog
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LOOK_MS: Final = 1000
_ENDINGS: Final = "*.so *.so.* *.dll *.dylib"


class TokensSection(Section):
    """One line per module with what it is doing, and the way to another."""

    def __init__(
        self, core: Core, tasks: Tasks, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("tokens", parent)
        self._core, self._tasks, self._preferences = core, tasks, preferences
        self._files = FileDialog("settings.tokens.file", self)
        self._shown: tuple[ModuleState, ...] | None = None
        self._tried: ModuleState | Path | None = None
        self._about = QLabel(self)
        self._about.setProperty("role", "muted")
        wrap(self._about)
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING.wide)
        self._grid.setColumnStretch(0, 1)
        self._notice = Notice("settings.tokens.notice", self)
        self._add = QPushButton(self)
        self._add.setObjectName("settings.tokens.add")
        self._add.clicked.connect(self.add)
        for part in (self._about, self._list, self._notice):
            self.add_wide(part)
        self._add_label = self.add_row(self._add, fixed=preferences.current().fixed("pkcs11_modules"))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.refresh)
        self.retranslate()

    # --- hands --------------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """Ask for a module and try it; one that does not load is named and not kept."""
        title = translate("Settings", "Module of the token's maker")
        modules = translate("Settings", "PKCS#11 modules")
        self._files.choose(title, (f"{modules} ({_ENDINGS})",), self._try)

    def _try(self, chosen: list[Path]) -> None:
        self._tried = path = chosen[0]
        self._add.setEnabled(False)
        self._say()
        self._tasks.run(lambda: try_module(path), self._was_tried, self._failed)

    @Slot(object)
    def _was_tried(self, state: ModuleState) -> None:
        self._add.setEnabled(True)
        self._tried = state
        if state.fault is None:
            known = self._preferences.current().pkcs11_modules
            self._preferences.change(pkcs11_modules=tuple(dict.fromkeys((*known, str(state.path)))))
        self._say()
        self.refresh()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._add.setEnabled(True)
        words = sentence(error)
        self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    @Slot()
    def _remove(self) -> None:
        path = self.sender().property("path")
        known = self._preferences.current().pkcs11_modules
        self._preferences.change(pkcs11_modules=tuple(one for one in known if one != path))
        self._tried = None
        self._say()
        self.refresh()

    # --- showing ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the modules while they are seen."""
        super().showEvent(event)
        self.refresh()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._look.stop()

    @Slot()
    def refresh(self) -> None:
        """Show the modules as they are now."""
        states = self._core.tokens.modules()
        if states == self._shown:
            return
        self._shown = states
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, state in enumerate(states):
            self._add_line(row, state)
        self._list.setVisible(bool(states))

    def _add_line(self, row: int, state: ModuleState) -> None:
        path = QLabel(str(state.path), self._list)
        wrap(path)
        told = QLabel(module_text(state), self._list)
        set_role(told, "danger" if state.fault else "muted")
        wrap(told)
        remove = QPushButton(icons.icon("close"), "", self._list)
        remove.setObjectName(f"settings.tokens.remove.{state.path.name}")
        remove.setProperty("kind", "quiet")
        remove.setProperty("path", str(state.path))
        name = translate("Settings", "Remove module {name}").format(name=state.path.name)
        remove.setAccessibleName(name)
        remove.setToolTip(name)
        remove.setEnabled(not self._preferences.current().fixed("pkcs11_modules"))
        remove.clicked.connect(self._remove)
        self._grid.addWidget(path, 2 * row, 0)
        self._grid.addWidget(told, 2 * row + 1, 0)
        self._grid.addWidget(remove, 2 * row, 1, 2, 1)

    def _say(self) -> None:
        match self._tried:
            case None:
                self._notice.clear()
            case Path() as path:
                text = translate("Settings", "Trying {name} in a process of its own…")
                self._notice.say(Tone.NEUTRAL, text.format(name=path.name))
            case ModuleState(fault=None) as state:
                self._notice.say(Tone.GOOD, f"{state.path.name}: {module_text(state)}")
            case state:
                words = sentence(state.fault or "bug")
                kept = translate("Settings", "It was not kept.")
                self._notice.say(
                    Tone.DANGER, f"{state.path.name}: {words.title}", f"{words.what_to_do} {kept}"
                )

    def retranslate(self) -> None:
        """Set the texts; the lines are written anew."""
        self.heading.setText(translate("Settings", "Tokens (PKCS#11)"))
        self._about.setText(
            translate(
                "Settings",
                "For signing tokens: choose the module that came with the token's software. It runs in a "
                "process of its own and never sees more than the PIN you type.",
            )
        )
        self._add_label.setText(translate("Settings", "Another module"))
        self._add.setText(translate("Settings", "Choose a file…"))
        self._add.setAccessibleName(translate("Settings", "Choose the module of a token's maker"))
        self._say()
        self._shown = None
        self.refresh()


def module_text(state: ModuleState) -> str:
    """Return what a module is doing, in words."""
    if state.fault is not None:
        return sentence(state.fault).title
    if not state.asked:
        return translate("Settings", "being loaded…")
    if not state.tokens:
        return translate("Settings", "works, no token plugged in")
    return translate("Settings", "works, tokens plugged in: {count}").format(count=state.tokens)
