"""A panel gets what its command shows, and no more is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.workflow import Command
from tests.ui.seated import Workplace
from ui.detail.panel_facts import context_of
from ui.detail.reading import read


@pytest.mark.parametrize("command", [Command.NOTE, Command.VERIFY, Command.DISTRIBUTE, Command.TAG])
def test_only_what_the_command_shows_is_there(workplace: Workplace, command: Command) -> None:
    reading = read(workplace.session, workplace.first("in_progress").id)
    assert reading is not None
    made = context_of(workplace.session, workplace.names, workplace.clock, reading, command)
    assert (made.suggestion is not None) is (command is Command.DISTRIBUTE)
    assert (made.report, made.now) == (reading.report, workplace.clock.now())
    assert made.find(reading.report.code) == reading.report.id


def test_contributions_are_the_words_of_co_processors(workplace: Workplace) -> None:
    reading = read(workplace.session, workplace.first("in_progress").id)
    assert reading is not None
    given = replace(reading.entries[0], kind="contribute", text="Phần của sở")
    told = replace(reading, entries=(*reading.entries, given))
    made = context_of(workplace.session, workplace.names, workplace.clock, told, Command.SUBMIT)
    assert made.contributions == (given,)
