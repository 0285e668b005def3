"""What the machine itself costs: floors that our figures are held against."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.figures import Samples, measure

EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
print("shown", flush=True)
"""

QUIET_SCREEN: Final = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false", **os.environ}
"""The environment of a program that is measured: without a screen unless this one's variables name one."""


@contextmanager
def disk(folder: Path) -> Iterator[Callable[[], None]]:
    """Yield what appends 4 KiB and has them on the disk: what any durable write costs at the least."""
    with (folder / "floor").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        yield write


def fsync(folder: Path, times: int = 200) -> Samples:
    """Measure such writes back to back."""
    with disk(folder) as write:
        return measure(write, times)


def empty_window() -> float:
    """Return the milliseconds from process start until an empty window of Qt is shown."""
    return until_line([sys.executable, "-c", EMPTY_WINDOW], "shown", {})


def until_line(command: list[str], word: str, environment: Mapping[str, str]) -> float:
    """Start a process and return the milliseconds until it prints a line with ``word``."""
    begun = time.perf_counter_ns()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**QUIET_SCREEN, **environment},
    ) as process:
        lines = iter(process.stdout.readline, "") if process.stdout else iter(())
        found = any(word in line for line in lines)
        spent = (time.perf_counter_ns() - begun) / 1e6
        process.kill()
    if not found:
        raise RuntimeError(f"{command} never said {word!r}")
    return spent
