"""What spoils the network, by a seed: a thread that casts one fault after another and clears up between."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from desktop_app.sandbox.beside import Beside
from tests.chaos import proxy
from tests.chaos.proxy import Proxy

SPELL_SECONDS = (0.1, 1.2)


class Weather(Beside):
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
        self.failure: BaseException | None = None
        self.faults = 0
        super().__init__("weather", self._run)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        self._network.clear()
        if self.failure is not None:
            raise self.failure

    def _run(self, end: threading.Event) -> None:
        spells = self._spells()
        try:
            while not end.wait(self._chance.uniform(*self._spell)):
                self._chance.choice(spells)()
                self.faults += 1
                end.wait(self._chance.uniform(*self._spell) / 2)
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
