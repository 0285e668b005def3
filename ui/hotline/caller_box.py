"""Who called: typed, sealed for the centre at once, and never shown here again once the call is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.caller import Caller
from desktop_app.triage.calls import CallDraft, Calls
from ui.language import translate
from ui.theme import SPACING
from ui.widgets.fields import LineField
from ui.widgets.form import Form, Said
from ui.widgets.role import set_role
from ui.widgets.when import time_text
from ui.widgets.wrapped_text import wrap


class CallerBox(QFrame):
    """Holds the fields while the call lasts; a draft keeps the sealed words alone."""

    edited = Signal()

    def __init__(self, calls: Calls, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hotline.caller")
        self.setProperty("role", "card")
        self._calls, self._now = calls, now
        self._sealed: tuple[str, datetime] | None = None
        self._fields = [LineField(name, "") for name in ("name", "phone", "note")]
        self._form = Form(self._fields, self)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self._state, self._again = QLabel(self), QPushButton(self)
        self._state.setObjectName("hotline.caller.state")
        wrap(self._state)
        self._again.setObjectName("hotline.caller.again")
        self._again.setProperty("kind", "link")
        self._again.clicked.connect(self._write_again)
        self._form.edited.connect(self._typed)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._state, 1)
        line.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(self._heading)
        layout.addWidget(self._form)
        layout.addLayout(line)

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        labels = (
            translate("Hotline", "Caller's name"),
            translate("Hotline", "Telephone"),
            translate("Hotline", "How else to reach them"),
        )
        for field, label in zip(self._fields, labels, strict=True):
            field.rename(label)
        self._heading.setText(translate("Hotline", "Who called · sealed for the centre"))
        self.setAccessibleName(self._heading.text())
        words = translate("Hotline", "Write anew")
        self._again.setText(words)
        self._again.setAccessibleName(words)
        self._say()

    def show_draft(self, draft: CallDraft) -> None:
        """Begin empty; of a draft only that somebody was written down, and when."""
        self._sealed = None
        if draft.caller is not None:
            self._sealed = (draft.caller, draft.sealed_at or self._now())
        self._form.restore({"name": "", "phone": "", "note": ""})
        self._say()

    def written(self, draft: CallDraft) -> CallDraft:
        """Return ``draft`` with the caller sealed; what was sealed before stays until something is typed.

        Raises ``PayloadInvalid``, ``NoReporterKey``.
        """
        caller = self._caller()
        if caller.is_known:
            return replace(draft, caller=self._calls.seal(caller), sealed_at=self._now())
        kept, at = self._sealed or (None, None)
        return replace(draft, caller=kept, sealed_at=at)

    def phone(self) -> str:
        """Return the telephone number as it is typed now; empty once it is sealed."""
        return self._caller().phone

    def finish_composing(self) -> None:
        """End the word that is being composed."""
        self._form.finish_composing()

    def show_problem(self, name: str, said: Said) -> bool:
        """Say what is wrong beside the field ``name``; False where it is none of these."""
        return self._form.show_problem(name, said)

    def _caller(self) -> Caller:
        told = {name: str(value) for name, value in self._form.values().items()}
        return Caller(told["name"], told["phone"], told["note"])

    @Slot()
    def _typed(self) -> None:
        self._say()
        self.edited.emit()

    @Slot()
    def _write_again(self) -> None:
        self._sealed = None
        self._say()
        self._form.focus_first()
        self.edited.emit()

    def _say(self) -> None:
        sealed = self._sealed
        kept = sealed is not None and not self._caller().is_known
        self._form.setVisible(not kept and self._calls.can_seal)
        self._again.setVisible(kept)
        set_role(self._state, "dense" if self._calls.can_seal else "caution")
        self._state.setText(_state_text(self._calls, sealed[1] if sealed and kept else None))


def _state_text(calls: Calls, sealed_at: datetime | None) -> str:
    if not calls.can_seal:
        return translate("Hotline", "The centre has no key for callers' names yet: do not write any down.")
    if sealed_at is not None:
        words = translate("Hotline", "Sealed at {time}; nobody can read it here any more.")
        return words.format(time=time_text(sealed_at))
    return translate(
        "Hotline", "Sealed as you type; after sending, this computer cannot show it. Agencies never get it."
    )
