"""P11, the central API on PostgreSQL under an open-loop load: a morning's taps, then everybody reconnecting.

The database's fsync is off here (a private cluster of the tests), and each line says so. The load comes from
the same machine: its own share of the processor is told beside each figure.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cardio.piv.objects import Slot
from tests.benchmarks.figures import Line, milliseconds
from tests.load.centre import Served, served
from tests.load.schedule import Outcome, run
from tests.load.terminals import Terminal, held_polls
from tests.support.desk_client import CardKey
from tests.support.private_postgres import fresh_database, private_postgres

TERMINALS: Final = int(os.environ.get("P11_TERMINALS", "100"))
SECONDS: Final = int(os.environ.get("P11_SECONDS", "30"))
POLLS: Final = int(os.environ.get("P11_POLLS", "200"))
PER_SECOND: Final = 60
BACKLOG: Final = 40
P99_MS: Final = 250.0
_TARGET: Final = f"p99 < {P99_MS:.0f} ms, nothing lost"


def lines() -> Iterator[Line]:
    """Measure on PostgreSQL; ``P11_TERMINALS``, ``P11_SECONDS`` and ``P11_POLLS`` set the size."""
    with (
        tempfile.TemporaryDirectory() as folder,
        private_postgres() as maintenance,
        fresh_database(maintenance, "load") as database,
        served(Path(folder), database) as centre,
    ):
        card = CardKey(centre.city.card("o-handler"), Slot.CARD_AUTHENTICATION)
        terminals = [Terminal(centre, card) for _ in range(TERMINALS)]
        with held_polls(centre, POLLS):
            morning = run(_morning(terminals), PER_SECOND)
            yield _line(f"{PER_SECOND} taps/s for {SECONDS} s, {POLLS} held polls", morning, _lost(centre, 0))
            before = centre.stored()
            back = run(_reconnecting(terminals), 0)
            lost = TERMINALS * BACKLOG - (centre.stored() - before)
            yield _line(f"{TERMINALS} terminals reconnect with {BACKLOG} taps each", back, lost)
        for terminal in terminals:
            terminal.close()


def _morning(terminals: list[Terminal]) -> list[Callable[[], None]]:
    """One tap after the other, on one terminal after the other."""
    count = PER_SECOND * SECONDS
    rounds = -(-count // len(terminals))
    for terminal in terminals:
        terminal.make_ready(rounds)
    return [terminal.send_next for _ in range(rounds) for terminal in terminals]


def _reconnecting(terminals: list[Terminal]) -> list[Callable[[], None]]:
    for terminal in terminals:
        terminal.make_ready(BACKLOG)
    return [terminal.send_all for terminal in terminals]


def _lost(centre: Served, before: int) -> int:
    sent = -(-PER_SECOND * SECONDS // TERMINALS) * TERMINALS
    return sent - (centre.stored() - before)


def _line(what: str, outcome: Outcome, lost: int) -> Line:
    """Tell median, p99, what was lost, and what the generator itself took."""
    median, worst = milliseconds(outcome.percentile(0.5)), outcome.percentile(0.99)
    failed = f", {len(outcome.failures)} failed ({outcome.failures[0]})" if outcome.failures else ""
    return Line(
        "P11", what, f"{median} median, {milliseconds(worst)} p99, {lost} lost{failed}",
        f"generator {outcome.own_cpu:.0%} of a core; database without fsync", _TARGET,
        met=worst < P99_MS and lost == 0 and not outcome.failures,
    )  # fmt: skip
