"""The day: from an unenrolled workstation to a blocked card, on real parts, nothing skipped.

Every step observes something and fails when it does not hold; the day ends at the first that does not.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from desktop_app.domain.folding import fold
from ui.tour.acts.answer import OneAnswer
from ui.tour.acts.cable import CableOut
from ui.tour.acts.colleagues import Colleagues
from ui.tour.acts.counter import Counter
from ui.tour.acts.door import Door
from ui.tour.acts.kiosk import Kiosk
from ui.tour.acts.morning import Morning
from ui.tour.acts.paper import Paper
from ui.tour.acts.rooms import Rooms
from ui.tour.diary import Diary
from ui.tour.notes import Act, Notes
from ui.tour.stage import FolderOfOthers, Stage

PROJECT = Path(__file__).parents[2]
ACTS: tuple[type[Act], ...] = (Morning, CableOut, Colleagues, OneAnswer, Kiosk, Rooms, Paper, Counter, Door)


def run(out: Path) -> int:
    """Run the whole day; return 0 when every step held.

    ``PCSC=1`` asks for the real PC/SC service: where none with virtual readers is at hand, the day runs
    beside the private one of a source checkout.
    """
    if os.environ.get("PCSC") == "1" and "VPCD_PORT" not in os.environ:
        return _beside_private_service(out)
    try:
        stage = Stage(out.resolve())
    except FolderOfOthers as others:
        print(f"tour: {others}")  # noqa: T201 - for who started it
        return 2
    diary = Diary(stage.out / "summary.json", lambda line: print(line, flush=True))  # noqa: T201 - a command's output
    notes = Notes(stage)
    steps = [step for act in ACTS for step in act(notes).steps()]
    try:
        for number, (name, act) in enumerate(steps, 1):
            stage.step = f"{number:02d}-{_stem(name)}"
            held = diary.step(name, act)
            stage.photograph()
            if not held:
                break
    finally:
        stage.clear()
    complete = len(diary.steps) == len(steps)
    print(f"tour: {sum(step.ok for step in diary.steps)} of {len(steps)} steps held; see {stage.out}")  # noqa: T201 - for who started it
    return 0 if diary.held and complete else 1


def _beside_private_service(out: Path) -> int:
    """Run the tour once more, beside a PC/SC service of its own; return its exit code."""
    command = [sys.executable, "-m", "tests.support.pcscd"]
    command += [sys.executable, "-m", "desktop_app", "tour", "--out", str(out.resolve())]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode


def _stem(name: str) -> str:
    letters = (letter if letter.isascii() and letter.isalnum() else "-" for letter in fold(name))
    return "-".join(filter(None, "".join(letters).split("-")))[:60]
