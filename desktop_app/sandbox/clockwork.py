"""What the system does by itself once it is due: questions run out, answers close, idle work is told of.

Everything goes through the commands or the timeline, as anybody's steps do; two servers on one database do
it once.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from desktop_app.domain import payloads as p
from desktop_app.domain.clocks import accept_by
from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import NOT_ACCEPTED
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox import duties, wire
from desktop_app.sandbox.beside import Beside
from desktop_app.sandbox.commands import SYSTEM_AUTHOR, Commands
from desktop_app.sandbox.entities import Entities

if TYPE_CHECKING:
    from desktop_app.sandbox.database import Writer

EVERY_SECONDS: Final = 30.0
_AT_ONCE: Final = 100
"""Reports looked after before others get their turn to write."""
_LINES: Final = UUID("3d0c0b6e-0f1c-4f0a-9a3e-0a3f0a1e7c55")
"""Names the lines about what nobody accepted: one for each deadline, whoever writes it."""
STEPS: Final = {State.AWAITING_CITIZEN: Command.EXPIRE, State.PUBLISHED: Command.CLOSE}
"""The step that is owed from a state; from any other it is a line in the timeline."""
_log = logging.getLogger(__name__)


class Clockwork:
    """Carries out what is owed."""

    def __init__(
        self,
        writer: Writer,
        entities: Entities,
        commands: Commands,
        now: Callable[[], datetime],
        committed: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._entities = entities
        self._commands = commands
        self._now = now
        self._committed = committed

    def wind_on(self) -> int:
        """Carry out what is due by now, at most a hundred of it; return to how many reports."""
        now = self._now()
        with self._writer.transaction() as connection:
            found = [self._entities.report(connection, one) for one in duties.owed(connection, now, _AT_ONCE)]
        due = [report for report in found if report is not None]
        for report in due:
            command = STEPS.get(report.state)
            if command is None:
                self._tell_of(report)
            else:
                self._step(report, command)
        return len(due)

    def _step(self, report: Report, command: Command) -> None:
        event = SentEvent(
            id=new_id(), type=str(command), entity="report", entity_id=report.id, base_version=report.version,
            occurred_at=self._now(), payload=p.encode(p.Nothing()),
        )  # fmt: skip
        result = self._commands.carry_out(event, SYSTEM_AUTHOR)
        if result["status"] == "rejected":  # it would be refused again at every turn
            _log.warning("%s is owed and refused: %s", command, result.get("rule"))
            with self._writer.transaction() as connection:
                duties.forget(connection, report.id)

    def _tell_of(self, report: Report) -> None:
        """Write the line that has leaders and supervisors hear of work that nobody accepted in time."""
        with self._writer.transaction() as connection:
            present = self._entities.report(connection, report.id)
            until = accept_by(present) if present is not None else None
            if present is not None and until is not None and until <= self._now():
                line = _line(present, until)
                if self._entities.data(connection, "entry", line.id) is None:
                    self._entities.put_entry(connection, line, present)
                duties.forget(connection, present.id)
        self._committed()


def _line(report: Report, until: datetime) -> Entry:
    actor, name = SYSTEM_AUTHOR.actor.person_id, SYSTEM_AUTHOR.name
    line_id = str(uuid5(_LINES, f"{report.id} {wire.instant(until)}"))
    unit = report.assignment.lead_unit if report.assignment else None
    return Entry(
        line_id, report.id, NOT_ACCEPTED, until, actor, name, unit=unit, public=False, version=report.version
    )


class Ticking(Beside):
    """Winds the clockwork on, entered while the centre serves; one background thread."""

    def __init__(self, clockwork: Clockwork, every: float = EVERY_SECONDS) -> None:
        self._clockwork = clockwork
        self._every = every
        super().__init__("sandbox-clockwork", self._run)

    def _run(self, end: threading.Event) -> None:
        wait = 0.0
        while not end.wait(wait):
            try:
                wait = 0.0 if self._clockwork.wind_on() == _AT_ONCE else self._every
            except Exception:  # noqa: BLE001 - what fails once is tried again; the centre goes on
                _log.exception("the clockwork stumbled")
                wait = self._every
