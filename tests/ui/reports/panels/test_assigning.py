"""Who, what, when: owners follow the unit, the deliverable and the due day come from the category."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE, due_date
from desktop_app.domain.workflow import Command
from tests.ui.reports import city
from tests.ui.reports.conftest import Workplace
from tests.ui.reports.panels.conftest import Frame
from ui.reports.panels.assigning import AssigningPanel
from ui.widgets.fields import ChoiceField


def codes(panel: AssigningPanel, name: str) -> list[str]:
    field = panel.form.field(name)
    assert isinstance(field, ChoiceField)
    return [field.editor.itemData(row) for row in range(field.editor.count())]


def test_the_owners_on_offer_follow_the_unit(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(workplace.first("verified", mine=False)))
    qtbot.addWidget(panel)
    assert codes(panel, "owner") == []
    panel.form.restore({"lead_unit": city.WARD})
    assert codes(panel, "owner")[0] == city.WARD
    assert city.HANDLER in codes(panel, "owner")
    panel.form.restore({"lead_unit": "hue-ioc"})
    assert city.HANDLER not in codes(panel, "owner")


def test_a_distribution_carries_the_three(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = replace(workplace.first("verified", mine=False), category="urban")
    panel = AssigningPanel(Command.DISTRIBUTE, context(report))
    qtbot.addWidget(panel)
    panel.form.restore({"lead_unit": city.WARD})
    panel.form.restore({"owner": city.HANDLER})
    payload = panel.built()
    assert isinstance(payload, p.Distribute)
    assert (payload.lead_unit, payload.owner, payload.deliverable) == (
        city.WARD,
        city.HANDLER,
        "Thông thoát cống",
    )
    today = city.NOW.astimezone(ZONE).date()
    local = payload.due_at.astimezone(ZONE)
    assert (local.date(), local.hour) == (due_date(today, 7, workplace.names.calendar), 17)


def test_work_is_handed_down_only(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = AssigningPanel(Command.HAND_DOWN, context(workplace.first("in_progress")))
    qtbot.addWidget(panel)
    assert codes(panel, "unit") == [city.TEAM]
    panel.form.restore({"unit": city.TEAM})
    payload = panel.built()
    assert isinstance(payload, p.HandDown)
    assert (payload.unit, payload.owner) == (city.TEAM, city.TEAM)


def test_without_a_unit_the_domain_names_the_field(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(workplace.first("verified", mine=False)))
    qtbot.addWidget(panel)
    with pytest.raises(p.PayloadInvalid) as told:
        p.decode(Command.DISTRIBUTE, p.encode(panel.built()))
    assert told.value.field == "lead_unit"
