"""Starts a victim, listens to what it confirms, kills it, and hears what it had still said.

Victims are forked from one process that has imported everything, so that a life costs milliseconds;
each is a process of its own, and the kill is the operating system's.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any

Message = tuple[Any, ...]
PATIENCE = 60.0
"""Seconds after which a victim that says nothing counts as hung."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.chaos.victims", "tests.chaos.centre"])


class VictimFailed(Exception):
    """A victim hung, or ended by itself with an error: a defect, whatever it had confirmed."""


@dataclass(frozen=True, slots=True)
class Fate:
    """When a victim is killed: ``seconds`` after its start, or a moment after ``words`` confirmations."""

    seconds: float
    words: int | None = None


class Life:
    """One process running ``work(*arguments, pipe)``, and our end of that pipe.

    The library lets any thread that starts a process collect the ends of all others; under the lock
    each exit code is read once.
    """

    _turn = threading.Lock()

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self.pipe, theirs = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=work, args=(*arguments, theirs), daemon=True)
        with self._turn:
            self._process.start()
        theirs.close()

    def wait(self, seconds: float) -> None:
        """Wait for the process to end by itself."""
        wait([self._process.sentinel], seconds)

    def kill(self) -> int:
        """End the process as a crash would; return its exit code, negative where the kill came first."""
        self._process.kill()
        wait([self._process.sentinel])
        with self._turn:
            self._process.join()
            return self._process.exitcode or 0


class Victim:
    """A life that tells what it has confirmed."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._life = Life(work, *arguments)
        self._ours = self._life.pipe
        self._fell_silent = False

    def meet(self, fate: Fate, confirmation: str) -> tuple[list[Message], bool]:
        """Kill the victim as ``fate`` says; return all it had said, and whether it was still alive."""
        said: list[Message] = []
        if fate.words is not None:
            for message in self._until(time.monotonic() + PATIENCE):
                said.append(message)
                if [one[0] for one in said].count(confirmation) >= fate.words:
                    break
        said += self._until(time.monotonic() + fate.seconds)
        alive = not self._fell_silent
        return self._last_words(said), alive

    def finish(self, seconds: float = PATIENCE) -> list[Message]:
        """Let the victim end by itself; raise ``VictimFailed`` where it says nothing for ``seconds``."""
        said: list[Message] = []
        while not self._fell_silent:
            heard = next(self._until(time.monotonic() + seconds), None)
            if heard is not None:
                said.append(heard)
            elif not self._fell_silent:
                self._life.kill()
                raise VictimFailed(f"nothing said for {seconds} s after {said[-3:]}")
        return self._last_words(said)

    def _until(self, deadline: float) -> Iterator[Message]:
        """Yield what is said before ``deadline`` or the end of the process."""
        while (left := deadline - time.monotonic()) > 0 and self._ours.poll(left):
            try:
                yield self._ours.recv()
            except (EOFError, OSError):
                self._fell_silent = True
                return

    def _last_words(self, said: list[Message]) -> list[Message]:
        """Kill what still speaks; add what was in the pipe when the end came. Half a word is none."""
        if self._fell_silent:
            self._life.wait(PATIENCE)
        code = self._life.kill()
        said += self._until(time.monotonic() + PATIENCE)
        self._ours.close()
        if code > 0:
            raise VictimFailed(f"exit code {code}, after {said[-3:]}")
        return said
