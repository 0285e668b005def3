"""What a call says, as fields; knows nothing of who called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop_app.domain.hotline import LANGUAGES
from desktop_app.domain.report import Priority, Procedure
from desktop_app.triage.calls import CallDraft
from ui.hotline import promises
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.words import priority_word
from ui.widgets.fields import AnyField, ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.name_field import NameField

_LINES = 4


class CallForm(Form):
    """Fields from top to bottom as one asks: what, where, how urgent, what was promised."""

    def __init__(self, names: Names, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._names, self._now = names, now
        self._category = ChoiceField("category", "", ())
        self.ward = NameField("place", "", ())
        self._procedure, self._priority = ChoiceField("procedure", "", ()), ChoiceField("priority", "", ())
        self._due, self._language = ChoiceField("promise_due", "", ()), ChoiceField("language", "", ())
        self._every: list[AnyField] = [
            TextField("text", "", _LINES), LineField("title", ""), self._category, self.ward,
            LineField("address", ""), self._procedure, self._priority, LineField("promise", ""), self._due,
            self._language,
        ]  # fmt: skip
        super().__init__(self._every, parent)
        self._draft = CallDraft()
        self.retranslate()
        self.show_draft(self._draft)

    def retranslate(self) -> None:
        """Name the fields and the choices in the language in force; what is chosen stays."""
        super().retranslate()
        words = _labels()
        self.blockSignals(True)
        for field in self._every:
            field.rename(words[field.name])
        for choice, offered in (
            (self._category, self._names.categories(private=True)),
            (self._procedure, _procedures()),
            (self._priority, _priorities()),
            (self._due, self._moments()),
            (self._language, _languages()),
        ):
            choice.offer(offered, choice.value() or None)
        self.ward.offer(self._names.wards())
        if not self._due.value():
            self._due.restore("")
        self.blockSignals(False)

    def _moments(self) -> tuple[tuple[str, str], ...]:
        kept = promises.moment_of(self._due.value()) or self._draft.promise_due
        return promises.with_kept(promises.moments(self._now(), self._names.calendar), kept)

    def show_draft(self, draft: CallDraft) -> None:
        """Put a draft into the fields; that is no edit."""
        self.clear_problems()
        self._draft = draft
        self.blockSignals(True)
        choices = promises.with_kept(promises.moments(self._now(), self._names.calendar), draft.promise_due)
        self._due.offer(choices, promises.code_of(draft.promise_due))
        self.restore(
            {
                "title": draft.title, "text": draft.text, "category": draft.category, "place": draft.ward,
                "address": draft.address, "procedure": str(draft.procedure),
                "priority": str(draft.priority), "promise": draft.promise, "language": draft.language,
            }
        )  # fmt: skip
        self.blockSignals(False)

    def written(self, draft: CallDraft) -> CallDraft:
        """Return ``draft`` with what the fields say now; a ward nobody knows is part of the address."""
        told = {name: str(value) for name, value in self.values().items()}
        where = ", ".join(part for part in (self.ward.typed(), told["address"]) if part)
        return replace(
            draft,
            title=told["title"], text=told["text"], category=told["category"], ward=told["place"],
            address=where, procedure=Procedure(told["procedure"]),
            priority=Priority(told["priority"]), promise=told["promise"],
            promise_due=promises.moment_of(told["promise_due"]), language=told["language"],
        )  # fmt: skip


def _procedures() -> tuple[tuple[str, str], ...]:
    return (
        (str(Procedure.TIMED), translate("Hotline", "timed")),
        (str(Procedure.INSTANT), translate("Hotline", "instant: alarm at the dispatcher's")),
    )


def _priorities() -> tuple[tuple[str, str], ...]:
    return tuple((str(each), priority_word(each)) for each in Priority)


def _languages() -> tuple[tuple[str, str], ...]:
    """In which language the citizen speaks, and is answered."""
    words = {"vi": translate("Hotline", "Vietnamese"), "en": translate("Hotline", "English")}
    return tuple((code, words[code]) for code in LANGUAGES)


def _labels() -> dict[str, str]:
    return {
        "text": translate("Hotline", "What the caller says"),
        "title": translate("Hotline", "In one line (the title)"),
        "category": translate("Hotline", "Field"),
        "place": translate("Hotline", "Ward or commune (without accents too)"),
        "address": translate("Hotline", "Street, house, landmark"),
        "procedure": translate("Hotline", "Procedure"),
        "priority": translate("Hotline", "Urgency"),
        "promise": translate("Hotline", "What I promise the caller"),
        "promise_due": translate("Hotline", "Promised until"),
        "language": translate("Hotline", "Language of the caller, and of the answer"),
    }
