"""Steps of the tour: name, whether it held, how long it took, what was observed; written as they happen."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ui.tour.remote import NeverHappened


@dataclass
class Step:
    """One line of ``summary.json``."""

    name: str
    ok: bool = False
    seconds: float = 0.0
    observed: dict[str, Any] = field(default_factory=dict)


class Diary:
    """Runs steps one after another; the summary on disk is true after each of them."""

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        self._path = path
        self._say = say
        self.steps: list[Step] = []

    def step(self, name: str, act: Callable[[dict[str, Any]], None]) -> bool:
        """Carry out one step; a failure is written down with what the screen said, never raised."""
        step = Step(name)
        self.steps.append(step)
        begun = time.monotonic()
        try:
            act(step.observed)
            step.ok = True
        except Exception as problem:  # noqa: BLE001 - the diary's purpose is to write failures down
            step.observed["problem"] = f"{type(problem).__name__}: {problem}"
            step.observed["where"] = traceback.format_exc(limit=-4)
            if isinstance(problem, NeverHappened):
                step.observed["screen"] = problem.screen
        step.seconds = round(time.monotonic() - begun, 3)
        self._say(f"{'ok  ' if step.ok else 'FAIL'} {step.seconds:7.2f} s  {name}")
        self._write()
        return step.ok

    @property
    def held(self) -> bool:
        """Whether there were steps and every one held."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def _write(self) -> None:
        body = {"steps": [asdict(step) for step in self.steps]}
        self._path.write_text(json.dumps(body, ensure_ascii=False, indent=2, default=str), encoding="utf-8")
