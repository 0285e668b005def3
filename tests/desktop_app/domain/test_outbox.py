"""The vocabulary of pending events."""

from __future__ import annotations

import pytest

from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import (
    HOLD_SECONDS,
    PUBLIC_COMMANDS,
    UNSENT,
    OutboxState,
    command_of,
    hold_seconds,
)
from desktop_app.domain.workflow import Command


@pytest.mark.parametrize("command", list(Command))
def test_state_changing_commands_are_held_and_notes_are_not(command: Command) -> None:
    free = {Command.NOTE, Command.CONTRIBUTE, Command.ATTACH, Command.URGE}
    assert hold_seconds(command) == (0.0 if command in free else HOLD_SECONDS)


def test_what_is_unsent_and_what_is_public() -> None:
    assert set(OutboxState) - UNSENT == {
        OutboxState.ACKNOWLEDGED,
        OutboxState.CANCELLED,
        OutboxState.DISCARDED,
    }
    assert Command.PUBLISH in PUBLIC_COMMANDS
    assert Command.NOTE not in PUBLIC_COMMANDS


@pytest.mark.parametrize("command", list(HotlineCommand))
def test_a_call_and_a_shift_can_be_undone_for_a_moment(command: HotlineCommand) -> None:
    assert hold_seconds(command) == HOLD_SECONDS


@pytest.mark.parametrize("command", [*Command, *HotlineCommand])
def test_a_command_is_known_by_its_name(command: Command | HotlineCommand) -> None:
    assert command_of(str(command)) is command


def test_a_name_nobody_knows_is_no_command() -> None:
    with pytest.raises(ValueError, match="fly"):
        command_of("fly")
