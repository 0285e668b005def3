"""The embedded central API as a child process: started, cut off by stopping it, restored at its address.

The program knows it only as a process and a URL; nothing of ``sandbox`` is imported here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urlsplit

READY_SECONDS: Final = 120.0  # a first start makes keys, cards and a city
END_SECONDS: Final = 5.0


class SandboxNotStarted(Exception):
    """The child process did not say that it is ready; ``detail`` is its last line."""

    code = "sandbox_not_started"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Ready:
    """The ready line of the sandbox."""

    url: str
    enrolment_code: str
    data: Path


class SandboxProcess:
    """One sandbox on one data folder; ``cut`` and ``restore`` keep its address."""

    def __init__(self, data: Path, url: str | None = None, *, alive: bool = False) -> None:
        """``url``: the address an earlier start had, so that an enrolled workstation finds it again."""
        self._data = data
        self._port = urlsplit(url).port if url else None
        self._alive = alive
        self._process: subprocess.Popen[str] | None = None

    @property
    def connected(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> Ready:
        """Start it and wait for its ready line; raise ``SandboxNotStarted``."""
        command = [sys.executable, "-m", "desktop_app", "sandbox", "serve", "--data", str(self._data)]
        command += ["--with-parent"]  # it must not outlive a program that was killed
        command += ["--port", str(self._port)] if self._port else []
        command += ["--alive"] if self._alive else []
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        ready = self._read_ready()
        self._port = urlsplit(ready.url).port
        return ready

    def stop(self) -> None:
        """End it cleanly, by force after some seconds. Idempotent."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def cut(self) -> None:
        """Take the server away."""
        self.stop()

    def restore(self) -> None:
        """Bring it back at the same address; raise ``SandboxNotStarted``."""
        if not self.connected:
            self.start()

    def _read_ready(self) -> Ready:
        process = self._process
        if process is None or process.stdout is None:
            raise SandboxNotStarted("no process")
        line = _first_line(process.stdout, READY_SECONDS)
        try:
            told: dict[str, Any] = json.loads(line)
            return Ready(str(told["url"]), str(told["enrolment_code"]), Path(told["data"]))
        except (ValueError, KeyError, TypeError):
            self.stop()
            raise SandboxNotStarted(line.strip()) from None


def _first_line(stream: IO[str], seconds: float) -> str:
    """Return the first line of a pipe, empty when it does not come in time (pipes know no timeout)."""
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.append(stream.readline()), daemon=True)
    reader.start()
    reader.join(seconds)
    return lines[0] if lines else ""
