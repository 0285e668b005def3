"""Where everything of one tour lies: the centre, the workstations' homes, screenshots, evidence, logs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.host import has_display
from ui.tour.centre import Centre
from ui.tour.remote import Program

HOME_VARIABLE = "IOC_DESK_HOME"
_MARK = ".ioc-desk-stage"
"""Lies in a folder that a stage has filled: such a one may be emptied."""


class FolderOfOthers(Exception):
    """``folder`` holds what no stage has put there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds files of somebody else's; name an empty folder")


@dataclass
class Stage:
    """One tour's folder, emptied of an earlier tour's; what was started here is ended by ``clear``.

    Raises ``FolderOfOthers`` rather than write among, or remove, what no tour has made.
    """

    out: Path
    centre: Centre = field(init=False)
    programs: dict[str, Program] = field(default_factory=dict)
    step: str = ""
    """What pictures are called that are taken now."""

    def __post_init__(self) -> None:
        _empty(self.out)
        for folder in (self.out, self.evidence, self.shots, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        run = f"{os.getpid()}-{time.time_ns()}"
        self.work = self.out / "work" / run
        self.work.mkdir(parents=True)
        self.centre = Centre(self.work / "centre")

    @property
    def evidence(self) -> Path:
        """What others verify."""
        return self.out / "evidence"

    @property
    def shots(self) -> Path:
        """The screenshots, numbered by step, ``-vi`` and ``-en``."""
        return self.out / "screenshots"

    @property
    def logs(self) -> Path:
        """What the processes wrote to stderr; the programs' own logs join them at the end."""
        return self.evidence / "logs"

    def home(self, workstation: str) -> Path:
        """The home folder of a workstation."""
        return self.work / workstation

    def open_program(self, workstation: str) -> Program:
        """Start the program of a workstation; its windows are there when this returns."""
        home = str(self.home(workstation))
        environment = {**os.environ, HOME_VARIABLE: home, "PYTHONFAULTHANDLER": "1"}
        if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
            environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={self._paper_screen()}"
        command = [sys.executable, "-m", "ui.tour.program", str(self.centre.cards)]
        program = Program(command, environment, self.logs / f"{workstation}.stderr")
        self.programs[workstation] = program
        return program

    def _paper_screen(self) -> Path:
        """Describe the commonest office screen to Qt's platform without a display."""
        path = self.work / "screen.json"
        screen = {"name": "paper", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
        path.write_text(json.dumps({"screens": [screen]}), encoding="ascii")
        return path

    def close_program(self, workstation: str) -> None:
        """Let a workstation's program end by itself; within a step, its last look is photographed."""
        if self.step:
            self.photograph(workstation)
        self.programs.pop(workstation).close()

    def photograph(self, moment: str = "") -> None:
        """Photograph every window of every program that runs, as ``step[-moment][-workstation]``."""
        stem = f"{self.step}-{moment}" if moment else self.step
        for workstation, program in self.programs.items():
            if program.runs:
                program.photograph(self.shots, stem if len(self.programs) == 1 else f"{stem}-{workstation}")

    def clear(self) -> None:
        """End whatever still runs."""
        for program in self.programs.values():
            program.kill()
        self.programs.clear()
        self.centre.stop()


def _empty(folder: Path) -> None:
    """Leave of ``folder`` the mark alone: what an earlier tour saw is no evidence of this one."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / _MARK
    if not mark.exists() and any(folder.iterdir()):
        raise FolderOfOthers(folder)
    mark.touch()
    for entry in folder.iterdir():
        if entry == mark:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
