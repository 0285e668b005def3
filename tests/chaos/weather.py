"""The network between workstation and centre, and a seeded thread that spoils it.

Beyond the gate's own faults it can be *deaf*: requests arrive and are carried out, and every answer is
lost on its way back.
"""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from tests.support.gate import Gate

SPELL_SECONDS = (0.1, 1.2)


class Network(Gate):
    """A gate that can also lose the answers only."""

    def __init__(self) -> None:
        self._answers_lost = False
        super().__init__()

    def deaf(self) -> None:
        """Carry requests, and cut each connection the moment its answer comes."""
        super().open()
        self._answers_lost = True

    def clear(self) -> None:
        """Let everything through."""
        self._answers_lost = False
        self.open()

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool = False) -> None:
        """Carry one direction; the answers' source is the socket that we connected."""
        try:
            answers = answers or source.getpeername()[1] == self._target
            while data := source.recv(65536):
                if answers and self._answers_lost:
                    self._drop()
                    return
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return


class Weather:
    """Entered, it changes the network at random until left; ``faults`` counts what it did."""

    def __init__(
        self,
        network: Network,
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
        spells: Sequence[Callable[[], None]] = (
            self._network.refuse, self._network.reset, self._network.black_hole,
            self._network.deaf, self._network.deaf, self._crash,
        )  # fmt: skip
        try:
            while not self._end.wait(self._chance.uniform(*self._spell)):
                self._chance.choice(spells)()
                self.faults += 1
                self._end.wait(self._chance.uniform(*self._spell) / 2)
                self._network.clear()
        except BaseException as failure:  # noqa: BLE001 - told where the thread is joined
            self.failure = failure
