"""What is shown in place of a report while several are chosen: which ones, and what may be done to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.domain.report import Priority
from desktop_app.domain.workflow import Command
from ui.commands import writing
from ui.commands.panel import CommandPanel
from ui.inbox.bulking import MOST, Bulk, Refused, summary
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.vocabulary.words import command_word
from ui.widgets.notice import Notice
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText

COMMANDS = (Command.ACCEPT, Command.NOTE, Command.PRIORITISE)
"""What is safe on many at once: nothing public, nothing that ends a report."""
_PANELS: dict[Command, Callable[[], CommandPanel]] = {
    Command.NOTE: lambda: writing.plain_text(Command.NOTE),
    Command.PRIORITISE: lambda: writing.priority(Priority.NORMAL),
}


class BulkPane(Translated, QFrame):
    """Tells what the person wants done to all; the desk carries it out."""

    confirmed = Signal(object, object)
    """A command and its payload."""
    left = Signal()
    """The person goes back to one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk")
        self.setProperty("role", "pane")
        self._count = 0
        self._titles: Sequence[str] = ()
        self._panel: CommandPanel | None = None
        self._heading, self._hint, self._names = QLabel(self), QLabel(self), WrappedText(parent=self)
        self._heading.setObjectName("bulk.heading")
        self._heading.setProperty("role", "heading")
        self._hint.setProperty("role", "muted")
        self._names.setObjectName("bulk.names")
        self._notice = Notice("bulk.notice", self)
        self._buttons = [self._button(command) for command in COMMANDS]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(SPACING.wide,) * 4)
        self._column.setSpacing(SPACING.small)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._listing(), 1)
        self._bar = QWidget(self)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            line.addWidget(button)
        line.addStretch(1)
        self._column.addWidget(self._bar)
        self.retranslate()

    def _listing(self) -> ScrollPage:
        """Refusals and names, which may be many."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        column.addWidget(self._names)
        column.addStretch(1)
        self._scroll = ScrollPage("bulk.listing", self)
        self._scroll.show_page(page)
        return self._scroll

    def _button(self, command: Command) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"bulk.command.{command.value}")
        button.clicked.connect(lambda: self._begin(command))
        return button

    @property
    def panel(self) -> CommandPanel | None:
        """The panel that is open now."""
        return self._panel

    @property
    def tells(self) -> bool:
        """Whether refusals are listed that the person should read."""
        return not self._notice.isHidden()

    def show_reports(self, count: int, titles: Sequence[str]) -> None:
        """Show how many reports are chosen and the first of them by name."""
        self._count, self._titles = count, titles
        self._say()

    def show_progress(self, through: int, of: int) -> None:
        """Say how far the command is; nothing else can be begun meanwhile."""
        self._heading.setText(translate("Bulk", "{done} of {all} reports").format(done=through, all=of))
        self._enable(on=False)

    @Slot(object)
    def show_result(self, bulk: Bulk) -> None:
        """List what was refused and why; with nothing refused only the toast speaks."""
        self.close_panel()
        self._say()
        if not bulk.refused:
            self._notice.clear()
            return
        self._notice.say(Tone.CAUTION, summary(bulk), _by_reason(bulk.refused))
        self._scroll.to_top()

    def forget(self) -> None:
        """Take the refusals and the panel away: other reports are chosen."""
        self._notice.clear()
        self.close_panel()

    def act(self, number: int) -> None:
        """Do what Alt+``number`` stands for, unless a panel is open."""
        if self._panel is None and number <= len(self._buttons):
            self._buttons[number - 1].click()

    @Slot()
    def act_primary(self) -> None:
        """Confirm the open panel."""
        panel = self._panel
        if panel is None:
            return
        panel.form.clear_problems()
        try:
            self.confirmed.emit(panel.command, panel.built())
        except PayloadInvalid as error:
            panel.show_refusal(error)

    @Slot()
    def close_panel(self) -> None:
        """Take the panel away."""
        panel, self._panel = self._panel, None
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            self._bar.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to one report."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again; an open panel is made anew with what was typed and what was refused."""
        self._say()
        before = self._panel
        if before is not None:
            held = before.held()
            self.close_panel()
            self._open(before.command).hold(held)

    def _say(self) -> None:
        too_many = self._count > MOST
        self._heading.setText(translate("Bulk", "{count} reports are chosen").format(count=self._count))
        self._hint.setText(
            translate("Bulk", "Choose at most {most} at once.").format(most=MOST)
            if too_many
            else translate("Bulk", "Shift+arrows and Space choose; Esc goes back to one report.")
        )
        more = self._count - len(self._titles)
        rest = [translate("Bulk", "… and {count} more").format(count=more)] if more > 0 else []
        self._names.setText("\n".join([*self._titles, *rest]))
        for number, (command, button) in enumerate(zip(COMMANDS, self._buttons, strict=True), 1):
            button.setText(f"{command_word(command)}  Alt+{number}")
            button.setAccessibleName(command_word(command))
        self.setAccessibleName(self._heading.text())
        self._scroll.setAccessibleName(translate("Bulk", "Reports chosen"))
        self._enable(on=0 < self._count <= MOST)

    def _enable(self, *, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(on)

    def _begin(self, command: Command) -> None:
        self._notice.clear()
        if command not in _PANELS:
            self.confirmed.emit(command, Nothing())
            return
        self._open(command).start()

    def _open(self, command: Command) -> CommandPanel:
        panel = _PANELS[command]()
        panel.confirmed.connect(self.act_primary)
        panel.cancelled.connect(self.close_panel)
        self._panel = panel
        self._bar.hide()
        self._column.addWidget(panel)
        return panel


def _by_reason(refused: Sequence[Refused]) -> str:
    """Return a line for every reason with the codes it met."""
    codes: dict[str, list[str]] = {}
    for each in refused:
        codes.setdefault(each.reason, []).append(each.code)
    return "\n".join(f"{reason} {', '.join(filter(None, met))}" for reason, met in codes.items())
