"""Every command has its way: at once, by preview or approvals, or by a panel; one is primary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Extension
from desktop_app.domain.workflow import Command, State
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Hire, Workplace
from ui.commands.catalogue import AT_ONCE, PRIMARY, offered, panel_for, primary

C = Command
ALL = tuple(Command)


def test_every_offered_command_opens_its_panel(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = workplace.first("in_progress")
    asked = replace(report, extension=Extension("weather", city.NOW, "", city.HANDLER))
    for command in offered(asked, ALL):
        if command not in AT_ONCE and command not in {C.PUBLISH, C.APPROVE}:
            panel = panel_for(command, context(asked), lambda _draft: None)
            qtbot.addWidget(panel)
            assert panel.command is command


def test_what_asks_for_nothing_has_no_panel(workplace: Workplace, context: Frame) -> None:
    for command in AT_ONCE:
        with pytest.raises(KeyError):
            panel_for(command, context(workplace.first("in_progress")), lambda _draft: None)


def test_an_extension_is_decided_only_when_one_is_asked_for(workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    asked = replace(report, extension=Extension("weather", city.NOW, "", city.HANDLER))
    granted = replace(report, extension=Extension("weather", city.NOW, "", city.HANDLER, granted=True))
    assert C.DECIDE_EXTENSION not in offered(report, ALL)
    assert C.DECIDE_EXTENSION in offered(asked, ALL)
    assert C.DECIDE_EXTENSION not in offered(granted, ALL)


@pytest.mark.parametrize(
    ("person", "state", "step"),
    [
        (city.HANDLER, State.DISTRIBUTED, C.ACCEPT),
        (city.HANDLER, State.IN_PROGRESS, C.SUBMIT),
        (city.LEADER, State.AWAITING_APPROVAL, C.APPROVE),
        (city.PUBLISHER, State.APPROVED, C.PUBLISH),
        (city.DISPATCHER, State.RECEIVED, C.VERIFY),
        (city.DISPATCHER, State.VERIFIED, C.DISTRIBUTE),
        (city.DISPATCHER, State.RETURNED, C.DISTRIBUTE),
    ],
)
def test_ctrl_enter_carries_the_report_on(hire: Hire, person: str, state: State, step: Command) -> None:
    workplace = hire(person)
    report = next(
        each
        for each in workplace.reports
        if each.state is state and (each.assignment is None or each.assignment.lead_unit == city.WARD)
    )
    commands = offered(report, workplace.session.triage.legal(report))
    assert primary(commands) is step
    assert C.NOTE in commands


def test_only_what_staff_do_is_offered_and_all_of_it_but_files(workplace: Workplace) -> None:
    never = {C.REPLY, C.EXPIRE, C.CLOSE, C.REQUEST_REOPEN}
    asked = replace(
        workplace.first("in_progress"), extension=Extension("weather", city.NOW, "", city.HANDLER)
    )
    assert set(ALL) - set(offered(asked, ALL)) == never | {C.ATTACH}
    assert never.isdisjoint(offered(workplace.first("in_progress"), ALL))
    assert primary((C.NOTE,)) is None
    assert primary(()) is None
    assert len(set(PRIMARY)) == len(PRIMARY)
