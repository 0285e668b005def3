"""P11, the central API on PostgreSQL under an open-loop load: a morning's taps, then everybody reconnecting.

Two processes serve, one for each core, on one database. Its fsync is off here (a private cluster of the
tests), and each line says so. The load comes from the same machine: its own share of the processor is told
beside each figure, and so is the database's.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cardio.piv.objects import Slot
from desktop_app.sync.backoff import Backoff
from tests.benchmarks.figures import Line, milliseconds
from tests.load.centre import Served, many_files, served
from tests.load.polls import Polls, held_polls
from tests.load.schedule import run
from tests.load.terminals import Terminal
from tests.support.desk_client import CardKey
from tests.support.private_postgres import fresh_database, private_postgres

TERMINALS: Final = int(os.environ.get("P11_TERMINALS", "1000"))
SECONDS: Final = int(os.environ.get("P11_SECONDS", "300"))
CARDS: Final = int(os.environ.get("P11_CARDS", "10"))
"""People at each terminal: a city has ten times as many as workstations."""
POLLS: Final = int(os.environ.get("P11_POLLS", "1000"))
NODES: Final = int(os.environ.get("P11_NODES", "2"))
PER_SECOND: Final = 60
BACKLOG: Final = 40
BACK_WITHIN: Final = Backoff().most
P99_MS: Final = 250.0
_TARGET: Final = f"p99 < {P99_MS:.0f} ms, nothing lost"


def lines() -> Iterator[Line]:
    """Measure on PostgreSQL; ``P11_TERMINALS``, ``_CARDS``, ``_SECONDS`` and ``_POLLS`` set the size."""
    with (
        tempfile.TemporaryDirectory() as folder,
        private_postgres() as maintenance,
        fresh_database(maintenance, "load") as database,
        served(Path(folder), database, NODES) as centre,
    ):
        many_files()
        terminals = [Terminal(centre, _people(centre), number) for number in range(TERMINALS)]
        morning, back = _morning(terminals), _reconnecting(terminals)
        for terminal in terminals:
            terminal.begin()
        with held_polls(centre, Path(folder), POLLS) as polls:
            what = f"{PER_SECOND} taps/s for {SECONDS} s, {POLLS} held polls"
            yield _measured(what, centre, polls, morning, PER_SECOND, 1)
            what = f"{TERMINALS} terminals reconnect within {BACK_WITHIN:.0f} s with {BACKLOG} taps each"
            yield _measured(what, centre, polls, back, TERMINALS / BACK_WITHIN, BACKLOG)
        for terminal in terminals:
            terminal.close()


def _people(centre: Served) -> list[CardKey]:
    """Cards of the people at one terminal: each has a key and a chain of its own."""
    return [CardKey(centre.city.card("o-handler"), Slot.CARD_AUTHENTICATION) for _ in range(CARDS)]


def _morning(terminals: list[Terminal]) -> list[Callable[[], None]]:
    """One tap after the other, on one terminal after the other."""
    rounds = -(-PER_SECOND * SECONDS // len(terminals))
    for terminal in terminals:
        terminal.make_ready(rounds)
    return [terminal.send_next for _ in range(rounds) for terminal in terminals]


def _reconnecting(terminals: list[Terminal]) -> list[Callable[[], None]]:
    """Everybody at some moment of the longest wait between two tries: the client's jitter spreads them."""
    for terminal in terminals:
        terminal.make_ready(BACKLOG)
    return [terminal.send_rest for terminal in terminals]


def _measured(
    what: str, centre: Served, polls: Polls, acts: list[Callable[[], None]], per_second: float, taps: int
) -> Line:
    """Run a schedule; tell median, p99, what was lost, what the centre and the generator themselves took."""
    polls.hear()
    answered, hung = polls.answered, polls.spent
    stored, before, begun = centre.stored(), (centre.spent(), centre.database_spent()), time.perf_counter()
    outcome = run(acts, per_second)
    wall = time.perf_counter() - begun
    share, kept = (centre.spent() - before[0]) / wall, (centre.database_spent() - before[1]) / wall
    lost = len(acts) * taps - (centre.stored() - stored)
    polls.hear()
    own = outcome.own_cpu + (polls.spent - hung) / wall
    median, worst = milliseconds(outcome.percentile(0.5)), outcome.percentile(0.99)
    failures = (*outcome.failures, *polls.failed)
    failed = f", {len(failures)} failed ({failures[0]})" if failures else ""
    return Line(
        "P11", what, f"{median} median, {milliseconds(worst)} p99, {lost} lost{failed}",
        f"{NODES} processes {share:.0%}, database {kept:.0%}, generator {own:.0%} of a core, "
        f"{polls.answered - answered} polls answered; "
        f"load of the machine {os.getloadavg()[0]:.1f}; database without fsync", _TARGET,
        met=worst < P99_MS and lost == 0 and not failures,
    )  # fmt: skip
