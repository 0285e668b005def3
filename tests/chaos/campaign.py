"""All lanes under one seed and one changing sky, and the sum of what does not hold.

The seed fixes every choice (who does what, which fault, how long until a kill); how the machine
interleaves the processes meanwhile is its own.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos import lanes
from tests.chaos.believing import PolicyLane
from tests.chaos.centre import PIN, Centre
from tests.chaos.exporting import ExportLane
from tests.chaos.killing import VictimFailed
from tests.chaos.lanes import KioskLane, Lane, NewcomerLane, PersonDesk, PersonLane
from tests.chaos.leaks import in_the_clear
from tests.chaos.ledger import Findings, judge_log
from tests.chaos.migrating import MigrationLane
from tests.chaos.proxy import Proxy
from tests.chaos.recovering import RecoveryLane
from tests.chaos.weather import Weather

SHARED, MOVABLE, STATIC = 16, 12, 700
"""Reports that two people work on; those that may leave their scope; those of a first sync."""
SHARES = {
    "handler": 0.22, "colleague": 0.18, "kiosk": 0.2, "newcomer": 0.1, "migration": 0.12, "export": 0.06,
    "recovery": 0.06, "policy": 0.06,
}  # fmt: skip
LIVES_PER_HOME, FEW_HOMES, MOST_HOMES = 6, 2, 12


@dataclass(slots=True)
class Result:
    """What a campaign came to."""

    kills: int = 0
    cuts: int = 0
    faults: int = 0
    events: int = 0
    findings: Findings = field(default_factory=Findings)

    @property
    def line(self) -> str:
        """The one line that sums up."""
        counts = {
            "kills": self.kills, "powercuts": self.cuts, "faults": self.faults, "events": self.events,
            "lost": len(self.findings.lost), "doubled": len(self.findings.doubled),
            "diverged": len(self.findings.diverged), "leaked": len(self.findings.leaked),
        }  # fmt: skip
        return "soak: " + " ".join(f"{name}={count}" for name, count in counts.items())


class Campaign:
    """A city, a network, eight lanes on homes below ``folder``."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        kills: int,
        tell: Callable[[str], None] = print,
        seconds: float | None = None,
    ) -> None:
        """At most ``kills``, and no longer than ``seconds`` of killing."""
        self._folder, self._seed, self._tell, self._seconds = folder, seed, tell, seconds
        self._shares = _split(kills)
        self._network = Proxy()
        self._centre = Centre(folder / "centre", self._network)
        self._homes = folder / "homes"
        self._homes.mkdir()

    def run(self) -> Result:
        """Kill, settle, judge; a victim that hung or broke by itself is a finding too."""
        result = Result()
        self._centre.start()
        try:
            self._campaign(result)
        except VictimFailed as failed:
            result.findings.diverged.append(f"a victim: {failed}")
        finally:
            self._network.close()
            self._centre.close()
        return result

    def _campaign(self, result: Result) -> None:
        running = self._lanes()
        with Weather(self._network, self._crash, self._chance("weather")) as weather:
            result.kills = self._kill(running)
        result.faults = weather.faults
        self._tell(f"{result.kills} kills, {result.faults} faults; everything goes out")
        for lane in running.values():
            lane.settle()
        for lane in running.values():
            result.findings.add(lane.judge())
            result.events += lane.confirmed
        people = [lane for lane in running.values() if isinstance(lane, PersonLane)]
        result.findings.add(self._judge_log(people))
        result.findings.leaked += in_the_clear(self._homes, self._secrets(people))
        result.findings.diverged += self._defects()

    def _lanes(self) -> dict[str, Lane]:
        centre, url, homes = self._centre, self._network.url, self._homes
        shared = centre.found(SHARED + MOVABLE)
        self._movable = shared[SHARED:]
        centre.found(STATIC, elsewhere=True)
        people: dict[str, Lane] = {
            name: PersonLane(
                PersonDesk(centre, url, homes / name, f"o-{name}"),
                self._chance(name),
                f"{self._seed}{i}",
                shared,
            )
            for i, name in enumerate(("handler", "colleague"))
        }
        most = FEW_HOMES if self._seconds else MOST_HOMES
        new = min(most, -(-self._shares["newcomer"] // LIVES_PER_HOME))
        return {
            **people,
            "kiosk": KioskLane(centre, url, homes / "kiosk", self._chance("kiosk"), f"{self._seed}"),
            "newcomer": NewcomerLane(centre, url, homes / "new", self._chance("new"), "o-other", new),
            "migration": MigrationLane(self._folder / "migrations", self._chance("migration")),
            "export": ExportLane(self._folder / "exports", self._chance("export")),
            "recovery": RecoveryLane(centre, url, homes / "recovery", self._chance("recovery")),
            "policy": PolicyLane(self._folder / "policies", self._chance("policy")),
        }

    def _kill(self, running: dict[str, Lane]) -> int:
        end = time.monotonic() + (self._seconds or math.inf)
        with ThreadPoolExecutor(len(running)) as threads:
            started = [
                threads.submit(lanes.run, lane, self._shares[name], end) for name, lane in running.items()
            ]
            return sum(one.result() for one in started)

    def _crash(self) -> None:
        """The centre dies and comes back; sometimes a report has left a unit meanwhile."""
        self._centre.kill()
        if self._movable:
            self._centre.hand_over(self._movable.pop())
        self._centre.start()

    def _judge_log(self, people: Sequence[PersonLane]) -> Findings:
        desks = [lane.desk for lane in people if lane.desk is not None]
        versions = {id_: report.version for id_, report in self._centre.reports().items()}
        return judge_log(self._centre.applied(), desks, versions, self._centre.handed_over())

    def _secrets(self, people: Sequence[PersonLane]) -> list[str]:
        report = next(iter(self._centre.reports().values()))
        return [report.title, report.text, PIN, *(f"<{self._seed}{i}." for i in range(len(people)))]

    def _defects(self) -> list[str]:
        """What a victim's log calls an error: a thread that met a defect."""
        return [
            f"{path.name}: {line}"
            for path in sorted(self._homes.glob("*.log"))
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.startswith(("ERROR ", "CRITICAL "))
        ]

    def _chance(self, name: str) -> random.Random:
        return random.Random(f"{self._seed}:{name}")


def _split(kills: int) -> dict[str, int]:
    """Share out the kills; what rounding leaves is the handler's."""
    shares = {name: int(kills * share) for name, share in SHARES.items()}
    return {**shares, "handler": shares["handler"] + kills - sum(shares.values())}
