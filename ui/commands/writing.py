"""Commands that carry words: a note, a reason, a question, a date with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE, closing_time, due_date
from desktop_app.domain.matters import runs_campaigns
from desktop_app.domain.report import Priority
from desktop_app.domain.transition import goes_through_dispatcher
from desktop_app.domain.workflow import Command
from ui.commands.calendar_doubt import CalendarDoubt
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel, text
from ui.commands.template_field import template_field
from ui.language import translate
from ui.vocabulary.extension_words import asked_text
from ui.vocabulary.house_style import more_time, written_in
from ui.vocabulary.markup import paragraphs
from ui.vocabulary.words import extension_reasons, priority_word, reject_reasons, return_reasons
from ui.widgets.fields import AnyField, ChoiceField, DayField, LineField, TextField
from ui.widgets.several_field import SeveralField
from ui.widgets.wrapped_text import wrap

Build = Callable[[Mapping[str, object]], p.Payload]
_EXTENSION_DAYS = 3
_REVIEW_DAYS = 7


class WritingPanel(CommandPanel):
    """A panel whose payload is built by one function of its values."""

    def __init__(self, command: Command, fields: list[AnyField], build: Build) -> None:
        self._build = build
        super().__init__(command, fields)

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return what the command carries."""
        return self._build(values)


def templated(
    context: PanelContext, command: Command, fields: list[AnyField], target: TextField, build: Build
) -> WritingPanel:
    """Return a panel whose words (``target``, among ``fields``) may come from a template."""
    templates = template_field(context, command, target)
    at = fields.index(target)
    above: list[AnyField] = [templates] if templates else []
    panel = WritingPanel(command, [*fields[:at], *above, *fields[at:]], build)
    panel.offer_templates(target, templates)
    return panel


def plain_text(command: Command) -> WritingPanel:
    """Ask for a text: note, contribution, urging."""
    label = {
        Command.NOTE: translate("Panel", "Note for colleagues (not for the citizen)"),
        Command.CONTRIBUTE: translate("Panel", "Our part of the answer"),
    }.get(command, translate("Panel", "Text"))
    return WritingPanel(command, [TextField("text", label)], lambda values: p.Text(text(values, "text")))


def sending_back(context: PanelContext) -> WritingPanel:
    """Ask what must be changed in an answer."""
    words = TextField("text", translate("Panel", "What must be changed"))
    return templated(context, Command.SEND_BACK, [words], words, lambda values: p.Text(text(values, "text")))


def coded_reason(command: Command, context: PanelContext) -> WritingPanel:
    """Ask for a coded reason and its text: return, reject."""
    reasons = return_reasons() if command is Command.RETURN else reject_reasons()
    words = (
        translate("Panel", "Explanation for the dispatcher")
        if command is Command.RETURN
        else translate("Panel", "Explanation as the citizen will read it")
    )
    why = TextField("text", words)
    fields: list[AnyField] = [ChoiceField("code", translate("Panel", "Reason"), reasons), why]
    return templated(
        context, command, fields, why, lambda values: p.Coded(text(values, "code"), text(values, "text"))
    )


def question(context: PanelContext) -> WritingPanel:
    """Ask for the question that the citizen will read; a unit's own goes through the dispatcher."""
    wanted = context.report.question_wanted or ""
    if goes_through_dispatcher(Command.ASK_CITIZEN, context.actor, context.report):
        label = translate("Panel", "Question for the citizen; the dispatcher reads it and sends it")
    elif wanted:
        label = translate("Panel", "Question as the citizen will read it (the unit's words; change them)")
    else:
        label = translate("Panel", "Question as the citizen will read it")
    field = TextField("question", label, text=wanted)
    return templated(
        context, Command.ASK_CITIZEN, [field], field, lambda values: p.AskCitizen(text(values, "question"))
    )


def review_date(context: PanelContext) -> WritingPanel:
    """Ask when to look at the report again."""
    today = context.now.astimezone(ZONE).date()
    field = DayField("review_date", translate("Panel", "Look again on"), today + timedelta(days=_REVIEW_DAYS))
    return WritingPanel(
        Command.MONITOR, [field], lambda values: p.Monitor(cast("date", values["review_date"]))
    )


def extension(context: PanelContext) -> WritingPanel:
    """Ask for a reason, the new due day and the text for the citizen; counted from the old due day."""
    job = context.report.assignment
    old = (job.due_at if job else context.now).astimezone(ZONE).date()
    today = context.now.astimezone(ZONE).date()
    proposed = due_date(old, _EXTENSION_DAYS, context.calendar)
    if closing_time(proposed) <= context.now:  # long overdue: a day that is over is no deadline
        proposed = due_date(today, _EXTENSION_DAYS, context.calendar)
    language = context.report.language
    why = TextField(
        "text",
        translate("Panel", "Explanation as the citizen will read it"),
        text=more_time(language, context.names.unit(context.publisher_unit, written_in(language))),
    )
    new = DayField("new_due_at", translate("Panel", "New deadline"), proposed)
    fields: list[AnyField] = [
        ChoiceField("code", translate("Panel", "Reason"), extension_reasons()),
        new,
        why,
    ]
    panel = templated(context, Command.REQUEST_EXTENSION, fields, why, _extension_payload)
    panel.insert(CalendarDoubt("panel.request_extension.provisional", new, context.calendar, panel))
    if context.report.extension is not None and context.report.extension.granted is None:
        replaces = translate("Panel", "One waits already; what you ask for now takes its place:")
        panel.insert(_asked(context, paragraphs(replaces)))
    return panel


def _extension_payload(values: Mapping[str, object]) -> p.RequestExtension:
    due = closing_time(cast("date", values["new_due_at"]))
    return p.RequestExtension(text(values, "code"), due, text(values, "text"))


def _asked(context: PanelContext, opening: str = "") -> QLabel:
    """What was asked for stands over what is decided on it."""
    label = QLabel(opening + asked_text(context.report, context.names))
    label.setObjectName("panel.extension.asked")
    label.setTextFormat(Qt.TextFormat.RichText)
    wrap(label)
    return label


def extension_decision(context: PanelContext) -> WritingPanel:
    """Ask whether the extension is granted: from when to when, by whom and why stands above."""
    answers = (("yes", translate("Panel", "Grant")), ("no", translate("Panel", "Refuse")))
    fields: list[AnyField] = [
        ChoiceField("granted", translate("Panel", "Decision"), answers, "yes"),
        TextField("text", translate("Panel", "Reason (optional)"), lines=2),
    ]
    panel = WritingPanel(
        Command.DECIDE_EXTENSION,
        fields,
        lambda values: p.DecideExtension(text(values, "granted") == "yes", text(values, "text")),
    )
    panel.insert(_asked(context))
    return panel


def reopening(context: PanelContext) -> WritingPanel:
    """Ask whether the report is opened again, and why."""
    why = TextField("reason", translate("Panel", "Reason"))
    answers = (("reopened", translate("Panel", "Open again")), ("closed", translate("Panel", "Leave closed")))
    fields: list[AnyField] = [
        ChoiceField("decision", translate("Panel", "Decision"), answers),
        why,
    ]
    return templated(context, Command.DECIDE_REOPEN, fields, why, _reopening_payload)


def _reopening_payload(values: Mapping[str, object]) -> p.DecideReopen:
    decision = text(values, "decision")
    if decision == "reopened":
        return p.DecideReopen("reopened", text(values, "reason"))
    if decision == "closed":
        return p.DecideReopen("closed", text(values, "reason"))
    raise p.PayloadInvalid("decision", "empty")


def priority(before: Priority) -> WritingPanel:
    """Ask for the new priority."""
    choices = [(each.value, priority_word(each)) for each in Priority]
    field = ChoiceField("priority", translate("Panel", "Priority"), choices, before.value)
    return WritingPanel(
        Command.PRIORITISE, [field], lambda values: p.Prioritise(Priority(text(values, "priority")))
    )


def tags(context: PanelContext) -> WritingPanel:
    """Ask for the tags, separated by commas; what is new is added, what is missing removed.

    After the tags that are there the next one can be written at once: the line ends with a comma. Who
    coordinates the city's work chooses the tags of running campaigns beside it; nobody else gives them.
    """
    today = context.now.astimezone(ZONE).date()
    reserved = {each.name for each in context.campaigns}
    before = context.report.tags
    plain = [tag for tag in before if tag not in reserved]
    fields: list[AnyField] = [
        LineField("add", translate("Panel", "Tags, separated by commas"), ", ".join((*plain, "")))
    ]
    running = [each for each in context.campaigns if each.runs(today) or each.name in before]
    coordinates = runs_campaigns(context.actor) and bool(running)
    if coordinates:
        given = [each.name for each in running if each.name in before]
        choices = [(each.name, each.name) for each in running]
        fields.append(SeveralField("campaigns", translate("Panel", "Campaigns"), choices, given))

    def build(values: Mapping[str, object]) -> p.Tag:
        written = [word.strip() for word in text(values, "add").split(",") if word.strip()]
        kept = [tag for tag in before if tag in reserved]
        chosen = cast("tuple[str, ...]", values["campaigns"]) if coordinates else kept
        after = [*written, *chosen]
        added = tuple(word for word in after if word not in before)
        return p.Tag(added, tuple(word for word in before if word not in after))

    return WritingPanel(Command.TAG, fields, build)
