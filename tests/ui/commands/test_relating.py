"""Another report is named by its code, never itself; parts are named one a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.workflow import Command
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace
from ui.commands.context import PanelContext
from ui.commands.relating import OtherReportPanel, SplittingPanel
from ui.vocabulary.lookup import report_by_code


@pytest.fixture
def about(workplace: Workplace, context: Frame) -> PanelContext:
    inbox = workplace.store.inbox
    return replace(context(workplace.reports[6]), find=lambda code: report_by_code(inbox, code))


@pytest.mark.parametrize(
    ("command", "field", "shape"),
    [(Command.MARK_DUPLICATE, "original_id", p.MarkDuplicate), (Command.MERGE, "into_id", p.Merge)],
)
def test_another_report_is_named_by_its_code(
    qtbot: QtBot,
    workplace: Workplace,
    about: PanelContext,
    command: Command,
    field: str,
    shape: type[p.Payload],
) -> None:
    panel = OtherReportPanel(command, about)
    qtbot.addWidget(panel)
    panel.form.restore({field: f" {workplace.reports[7].code} "})
    payload = panel.built()
    assert isinstance(payload, shape)
    assert p.encode(payload) == {field: workplace.reports[7].id}


@pytest.mark.parametrize(
    ("typed", "problem"), [("", "empty"), ("HUE-9999-000001", "not_found"), ("own", "not_found")]
)
def test_no_report_or_itself_is_refused_beside_the_field(
    qtbot: QtBot, about: PanelContext, typed: str, problem: str
) -> None:
    panel = OtherReportPanel(Command.MARK_DUPLICATE, about)
    qtbot.addWidget(panel)
    panel.form.restore({"original_id": about.report.code if typed == "own" else typed})
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    assert (told.value.field, told.value.problem) == ("original_id", problem)
    panel.show_refusal(told.value)
    assert panel.form.field("original_id").problem()


def test_parts_are_named_one_a_line(qtbot: QtBot) -> None:
    panel = SplittingPanel()
    qtbot.addWidget(panel)
    panel.form.restore({"titles": "Ngập\n\n  Nắp cống vỡ \n"})
    assert panel.built() == p.Split(("Ngập", "Nắp cống vỡ"))
