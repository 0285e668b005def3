"""What spoils the network, by a seed: a thread that casts one fault after another and clears up between."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from tests.chaos import proxy
from tests.chaos.proxy import Proxy

SPELL_SECONDS = (0.1, 1.2)


class Weather:
    """Entered, it changes the network at random until left; ``faults`` counts what it did."""

    def __init__(
        self,
        network: Proxy,
        crash: Callable[[], None],
        chance: random.Random,
        spell: tuple[float, float] = SPELL_SECONDS,
    ) -> None:
        """``crash`` kills the centre's process and starts another; a clear spell lasts ``spell`` seconds."""
        self._network = network
        self._crash = crash
        self._chance, self._spell = chance, spell
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="weather", daemon=True)
        self.failure: BaseException | None = None
        self.faults = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()
        self._network.clear()
        if self.failure is not None:
            raise self.failure

    def _run(self) -> None:
        spells = self._spells()
        try:
            while not self._end.wait(self._chance.uniform(*self._spell)):
                self._chance.choice(spells)()
                self.faults += 1
                self._end.wait(self._chance.uniform(*self._spell) / 2)
                self._network.clear()
        except BaseException as failure:  # noqa: BLE001 - told where the thread is joined
            self.failure = failure

    def _spells(self) -> Sequence[Callable[[], None]]:
        """A crash and a lost answer come more often than the rest: they are what breaks promises."""
        often = (proxy.answer_lost, proxy.answer_lost, proxy.late, proxy.twice)
        others = (
            proxy.cut, proxy.reset, proxy.half_open, proxy.silent, proxy.truncated, proxy.corrupt,
            proxy.latency(0.4), proxy.trickle(20, 0.05),
        )  # fmt: skip
        cast = [lambda spell=spell: self._network.cast(spell) for spell in (*often, *others)]
        return (*cast, self._network.refuse, self._crash, self._crash)
