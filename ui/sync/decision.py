"""Mine or theirs: both versions side by side, what changed meanwhile and by whom, two keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.api.events import Change
from desktop_app.triage.triage import Conflict
from ui.language import Translated, translate
from ui.sync.comparison import Compared, compare
from ui.theme import SPACING
from ui.vocabulary.markup import lines, muted, paragraphs, strong
from ui.vocabulary.names import Names
from ui.vocabulary.refusals import refusal
from ui.vocabulary.words import command_word, entry_phrase
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text
from ui.widgets.wrapped_text import WrappedText
from ui.wording import sentence

_LABEL, _MINE, _THEIRS = range(3)


class Decision(Translated, QFrame):
    """Shows one conflict; emits the event's id with the side chosen."""

    mine_chosen = Signal(str)
    theirs_chosen = Signal(str)
    left = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision")
        self.setProperty("role", "pane")
        self._names = names
        self._conflict: Conflict | None = None
        self._heading, self._changed = WrappedText("heading", self), QLabel(self)
        self._changed.setTextFormat(Qt.TextFormat.RichText)
        self._changed.setWordWrap(True)
        self._changed.setObjectName("decision.changed")
        self._notice = Notice("decision.notice", self)
        self._table = ScrollPage("decision.versions", self)
        self._mine, self._theirs, self._back = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._mine.setProperty("kind", "primary")
        self._mine.clicked.connect(self.choose_mine)
        self._theirs.clicked.connect(self.choose_theirs)
        self._back.clicked.connect(self.left)
        foot = FlowLayout(gap=SPACING.small)
        for button, name in ((self._mine, "mine"), (self._theirs, "theirs"), (self._back, "back")):
            button.setObjectName(f"decision.{name}")
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.small, SPACING.wide, SPACING.small)
        layout.setSpacing(SPACING.small)
        for part in (self._heading, self._changed, self._notice):
            layout.addWidget(part)
        layout.addWidget(self._table, 1)
        layout.addLayout(foot)

    @property
    def conflict(self) -> Conflict | None:
        """The conflict shown now."""
        return self._conflict

    def show_conflict(self, conflict: Conflict) -> None:
        """Show both versions of one report."""
        self._conflict = conflict
        self._notice.clear()
        self._render(conflict)

    def show_refusal(self, error: Exception) -> None:
        """Say why mine can no longer be done; theirs can still be taken."""
        wording = sentence(error)
        self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    def act(self, number: int) -> None:
        """Do what Alt+``number`` stands for."""
        if number == 1:
            self.choose_mine()
        elif number == 2:
            self.choose_theirs()

    @Slot()
    def choose_mine(self) -> None:
        """Issue my command again on the present version."""
        if self._conflict is not None:
            self.mine_chosen.emit(self._conflict.pending.event.id)

    @Slot()
    def choose_theirs(self) -> None:
        """Give my command up; my draft stays."""
        if self._conflict is not None:
            self.theirs_chosen.emit(self._conflict.pending.event.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the report."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(translate("Decision", "Mine or theirs"))
        for button, words, key in (
            (self._mine, translate("Decision", "Keep mine"), "Alt+1"),
            (self._theirs, translate("Decision", "Take theirs"), "Alt+2"),
            (self._back, translate("Decision", "Decide later"), "Esc"),
        ):
            button.setText(f"{words}  {key}")
            button.setAccessibleName(words)
            button.setAccessibleDescription(key)
        if self._conflict is not None:
            self._render(self._conflict)

    def _render(self, conflict: Conflict) -> None:
        event = conflict.pending.event
        self._heading.setText(
            translate("Decision", "{code}: your command “{command}” and a colleague's change").format(
                code=conflict.theirs.code, command=command_word(event.type)
            )
        )
        self._changed.setText(self._meanwhile(conflict))
        self._table.show_page(self._versions(compare(conflict.mine, conflict.theirs, self._names)))

    def _meanwhile(self, conflict: Conflict) -> str:
        problem = conflict.pending.problem
        refused = [] if conflict.changed else [paragraphs(refusal(problem).title)]
        changed = [_change_line(change) for change in conflict.changed]
        kept = muted(translate("Decision", "Your draft stays with you whatever you choose."))
        return lines([*refused, *changed, kept], gap=2)

    def _versions(self, fields: list[Compared]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, SPACING.small, 0)
        grid.setHorizontalSpacing(SPACING.wide)
        grid.setColumnStretch(_MINE, 1)
        grid.setColumnStretch(_THEIRS, 1)
        heads = ("", translate("Decision", "Mine"), translate("Decision", "Theirs, at the centre now"))
        for column, words in enumerate(heads):
            grid.addWidget(_said(words, "strong"), 0, column)
        for row, field in enumerate(fields, start=1):
            role = "strong" if field.differs else "muted"
            grid.addWidget(_said(field.label, "muted"), row, _LABEL, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_said(field.mine or "–", role, field.label), row, _MINE, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(
                _said(field.theirs or "–", role, field.label), row, _THEIRS, Qt.AlignmentFlag.AlignTop
            )
        grid.setRowStretch(len(fields) + 1, 1)
        return page


def _change_line(change: Change) -> str:
    when = muted(f" · {moment_text(change.at)}")
    return f"{strong(change.by_name)} · {paragraphs(entry_phrase(change.kind))}{when}"


def _said(text: str, role: str, about: str = "") -> QLabel:
    label = WrappedText(role) if about else QLabel()
    label.setProperty("role", role)
    label.setText(text)
    label.setAccessibleName(f"{about}: {text}" if about else text)
    return label
