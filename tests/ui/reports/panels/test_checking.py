"""Verification starts from what the report says and needs the word given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.report import Place
from desktop_app.domain.workflow import Command
from tests.ui.reports.conftest import Workplace
from tests.ui.reports.panels.conftest import Frame
from ui.reports.panels.checking import CheckingPanel


def test_what_the_report_says_is_filled_in(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = workplace.first("received", mine=False)
    placed = replace(report, place=replace(report.place, latitude=16.4, longitude=107.5))
    panel = CheckingPanel(context(placed))
    qtbot.addWidget(panel)
    panel.form.restore({"identity_checked": True, "address": "9 Lê Lợi"})
    assert report.category is not None
    assert panel.built() == p.Verify(
        report.category, Place(report.place.unit_code, "9 Lê Lợi", 16.4, 107.5), True
    )


@pytest.mark.parametrize(
    ("values", "field"),
    [({}, "identity_checked"), ({"identity_checked": True, "place": "", "address": ""}, "place")],
)
def test_what_is_missing_is_named(
    qtbot: QtBot, workplace: Workplace, context: Frame, values: dict[str, object], field: str
) -> None:
    panel = CheckingPanel(context(workplace.first("received", mine=False)))
    qtbot.addWidget(panel)
    panel.form.restore(values)
    with pytest.raises(p.PayloadInvalid) as told:
        p.decode(Command.VERIFY, p.encode(panel.built()))
    assert told.value.field == field
