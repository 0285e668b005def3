"""The editor of the one answer the citizen will see; its draft is kept while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel

from desktop_app.domain import payloads as p
from desktop_app.domain.attachments import evidence_fault
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import DraftContent
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel, text
from ui.commands.template_field import template_field
from ui.language import translate
from ui.photos.public_pictures import PublicPicturesField
from ui.theme import TARGET
from ui.vocabulary.house_style import blank_answer, is_blank, written_in
from ui.vocabulary.words import outcome_word
from ui.widgets.fields import AnyField, ChoiceField, TextField
from ui.widgets.wrapped_text import wrap

_KEEP_MS = 400
"""Longest time that a typed letter is not written down yet, in milliseconds."""
_LINES = 9


class AnsweringPanel(CommandPanel):
    """Starts from the draft, else from the house style; keeps the draft whatever ends it."""

    def __init__(self, context: PanelContext, save_draft: Callable[[DraftContent], None]) -> None:
        self._context = context
        self._save_draft = save_draft
        self._unit = context.names.unit(context.publisher_unit, written_in(context.report.language))
        opening, self._cursor = _opening(context, self._unit)
        self._answer = TextField(
            "text", translate("Answer", "Answer as the citizen will read it"), _LINES, opening
        )
        self._templates = template_field(context, Command.SUBMIT, self._answer, self._is_fresh)
        super().__init__(Command.SUBMIT, self._fields())
        self.offer_templates(self._answer, self._templates)
        if self._wants_evidence():
            self.insert(self._evidence_wanted())
        self._status = QLabel(self)
        self._status.setObjectName("panel.submit.draft")
        self._status.setProperty("role", "muted")
        self._status.setMinimumHeight(TARGET)  # in line with the buttons
        self.foot.addWidget(self._status)
        self._saved = self._content()
        self._unkept = QTimer(self)
        self._unkept.setSingleShot(True)
        self._unkept.setInterval(_KEEP_MS)
        self._unkept.timeout.connect(self._keep)
        self.form.edited.connect(self._edited)
        self._show_status(kept=context.draft is not None)

    def confirm_word(self) -> str:
        """What the button does is submit, not write."""
        return translate("Answer", "Submit for approval")

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the answer bound to the hash of exactly this content."""
        outcome, words = text(values, "outcome"), text(values, "text")
        if not outcome:
            raise p.PayloadInvalid("outcome", "empty")
        if is_blank(words, self._context.report.language, self._unit):
            raise p.PayloadInvalid("text", "empty")
        unit = self._context.publisher_unit
        pictures = cast("tuple[str, ...]", values.get("attachments", ()))
        self._require_evidence(Outcome(outcome), pictures)
        bound = content_sha256(words, outcome, unit, pictures)
        return p.Submit(words, Outcome(outcome), unit, bound, pictures)

    def _wants_evidence(self) -> bool:
        category = self._context.names.category_of(self._context.report.category)
        return category is not None and category.evidence

    def _evidence_wanted(self) -> QLabel:
        """Said before anything is written: the photo has to be taken first."""
        said = translate(
            "Answer", "This field wants evidence: what is fixed needs a public photo from after the work."
        )
        label = QLabel(said, self)
        label.setObjectName("panel.submit.evidence")
        label.setProperty("role", "caution")
        wrap(label)
        return label

    def _require_evidence(self, outcome: Outcome, pictures: tuple[str, ...]) -> None:
        """What is said to be fixed is shown where the field wants it: the centre refuses it else."""
        if outcome is not Outcome.FIXED or not self._wants_evidence():
            return
        album = self._context.album
        shown = [moment for _, moment in album.in_answer(pictures)]
        fault = evidence_fault(shown, [photo.moment for photo in album.photos])
        if fault is not None:
            raise p.PayloadInvalid("attachments", fault)

    def start(self) -> None:
        """Put the cursor where the result is written."""
        cursor = self._answer.editor.textCursor()
        cursor.setPosition(self._cursor)
        self._answer.editor.setTextCursor(cursor)
        self._answer.editor.setFocus()

    def close_down(self) -> None:
        """Write the last words down."""
        self._unkept.stop()
        self._keep()

    def _fields(self) -> list[AnyField]:
        outcomes = [(each.value, outcome_word(each)) for each in Outcome]
        draft = self._context.draft
        chosen = draft.outcome.value if draft and draft.outcome else None
        fields: list[AnyField] = [
            *([self._templates] if self._templates else ()),
            self._answer,
            ChoiceField("outcome", translate("Answer", "Result"), outcomes, chosen),
        ]
        if self._context.contributions:
            fields.append(self._contributions())
        if self._context.album.photos:
            answer = self._context.report.answer
            before = answer.attachments if answer and answer.attachments else None
            fields.append(PublicPicturesField(self._context.album, before))
        return fields

    def _contributions(self) -> ChoiceField:
        """What co-processors wrote, to be taken into the one answer; who is missing is said beside."""
        names, job = self._context.names, self._context.report.assignment
        given = {each.unit for each in self._context.contributions}
        missing = [names.unit(unit) for unit in (job.co_processors if job else ()) if unit not in given]
        label = translate("Answer", "Insert a contribution")
        if missing:
            label = translate("Answer", "Insert a contribution (still missing: {units})").format(
                units=", ".join(missing)
            )
        said = [(each.id, f"{names.unit(each.unit)}: {each.text}") for each in self._context.contributions]
        self._parts = ChoiceField("contribution", label, said)
        self._parts.editor.activated.connect(self._insert_contribution)  # by a hand, never by putting back
        return self._parts

    @Slot()
    def _insert_contribution(self) -> None:
        """Set a co-processor's part at the cursor; the choice is spent."""
        chosen = self._parts.value()
        self._parts.restore("")
        part = next((each for each in self._context.contributions if each.id == chosen), None)
        if part is not None:
            self._answer.editor.insertPlainText(part.text)
            self._answer.editor.setFocus()

    def _content(self) -> DraftContent:
        values = self.form.values()
        outcome = text(values, "outcome")
        return DraftContent(text(values, "text"), Outcome(outcome) if outcome else None)

    @Slot()
    def _edited(self) -> None:
        if not self._unkept.isActive():
            self._unkept.start()

    @Slot()
    def _keep(self) -> None:
        content = self._content()
        blank = is_blank(content.text, self._context.report.language, self._unit)
        if content != self._saved and not (blank and self._context.draft is None):
            self._save_draft(content)
            self._saved = content
            self._show_status(kept=True)

    def _show_status(self, *, kept: bool) -> None:
        self._status.setText(translate("Answer", "Draft kept on this computer") if kept else "")

    def _is_fresh(self, words: str) -> bool:
        return is_blank(words, self._context.report.language, self._unit)


def _opening(context: PanelContext, unit: str) -> tuple[str, int]:
    """Return the text to start from and where to write: the draft, the answer sent back, or the form."""
    report = context.report
    if context.draft is not None:
        return context.draft.text, len(context.draft.text)
    if report.answer is not None:
        return report.answer.text, len(report.answer.text)
    return blank_answer(report.language, unit)
