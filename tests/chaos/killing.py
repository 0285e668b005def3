"""Starts a victim, listens to what it confirms, kills it, and hears what it had still said.

Victims are forked from one process that has imported everything, so that a life costs milliseconds;
each is a process of its own, and the kill is the operating system's.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
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


class Victim:
    """One process running ``work(*arguments, tell)``."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._ours, theirs = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=work, args=(*arguments, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def meet(self, fate: Fate, confirmation: str) -> tuple[list[Message], bool]:
        """Kill the victim as ``fate`` says; return all it had said, and whether it was still alive."""
        said: list[Message] = []
        if fate.words is not None:
            for message in self._until(time.monotonic() + PATIENCE):
                said.append(message)
                if [one[0] for one in said].count(confirmation) >= fate.words:
                    break
        said += self._until(time.monotonic() + fate.seconds)
        alive = self._process.is_alive()
        self._process.kill()
        return said + self._last_words(), alive

    def finish(self, seconds: float = PATIENCE) -> list[Message]:
        """Let the victim end by itself; raise ``VictimFailed`` where it does not within ``seconds``."""
        said = list(self._until(time.monotonic() + seconds))
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            raise VictimFailed(f"no end after {seconds} s: {said[-3:]}")
        return said + self._last_words()

    def _until(self, deadline: float) -> Iterator[Message]:
        """Yield what is said before ``deadline`` or the end of the process."""
        while (left := deadline - time.monotonic()) > 0 and self._ours.poll(left):
            try:
                yield self._ours.recv()
            except (EOFError, OSError):
                return

    def _last_words(self) -> list[Message]:
        """What was in the pipe when the end came; half a word is none."""
        said = list(self._until(time.monotonic() + PATIENCE))
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._ours.close()
        if code is not None and code > 0:
            raise VictimFailed(f"exit code {code}, after {said[-3:]}")
        return said


__all__ = ["CONTEXT", "Connection", "Fate", "Message", "Victim", "VictimFailed"]
