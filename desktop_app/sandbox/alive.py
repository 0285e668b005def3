"""``--alive``: while one looks, citizens report and answer, and colleagues work.

Everything goes through the same commands as a client's events, so nothing here can do what a person could
not. The same seed takes the same decisions; how often something happens can be set.
"""

from __future__ import annotations

import logging
import random
import threading

from desktop_app.sandbox.beside import Beside
from desktop_app.sandbox.life.citizens import Citizens
from desktop_app.sandbox.life.colleagues import Colleagues
from desktop_app.sandbox.life.town import Town
from desktop_app.sandbox.service import Service

BETWEEN_SECONDS = 20.0
_REPORTS = 0.6
_STEPS_OF_STAFF = 2
_log = logging.getLogger(__name__)


class Bystanders(Beside):
    """One background thread, entered while the sandbox serves; ``between`` seconds from moment to moment."""

    def __init__(self, service: Service, between: float = BETWEEN_SECONDS, seed: int | None = None) -> None:
        self._service, self._between = service, between
        self._random = random.Random(seed)  # noqa: S311 - whose turn it is, no secret
        self._town = Town(service, self._random)
        self._citizens = Citizens(self._town)
        self._colleagues = Colleagues(self._town)
        super().__init__("sandbox-alive", self._run)

    def act_once(self) -> None:
        """Let one moment pass: somebody reports, some colleagues act. What is due, the clockwork does."""
        present = self._town.reports()
        if self._random.random() < _REPORTS or not present:
            self._citizens.report(present)
        self._citizens.answer(present)
        self._citizens.judge(present)
        for _ in range(_STEPS_OF_STAFF):
            self._colleagues.act(self._town.reports())

    def _run(self, end: threading.Event) -> None:
        while not end.wait(self._between * self._random.uniform(0.5, 1.5)):
            try:
                self.act_once()
            except Exception:  # noqa: BLE001 - a bystander who stumbles must not end the training
                _log.exception("a bystander failed")
