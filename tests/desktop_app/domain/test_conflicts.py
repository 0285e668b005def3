"""The conflict table is total and decides by what each command is guarded by."""

from __future__ import annotations

import pytest

from desktop_app.domain.conflicts import KINDS, ConflictKind, conflicts, guarded_field
from desktop_app.domain.workflow import TABLE, Command, Target
from tests.desktop_app.domain.samples import report


def test_the_table_is_total() -> None:
    assert set(KINDS) == set(Command)


def test_every_state_changing_command_is_guarded() -> None:
    moving = {edge.command for edge in TABLE if edge.target is not Target.UNCHANGED}
    assert {KINDS[command] for command in moving} == {ConflictKind.GUARDED}


@pytest.mark.parametrize(("base", "clash"), [(4, True), (5, False), (9, False)])
def test_a_guarded_command_needs_the_exact_workflow_version(base: int, clash: bool) -> None:
    assert conflicts(Command.ACCEPT, report(), base) is clash


def test_a_scalar_looks_at_its_own_field_only() -> None:
    changed = report(field_versions={"workflow": 9, "priority": 3})
    assert not conflicts(Command.PRIORITISE, changed, 3)
    assert conflicts(Command.PRIORITISE, changed, 2)


@pytest.mark.parametrize("command", [Command.NOTE, Command.TAG, Command.URGE, Command.ATTACH])
def test_commuting_commands_never_clash(command: Command) -> None:
    assert guarded_field(command) is None
    assert not conflicts(command, report(field_versions={"workflow": 99}), 0)
