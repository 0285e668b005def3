"""What the strip hears of the terminal's exchanges."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import Refused, Unreachable
from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
from desktop_app.sync.terminal_board import TerminalBoard
from tests.journeys.workbench import Workbench
from tests.support.clock import NOON
from tests.support.deadline import until

Board = tuple[TerminalBoard, list[TerminalStatus], Workbench]


@pytest.fixture
def board(enrolled: Workbench) -> Board:
    """A board of its own beside a terminal whose exchanges have ended."""
    workplace, told = enrolled.core.workplace, list[TerminalStatus]()
    assert workplace is not None
    until(workplace.trust.cards.newest_list, 40, "the first exchange")
    workplace.sync.stop()
    return TerminalBoard(workplace.store, workplace.trust, lambda: NOON, told.append), told, enrolled


def test_contact_is_told_once(board: Board) -> None:
    made, told, _ = board
    made.heard()
    made.heard()
    assert [(one.contact, one.waiting, one.since, one.error) for one in told] == [
        (Contact.ONLINE, 0, None, None)
    ]
    assert told[0].list_age_hours is not None
    assert made.status is told[0]


def test_what_waits_is_counted_without_a_word_of_contact(board: Board) -> None:
    made, told, bench = board
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.desk.note(TapKind.BOOT)
    made.recount()
    [row] = workplace.store.outbox.unsent()
    assert [(one.contact, one.waiting, one.since) for one in told] == [(Contact.NEVER, 1, row.wall_utc)]


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (Refused("epoch_unknown", 409), "epoch_unknown"),
        (Unreachable(sent=False), "unreachable"),
        (ValueError("a defect"), "bug"),
    ],
)
def test_a_failure_says_why_until_contact_is_back(board: Board, failure: Exception, error: str) -> None:
    made, told, _ = board
    made.failed(failure)
    made.recount()  # the reason stays
    assert [(one.contact, one.error) for one in told] == [(Contact.OFFLINE, error)]
    made.heard()
    assert (made.status.contact, made.status.error) == (Contact.ONLINE, None)
