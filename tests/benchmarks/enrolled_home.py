"""A workstation's files as a day leaves them: enrolled, a person's store full, the centre out of reach."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore
from tests.benchmarks import floors
from tests.journeys.workbench import Workbench, workbench
from tests.support.small_city import CATEGORY, LEAD, PIN
from tests.ui import city

OFFICER: Final = "o-handler"
_BATCH: Final = 1000


@dataclass(frozen=True)
class EnrolledHome:
    """Where it lies, and the card (with its PIN) of the person whose store is in it."""

    root: Path
    card: Path
    pin: str = PIN

    @property
    def command(self) -> list[str]:
        """What starts the program here, the card in its reader; see ``program`` for more arguments."""
        return [sys.executable, "-m", "tests.benchmarks.program", str(self.card)]

    @property
    def environment(self) -> dict[str, str]:
        """What a program is told so that it works on these files and on no keyring of the person's."""
        return {
            "IOC_DESK_HOME": str(self.root),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }

    def errand(self, name: str, *numbers: int, seconds: int) -> Any:  # noqa: ANN401 - as the errand returns it
        """Run the program on these files with a person inside, and return what their errand comes to.

        ``name`` is a method of ``person.Person``, which is given the PIN and ``numbers``. Raises
        CalledProcessError, and TimeoutExpired after ``seconds``.
        """
        done = subprocess.run(
            [*self.command, name, self.pin, *map(str, numbers)],
            env={**floors.QUIET_SCREEN, **self.environment},
            stdout=subprocess.PIPE,
            timeout=seconds,
            check=True,
        )
        return json.loads(done.stdout.splitlines()[-1])


def enrolled_home(folder: Path, reports: int) -> EnrolledHome:
    """Enrol, sign in, fill the person's store with ``reports`` that wait for them, and end everything."""
    made = EnrolledHome(folder / "home", folder / "card.json")
    with workbench(folder) as bench:
        _sign_in(bench, made.card)
        if bench.core.session is None:
            raise RuntimeError("nobody is signed in")
        fill(bench.core.session.store, reports)
    return made


def _sign_in(bench: Workbench, card: Path) -> None:
    bench.enrol()
    file = bench.city.card(OFFICER)
    file.save(card)
    bench.insert(file)
    bench.synced(bench.sign_in())


def fill(store: AccountStore, count: int) -> None:
    """Write the reports with their timelines, as the feed brings them."""
    for first in range(0, count, _BATCH):
        with store.write() as tx:
            for report in waiting_reports(first, min(count, first + _BATCH)):
                store.reports.put_base(tx, city.as_json(report))
                for entry in city.timeline(report):
                    store.entries.put(tx, city.as_json(replace(entry, id=new_id())))


def waiting_reports(first: int, last: int) -> Iterator[Report]:
    """Yield reports that were distributed to the officer and wait to be accepted."""
    for number in range(first, last):
        drawn = city.report(number * len(city._STATES))
        if drawn.assignment is None or drawn.state is not State.DISTRIBUTED:
            raise ValueError(drawn.state)
        job = replace(drawn.assignment, lead_unit=LEAD, owner=OFFICER)
        yield replace(drawn, id=new_id(), code=f"PA-{number:08d}", category=CATEGORY, assignment=job)
