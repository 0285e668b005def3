"""Complete through T: only a checkpoint of T or later, with every row up to it kept, says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app.sandbox.completeness import Standing, standings
from tests.support.desk_client import instant
from tests.support.journal_maker import JournalMaker
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH


def here(sandbox: SandboxServer, journal: JournalMaker) -> Standing:
    with sandbox.service.reader.connect() as connection:
        [standing] = standings(connection, [journal.desk.terminal_id])
    return standing


def test_a_computer_at_which_nobody_tapped_is_no_terminal_to_wait_for(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    with sandbox.service.reader.connect() as connection:
        assert standings(connection) == []
    journal.send(journal.boot())
    with sandbox.service.reader.connect() as connection:
        assert [one.terminal_id for one in standings(connection)] == [journal.desk.terminal_id]


def test_rows_alone_prove_nothing_and_a_checkpoint_proves_its_own_time(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    journal.send(journal.boot())
    assert here(sandbox, journal).complete_through is None
    taken = datetime.now(UTC) - timedelta(hours=2)
    assert journal.checkpoint(wall_utc=instant(taken))[0] == 200
    standing = here(sandbox, journal)
    assert standing.complete_through == taken
    assert standing.is_complete(taken)
    assert not standing.is_complete(taken + timedelta(microseconds=1))


def test_a_checkpoint_ahead_of_its_rows_waits_for_them(sandbox: SandboxServer, journal: JournalMaker) -> None:
    rows = [journal.boot(), journal.boot()]
    taken = datetime.now(UTC) - timedelta(minutes=1)
    assert journal.checkpoint(wall_utc=instant(taken))[0] == 200
    journal.send(rows[0])
    assert here(sandbox, journal).complete_through is None
    journal.send(rows[1])
    assert here(sandbox, journal).complete_through == taken


def test_a_clock_that_runs_ahead_proves_nothing_beyond_now(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    journal.send(journal.boot())
    journal.checkpoint(wall_utc=instant(datetime.now(UTC) + timedelta(days=400)))
    through = here(sandbox, journal).complete_through
    assert through is not None
    assert through <= datetime.now(UTC)


def test_a_clock_set_back_takes_nothing_back(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    first = datetime.now(UTC) - timedelta(hours=1)
    journal.checkpoint(wall_utc=instant(first))
    journal.checkpoint(wall_utc=instant(first - timedelta(days=1)))
    assert here(sandbox, journal).complete_through == first


def test_a_last_row_that_says_goodbye_is_told(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    assert not here(sandbox, journal).said_goodbye
    journal.send(journal.boot({"kind": "shutdown"}))
    assert here(sandbox, journal).said_goodbye
