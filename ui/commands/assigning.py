"""Who, what, when: the panel of *distribute* and *hand down*; it cannot be confirmed without the three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QShortcut

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import (
    DEFAULT_WORKING_DAYS,
    INSTANT_MINUTES,
    ZONE,
    closing_time,
    due_date,
    instant_due_at,
)
from desktop_app.domain.report import Procedure
from desktop_app.domain.rights import units_of
from desktop_app.domain.transition import RETURNS_TO_WEIGH
from desktop_app.domain.workflow import Command
from ui.commands.calendar_doubt import CalendarDoubt
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel, text
from ui.commands.returned_reasons import ReturnedReasons
from ui.commands.routing_line import RoutingLine
from ui.language import translate
from ui.shortcuts import of_desk
from ui.widgets.fields import AnyField, ChoiceField, DayField, LineField, TextField
from ui.widgets.several_field import SeveralField


class UnitField(ChoiceField):
    """One of the units: their names are long."""

    is_wide = True


class AssigningPanel(CommandPanel):
    """Unit and owner, deliverable, due day; the owners on offer follow the unit."""

    def __init__(self, command: Command, context: PanelContext) -> None:
        self._names, self._context = context.names, context
        category = context.names.category_of(context.report.category)
        job, units = context.report.assignment, _units(command, context)
        self._unit = UnitField(_unit_field(command), translate("Panel", "Unit"), units)
        self._owner = ChoiceField("owner", translate("Panel", "Who does it"), ())
        self._day = DayField("due_at", self._due_label(), self._usual_day(command))
        usual = job.deliverable if job and command is Command.HAND_DOWN else ""
        deliverable = usual or (category.deliverable if category else "")
        fields: list[AnyField] = [
            self._unit,
            self._owner,
            LineField("deliverable", translate("Panel", "Deliverable"), deliverable),
            self._day,
            *(self._of_distributing(units) if command is Command.DISTRIBUTE else ()),
        ]
        super().__init__(command, fields)
        self._unit.edited.connect(self._offer_owners)
        self._point_out()

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the assignment."""
        unit, owner = text(values, self._unit.name), text(values, "owner")
        due = self._due(cast("date", values["due_at"]))
        if self.command is Command.DISTRIBUTE:
            beside = cast("tuple[str, ...]", values["co_processors"])
            weighed = text(values, "weighed")
            if self._must_weigh() and not weighed:
                raise p.PayloadInvalid("weighed", "returns_unweighed")
            return p.Distribute(unit, owner, text(values, "deliverable"), due, beside, weighed)
        return p.HandDown(unit, owner, text(values, "deliverable"), due)

    def _of_distributing(self, units: Sequence[tuple[str, str]]) -> list[AnyField]:
        beside = SeveralField(
            "co_processors", translate("Panel", "Co-processors: each contributes a part, one answer"), units
        )
        if not self._must_weigh():
            return [beside]
        return [beside, TextField("weighed", translate("Panel", "What follows from both reasons"), lines=2)]

    def _must_weigh(self) -> bool:
        return len(self._context.report.returns) >= RETURNS_TO_WEIGH

    def _due_label(self) -> str:
        if self._is_instant():
            due = translate("Panel", "Due in {minutes} minutes, or at 17:00 on")
            return due.format(minutes=self._instant_minutes())
        return translate("Panel", "Due, at 17:00 on")

    def _instant_minutes(self) -> int:
        category = self._names.category_of(self._context.report.category)
        return category.instant_minutes if category else INSTANT_MINUTES

    def _is_instant(self) -> bool:
        return self._context.report.procedure is Procedure.INSTANT

    def _usual_day(self, command: Command) -> date:
        """What is handed down keeps its day; an instant case is due today."""
        context, job = self._context, self._context.report.assignment
        today = context.now.astimezone(ZONE).date()
        if command is Command.HAND_DOWN and job is not None:
            return job.due_at.astimezone(ZONE).date()
        category = context.names.category_of(context.report.category)
        days = category.working_days if category else DEFAULT_WORKING_DAYS
        return today if self._is_instant() else due_date(today, days, context.calendar)

    def _due(self, day: date) -> datetime:
        """The old deadline itself where its day was kept; half an hour for an instant case left as it is."""
        job, now = self._context.report.assignment, self._context.now
        if self.command is Command.HAND_DOWN and job and job.due_at.astimezone(ZONE).date() == day:
            return job.due_at
        if self._is_instant() and day == now.astimezone(ZONE).date():
            return instant_due_at(now, self._instant_minutes())
        return closing_time(day)

    def _point_out(self) -> None:
        """Show above the form what to know of the calendar, why it came back, and where its like went."""
        name = f"panel.{self.command.value}.provisional"
        self.insert(CalendarDoubt(name, self._day, self._context.calendar, self))
        if self.command is not Command.DISTRIBUTE:
            return
        if self._context.suggestion is not None:
            line = RoutingLine(self._context.suggestion, self._names, self)
            line.taken.connect(self._take_suggestion)
            self.insert(line)
            accept = QShortcut(self)
            accept.setKeys(of_desk("suggestion"))
            accept.activated.connect(self._take_suggestion)
        if self._context.report.returns:
            self.insert(ReturnedReasons(self._context.report.returns, self._names, self))

    @Slot()
    def _take_suggestion(self) -> None:
        """Fill the unit in; the rest stays to be chosen, nothing is sent."""
        if self._context.suggestion is not None:
            self._unit.restore(self._context.suggestion.unit)
            self._offer_owners()
            self._owner.editor.setFocus()

    @Slot()
    def _offer_owners(self) -> None:
        unit = self._unit.value()
        self._owner.offer(self._names.owners(unit), unit)


def _unit_field(command: Command) -> str:
    return "lead_unit" if command is Command.DISTRIBUTE else "unit"


def _units(command: Command, context: PanelContext) -> Sequence[tuple[str, str]]:
    """Every unit, or one's own (for a colleague there) and those below it."""
    listed = context.names.units(context.report.organisation)
    if command is Command.DISTRIBUTE:
        return listed
    job, tree = context.report.assignment, context.names.unit_tree()
    below = tree.subtree(job.lead_unit) if job else units_of(context.actor)
    return [unit for unit in listed if unit[0] in below]
