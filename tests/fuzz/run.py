"""The instrumented targets, and one pass over one of them in a child of this process.

``hunt``     feed it and end at the first input that breaks something, which is kept
``planted``  feed it with the committed defects planted, tell each that is found, end when all are
``reach``    feed it and tell which ways out are taken, by the seeds (execution 0) and later, and which
             functions are called with many arguments

What counts as broken is the same in all: an error that is not the parser's own, more than ``CPU_SECONDS`` of
processor time, memory beyond the limit. Options are libFuzzer's. The targets are imported here and nowhere
else (Linux on x86-64, like Atheris): an import before would escape the instruments.
"""

from __future__ import annotations

import gc
import io
import os
import re
import resource
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Literal, NoReturn

import atheris

from tests.fuzz import planted
from tests.fuzz.planting import CPU_SECONDS, VARIED, Board, plant
from tests.fuzz.target import Target
from tests.support.protocols import remember_protocols

Mode = Literal["hunt", "planted", "reach"]
Mutator = Callable[[bytes, int, int], bytes]
_PACKAGES: Final = ("cardio", "desktop_app")
_FAILED: Final = 99
ADDRESS_SPACE = 4 << 30
RESIDENT_MB = 700
HANG_SECONDS = 180
"""By the clock, and only for what never ends: on a busy machine a second of the processor takes many."""

TREES = 3
JSONS = 2
"""One mutation in so many is of the target's tree, or of its JSON: the others are libFuzzer's."""

DICTIONARY_WORDS = 120
_WORD = re.compile(rb"[A-Za-z0-9_<]{2,24}")


class Broken(Exception):
    """An input took too long."""


def judge(target: Target, data: bytes) -> float:
    """Run the parser once; return the processor time. Raise whatever is not the parser's own error."""
    begun = time.thread_time()
    with suppress(*target.allowed):
        target.parse(data)
    took = time.thread_time() - begun
    if took > CPU_SECONDS:
        raise Broken(f"{took:.1f} s")
    return took


class Hunt:
    """Feeds the target; tells the slowest input so far."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._slowest = 0.0

    def __call__(self, data: bytes) -> None:
        """One execution."""
        took = judge(self._target, data)
        if took > 1.5 * self._slowest:
            self._slowest = took
            print(f"slowest: {took * 1e3:.2f} ms", file=sys.stderr, flush=True)


class Planted:
    """Feeds the target; a defect that is noticed is told and disarmed."""

    def __init__(self, target: Target, board: Board) -> None:
        self._target = target
        self._board = board

    def __call__(self, data: bytes) -> None:
        """One execution."""
        self._board.execution += 1
        self._board.take()
        try:
            judge(self._target, data)
        except Exception as noticed:
            site = self._board.take()
            if site is None:
                raise
            defect = self._board.armed.pop(site)
            words = (site, defect, type(noticed).__name__, self._board.execution)
            print("planted:", *words, file=sys.stderr, flush=True)
            if not self._board.armed:
                os._exit(0)  # libFuzzer knows no other way to be done early


class Reach:
    """Feeds the target and tells each site when it is first reached."""

    def __init__(self, target: Target, board: Board) -> None:
        self._target = target
        self._board = board
        self._told = 0
        self._varied: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """One execution."""
        self._board.execution += 1
        judge(self._target, data)
        self.tell()

    def tell(self) -> None:
        """Tell what is new."""
        for site in list(self._board.reached)[self._told :]:
            print("reached:", site, self._board.reached[site], file=sys.stderr, flush=True)
            self._told += 1
        for function, seen in self._board.varied.items():
            if len(seen) >= VARIED and function not in self._varied:
                self._varied.add(function)
                order = list(self._board.varied).index(function)
                print("varied:", function, order, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Ended:
    """A pass that is over: exit code, log, and the seconds of processor time that it took."""

    code: int
    log: str
    seconds: float


@dataclass(frozen=True)
class Workshop:
    """All targets, instrumented once; each pass is a child of this process, which ends with it."""

    targets: Mapping[str, Target]
    board: Board

    @classmethod
    def open(cls, *, marked: bool) -> Workshop:
        """Import everything, with the planter's marks where defects are to be planted."""
        if any(name.split(".")[0] in _PACKAGES for name in sys.modules):
            raise RuntimeError("imported before the instruments were there")
        remember_protocols()
        board = Board()
        if marked:
            plant(_PACKAGES, board)
        instruments = atheris.instrument_imports(include=list(_PACKAGES), enable_loader_override=False)
        with redirect_stderr(io.StringIO()), instruments:  # it tells every module
            from tests.fuzz.targets import TARGETS
        return cls(TARGETS, board)

    def run(self, mode: Mode, name: str, corpus: Path, *options: str) -> Ended:
        """Run one pass to its end; its log also stays beside the corpus."""
        log = corpus.parent / f"{name}.{mode}.log"
        child = os.fork()
        if child == 0:
            self._work(mode, name, corpus, log, options)
        _, status, used = os.wait4(child, 0)
        told = log.read_text(encoding="utf-8", errors="replace")
        return Ended(os.waitstatus_to_exitcode(status), told, used.ru_utime + used.ru_stime)

    def _work(self, mode: Mode, name: str, corpus: Path, log: Path, options: Sequence[str]) -> NoReturn:
        """The child's whole life."""
        code = _FAILED
        try:
            with log.open("wb") as told:
                os.dup2(told.fileno(), 1)
                os.dup2(told.fileno(), 2)
            self._fuzz(mode, name, corpus, options)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        except BaseException:  # noqa: BLE001 — it is told in the log, and by the exit code
            traceback.print_exc()
        finally:
            os._exit(code)

    def _fuzz(self, mode: Mode, name: str, corpus: Path, options: Sequence[str]) -> None:
        target = self.targets[name]
        self.board.modules = frozenset(target.code)
        seeds = target.seeds()
        run = _runner(mode, name, target, self.board, seeds)
        arguments = ["fuzz", str(corpus), *_limits(corpus, target, seeds), *options]
        mutator = _mutator(target)
        if mutator is None:
            atheris.Setup(arguments, run)
        else:
            atheris.Setup(arguments, run, custom_mutator=mutator)
        gc.collect()
        gc.freeze()
        atheris.Fuzz()


def _runner(
    mode: Mode, name: str, target: Target, board: Board, seeds: list[bytes]
) -> Hunt | Planted | Reach:
    """Make the mode's own, having run the seeds once where it matters what they reach."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    if mode == "hunt":
        return Hunt(target)
    for seed in seeds:
        judge(target, seed)
    if mode == "planted":
        board.armed = dict(planted.load()[name])
        return Planted(target, board)
    reach = Reach(target, board)
    reach.tell()
    return reach


def _mutator(target: Target) -> Mutator | None:
    """What mutates a target's inputs as what they are, now and then; None where they are just bytes."""
    from tests.fuzz import json_trees, trees  # which import what is instrumented

    begins, changed, share = target.json, json_trees.mutated, JSONS
    if target.tree is not None:
        begins, changed, share = target.tree, trees.mutated, TREES
    if begins is None:
        return None

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.randrange(share):
            return bytes(atheris.Mutate(data, most))
        rest = changed(bytes(data[begins:]), random, lambda held: bytes(atheris.Mutate(held, most)))
        return (bytes(data[:begins]) + rest)[:most]

    return mutate


def _limits(corpus: Path, target: Target, seeds: list[bytes]) -> list[str]:
    """Write seeds and dictionary beside the corpus; return libFuzzer's limits and where they are."""
    given, words = corpus.with_suffix(".seeds"), corpus.with_suffix(".dict")
    given.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (given / str(number)).write_bytes(seed)
    found = dict.fromkeys((b"00", *(word for seed in seeds for word in _WORD.findall(seed))))  # never empty
    words.write_text(
        "".join(f'"{word.decode()}"\n' for word in list(found)[:DICTIONARY_WORDS]), encoding="ascii"
    )
    return [
        str(given),
        f"-dict={words}",
        f"-max_len={max(target.longest, *map(len, seeds))}",
        f"-rss_limit_mb={RESIDENT_MB}",
        f"-timeout={HANG_SECONDS}",
        f"-artifact_prefix={corpus}-",
        "-print_final_stats=1",
    ]
