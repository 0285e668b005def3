"""Who, what, when: owners follow the unit, the deliverable and the due day come from the category."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE, due_date
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import Command
from desktop_app.triage.routing import Suggestion
from tests.support.widgets import child
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace
from ui.commands.assigning import AssigningPanel
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
    report = workplace.first("in_progress")
    panel = AssigningPanel(Command.HAND_DOWN, context(report))
    qtbot.addWidget(panel)
    assert set(codes(panel, "unit")) == {city.TEAM, city.WARD}
    panel.form.restore({"unit": city.TEAM})
    payload = panel.built()
    assert isinstance(payload, p.HandDown)
    assert report.assignment is not None
    assert (payload.unit, payload.owner, payload.due_at) == (
        city.TEAM, city.TEAM, report.assignment.due_at,
    )  # fmt: skip


def test_without_a_unit_the_domain_names_the_field(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(workplace.first("verified", mine=False)))
    qtbot.addWidget(panel)
    with pytest.raises(p.PayloadInvalid) as told:
        p.decode(Command.DISTRIBUTE, p.encode(panel.built()))
    assert told.value.field == "lead_unit"


def returned(workplace: Workplace, times: int) -> Report:
    report = workplace.first("returned", mine=False)
    return replace(report, returns=report.returns * times)


def test_after_the_second_return_both_reasons_stand_side_by_side_and_are_weighed(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(returned(workplace, 2)))
    qtbot.addWidget(panel)
    reasons = panel.findChild(QWidget, "panel.distribute.returns")
    assert isinstance(reasons, QWidget)
    assert len(reasons.findChildren(QLabel)) == 2
    panel.form.restore({"lead_unit": city.WARD})
    panel.form.restore({"owner": city.HANDLER})
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    assert (told.value.field, told.value.problem) == ("weighed", "returns_unweighed")
    panel.form.restore({"weighed": "Giao phường, sở phối hợp"})
    payload = panel.built()
    assert isinstance(payload, p.Distribute)
    assert payload.weighed == "Giao phường, sở phối hợp"


def test_after_the_first_return_nothing_is_to_be_weighed(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(returned(workplace, 1)))
    qtbot.addWidget(panel)
    assert "weighed" not in panel.form.values()
    assert panel.findChild(QWidget, "panel.distribute.returns") is not None


def test_co_processors_go_along(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = AssigningPanel(Command.DISTRIBUTE, context(workplace.first("verified", mine=False)))
    qtbot.addWidget(panel)
    panel.form.restore({"lead_unit": city.WARD})
    panel.form.restore({"owner": city.HANDLER, "co_processors": (city.OTHER_WARD,)})
    payload = panel.built()
    assert isinstance(payload, p.Distribute)
    assert payload.co_processors == (city.OTHER_WARD,)


def test_one_key_takes_the_proposal_and_sends_nothing(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    proposed = Suggestion(city.WARD, 17, 20, same_ward=True, right=40, tried=50)
    asked = replace(context(workplace.first("verified", mine=False)), suggestion=proposed)
    panel = AssigningPanel(Command.DISTRIBUTE, asked)
    qtbot.addWidget(panel)
    assert panel.form.values()["lead_unit"] == ""
    child(panel, QPushButton, "panel.distribute.takeSuggestion").click()
    assert panel.form.values()["lead_unit"] == city.WARD
    assert panel.form.values()["owner"] == city.WARD


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        ({"provisional": True}, "has not confirmed its calendar"),
        ({"provisional": False, "last": date(2020, 1, 1)}, "There is no calendar of "),
        ({"provisional": False}, ""),
    ],
)
def test_days_that_nobody_confirmed_are_said_to_be_provisional(
    qtbot: QtBot, workplace: Workplace, context: Frame, calendar: dict[str, Any], said: str
) -> None:
    frame = context(workplace.first("verified", mine=False))
    panel = AssigningPanel(Command.DISTRIBUTE, replace(frame, calendar=replace(frame.calendar, **calendar)))
    qtbot.addWidget(panel)
    label = child(panel, QLabel, "panel.distribute.provisional")
    assert label.isHidden() is not bool(said)
    assert said in label.text()


def test_an_instant_case_is_due_in_half_an_hour(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = replace(workplace.first("verified", mine=False), procedure=Procedure.INSTANT)
    panel = AssigningPanel(Command.DISTRIBUTE, context(report))
    qtbot.addWidget(panel)
    panel.form.restore({"lead_unit": city.WARD})
    panel.form.restore({"owner": city.HANDLER})
    payload = panel.built()
    assert isinstance(payload, p.Distribute)
    assert payload.due_at == city.NOW + timedelta(minutes=30)
