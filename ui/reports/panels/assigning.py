"""Who, what, when: the panel of *distribute* and *hand down*; it cannot be confirmed without the three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Slot

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import DEFAULT_WORKING_DAYS, ZONE, closing_time, due_date
from desktop_app.domain.workflow import Command
from ui.language import translate
from ui.reports.panels.context import PanelContext
from ui.reports.panels.panel import CommandPanel, text
from ui.widgets.fields import AnyField, ChoiceField, DayField, LineField


class AssigningPanel(CommandPanel):
    """Unit and owner, deliverable, due day; the owners on offer follow the unit."""

    def __init__(self, command: Command, context: PanelContext) -> None:
        self._names = context.names
        category = context.names.category_of(context.report.category)
        days = category.working_days if category else DEFAULT_WORKING_DAYS
        today = context.now.astimezone(ZONE).date()
        self._unit = ChoiceField(_unit_field(command), translate("Panel", "Unit"), _units(command, context))
        self._owner = ChoiceField("owner", translate("Panel", "Who does it"), ())
        fields: list[AnyField] = [
            self._unit,
            self._owner,
            LineField(
                "deliverable", translate("Panel", "Deliverable"), category.deliverable if category else ""
            ),
            DayField(
                "due_at", translate("Panel", "Due, at 17:00 on"), due_date(today, days, context.calendar)
            ),
        ]
        super().__init__(command, fields)
        self._unit.edited.connect(self._offer_owners)

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the assignment."""
        unit, owner = text(values, self._unit.name), text(values, "owner")
        due = closing_time(cast("date", values["due_at"]))
        if self.command is Command.DISTRIBUTE:
            return p.Distribute(unit, owner, text(values, "deliverable"), due)
        return p.HandDown(unit, owner, text(values, "deliverable"), due)

    @Slot()
    def _offer_owners(self) -> None:
        unit = self._unit.value()
        self._owner.offer(self._names.owners(unit), unit)


def _unit_field(command: Command) -> str:
    return "lead_unit" if command is Command.DISTRIBUTE else "unit"


def _units(command: Command, context: PanelContext) -> Sequence[tuple[str, str]]:
    organisation = context.report.organisation
    if command is Command.DISTRIBUTE:
        return context.names.units(organisation)
    below = context.actor.units - {context.actor.unit_id}
    return [unit for unit in context.names.units(organisation) if unit[0] in below]
