"""What a pass over one target tells: read from libFuzzer's log, added up, kept with the project."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

KEPT: Final = Path(__file__).with_name("figures.json")
_EXECUTED: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_PEAK: Final = re.compile(r"stat::peak_rss_mb:\s*(\d+)")
_COVERAGE: Final = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+)")
_SLOWEST: Final = re.compile(r"slowest: ([\d.]+) ms")
_PLANTED: Final = re.compile(r"planted: (\S+) (\S+) (\S+) (\d+)")
QUIET_SHARE: Final = 0.2
"""Of the executions at the end, how many must bring no new coverage."""


@dataclass(frozen=True)
class Pass:
    """One target: executions, seconds of processor time, edges, and the execution of the last new one.

    ``slowest_ms`` is processor time too; ``planted`` maps each defect found to the execution that found it.
    """

    executions: int = 0
    seconds: float = 0.0
    edges: int = 0
    last_new: int = 0
    slowest_ms: float = 0.0
    peak_mb: int = 0
    held: bool = False
    planted: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_settled(self) -> bool:
        """Whether the last fifth of the executions brought nothing new."""
        return self.last_new <= (1 - QUIET_SHARE) * self.executions

    @property
    def per_second(self) -> int:
        """Executions in a second of processor time: what others do on the machine does not count."""
        return round(self.executions / self.seconds) if self.seconds else 0

    def seconds_left(self, executions: int) -> float:
        """Processor time that is missing to so many executions; a target never run is tried first."""
        return max(0, executions - self.executions) / self.per_second if self.per_second else 0.0

    def followed_by(self, later: Pass) -> Pass:
        """Both as one: the later began with the inputs that the earlier had found."""
        grown = later.edges > self.edges
        return Pass(
            self.executions + later.executions,
            self.seconds + later.seconds,
            max(self.edges, later.edges),
            self.executions + later.last_new if grown else self.last_new,
            max(self.slowest_ms, later.slowest_ms),
            max(self.peak_mb, later.peak_mb),
            later.held and (self.held or not self.executions),
            self.planted,
        )


def read(log: str, returncode: int, seconds: float) -> Pass:
    """Read one process's log; it held when it ended by itself and ran anything."""
    executed = _last(_EXECUTED, log)
    steps = [(int(at), int(edges)) for at, edges in _COVERAGE.findall(log)]
    edges = max((edges for _, edges in steps), default=0)
    last_new = next((at for at, reached in steps if reached == edges), 0)
    slowest = max((float(ms) for ms in _SLOWEST.findall(log)), default=0.0)
    held = returncode == 0 and executed > 0
    return Pass(executed, round(seconds, 1), edges, last_new, slowest, _last(_PEAK, log), held)


def found_in(log: str) -> dict[str, int]:
    """Return the planted sites that a log tells as found, and after how many executions."""
    return {site: int(execution) for site, _, _, execution in _PLANTED.findall(log)}


def load() -> dict[str, Pass]:
    """Return the figures kept, by target."""
    found = json.loads(KEPT.read_text(encoding="utf-8"))
    return {name: Pass(**figures) for name, figures in found.items()}


def save(passes: Mapping[str, Pass]) -> None:
    """Keep these figures."""
    table = {name: asdict(passes[name]) for name in sorted(passes)}
    KEPT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def _last(pattern: re.Pattern[str], log: str) -> int:
    found = pattern.findall(log)
    return int(found[-1]) if found else 0
