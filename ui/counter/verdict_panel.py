"""What reading the document has proved, what it has not, and what is wrong with it."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardio.emrtd.verdict import Badge, Proof, Verdict
from desktop_app.reception.view import View
from ui.counter import texts
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText

_PROVED, _OPEN, _WRONG = "✓", "–", "✕"
_MOST_FAULTS = 3


class VerdictPanel(Translated, QFrame):
    """One line for each proof; a notice for each fault; one sentence where an anchor is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.verdict")
        self.setProperty("role", "card")
        self._view = View()
        self._picture_refused = False
        self._heading = WrappedText("strong", self)
        self._faults = [Notice(f"counter.fault.{number}", self) for number in range(_MOST_FAULTS)]
        self._proofs = {one: _ProofRow(one, self) for one in Proof}
        self._anchor, self._remark = WrappedText("muted", self), WrappedText("caution", self)
        self._anchor.setObjectName("counter.anchor")
        self._remark.setObjectName("counter.remark")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.tight)
        for part in (self._heading, *self._faults, *self._proofs.values(), self._anchor, self._remark):
            layout.addWidget(part)
        self.retranslate()

    def show_view(self, view: View) -> None:
        """Show the verdict so far."""
        self._view = view
        verdict = view.verdict
        self.setVisible(verdict is not None)
        if verdict is None:
            for notice in self._faults:
                notice.clear()
            return
        self._show_faults(verdict)
        for row in self._proofs.values():
            row.show_proof(verdict, concluded=view.concluded)
        self._anchor.setText(texts.missing_anchor(verdict))
        self._anchor.setVisible(bool(self._anchor.text()))
        self._picture_refused &= view.face is not None
        refused = (*view.unreadable, 2) if self._picture_refused else view.unreadable
        self._remark.setText(texts.unreadable(refused))
        self._remark.setVisible(bool(self._remark.text()))

    def picture_refused(self) -> None:
        """Say that the photo could not be shown, as long as it is this one."""
        self._picture_refused = True
        self.show_view(self._view)

    def _show_faults(self, verdict: Verdict) -> None:
        tone = Tone.DANGER if verdict.badge is Badge.FALSE else Tone.CAUTION
        for notice, words in zip_longest(self._faults, texts.faults(verdict.faults)[:_MOST_FAULTS]):
            if words is None:
                notice.clear()
            else:
                notice.say(tone, words.title, words.what_to_do)

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._heading.setText(translate("Counter", "What reading the chip has proved"))
        self.setAccessibleName(translate("Counter", "Verdict"))
        self.show_view(self._view)


class _ProofRow(QWidget):
    """One proof: its mark, and words that wrap beside it."""

    def __init__(self, one: Proof, parent: QWidget) -> None:
        super().__init__(parent)
        self._proof = one
        self._mark, self._words = QLabel(self), WrappedText(parent=self)
        self._mark.setObjectName(f"counter.proof.{one.value}")
        self._fit()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(self._mark)
        layout.addWidget(self._words, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._mark.setFixedWidth(beside_text(SPACING.wide))

    def show_proof(self, verdict: Verdict, *, concluded: bool) -> None:
        """Show whether the verdict holds it proved."""
        words = texts.proof(self._proof)
        if self._proof in verdict.proved:
            mark, role, spoken = _PROVED, "good", translate("Counter", "proved")
        elif verdict.badge is Badge.FALSE and concluded and self._proof is not Proof.ISSUER:
            mark, role, spoken = _WRONG, "danger", translate("Counter", "not proved")
        else:
            mark, role, spoken = _OPEN, "muted", translate("Counter", "not proved")
        for label, text in ((self._mark, mark), (self._words, words)):
            set_role(label, role)
            label.setText(text)
        self._mark.setAccessibleName(spoken)
        self._words.setAccessibleName(f"{words}: {spoken}")
