"""The citizen's reader: what lies in it, and what is being done with that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.reception.view import Activity, View
from ui import shortcuts
from ui.counter import texts
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.chip import Chip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap

_DONE, _NOW, _TO_COME, _ENDED = "✓", "●", "○", "✕"
_ROLES = {_DONE: "", _NOW: "strong", _TO_COME: "muted", _ENDED: "caution"}


class ReaderPanel(Translated, QFrame):
    """Emits ``again_asked`` when the clerk wants the document read once more."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.reader")
        self.setProperty("role", "card")
        self._view = View()
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "strong")
        self._hint.setObjectName("counter.reader.hint")
        self._hint.setProperty("role", "muted")
        self._name = ElidedLabel(self)
        self._name.setProperty("role", "counter")
        self._presence = Chip(self)
        self._presence.setObjectName("counter.presence")
        self._steps = {step: QLabel(self) for step in texts.STEPS}
        self._notice = Notice("counter.reader.notice", self)
        self._again = QPushButton(self)
        self._again.setObjectName("counter.again")
        self._again.clicked.connect(self.again_asked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self._heading, self._hint):
            wrap(label)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._presence, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(head)
        layout.addWidget(self._name)
        layout.addWidget(self._hint)
        layout.addWidget(self._notice)  # above the steps: a low window shows it without scrolling
        layout.addWidget(self._again)
        layout.addSpacing(SPACING.tight)
        for step, label in self._steps.items():
            label.setObjectName(f"counter.step.{step.value}")
            wrap(label)
            layout.addWidget(label)

    def show_view(self, view: View) -> None:
        """Show where the reading stands."""
        self._view = view
        tone, word, hint = texts.presence(view)
        self._presence.show_mark(word, tone)
        self._name.setText(view.reader)
        self._name.setVisible(bool(view.reader))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for step, label in self._steps.items():
            self._show_step(step, label)
        self._show_problem()
        self._again.setVisible(view.can_read)

    def _show_step(self, step: Activity, label: QLabel) -> None:
        mark = _mark(self._view, step)
        set_role(label, _ROLES[mark])
        words = texts.activity(step)
        label.setText(f"{mark}  {words}")
        label.setAccessibleName(f"{words}: {_spoken(mark)}")

    def _show_problem(self) -> None:
        if self._view.problem is None:
            self._notice.clear()
            return
        words = texts.refusal(self._view.problem)
        tone = Tone.CAUTION if self._view.interrupted else Tone.DANGER
        self._notice.say(tone, words.title, words.what_to_do)

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._heading.setText(translate("Counter", "The citizen's reader"))
        keys = {key.name: key for key in shortcuts.COUNTER}
        self._again.setText(shortcuts.with_key(translate("Counter", "Read again"), keys["again"]))
        self._again.setAccessibleName(translate("Counter", "Read again"))
        self.setAccessibleName(translate("Counter", "The citizen's reader"))
        self.show_view(self._view)


def _mark(view: View, step: Activity) -> str:
    """Whether a step is done, under way, where the reading ended, or to come."""
    at = texts.STEPS.index(step)
    reached = texts.STEPS.index(view.reached) if view.reached in texts.STEPS else -1
    if view.concluded or at < reached:
        return _DONE
    if at > reached:
        return _TO_COME
    return _NOW if view.busy else _ENDED


def _spoken(mark: str) -> str:
    words = {
        _DONE: translate("Counter", "done"),
        _NOW: translate("Counter", "now"),
        _TO_COME: translate("Counter", "to come"),
        _ENDED: translate("Counter", "it ended here"),
    }
    return words[mark]
