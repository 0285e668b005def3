"""``--alive``: while one looks, citizens report, colleagues work, and the system's own jobs run.

Everything goes through the same commands as a client's events, so nothing here can do what a
person could not.
"""

from __future__ import annotations

import logging
import random
import threading
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.ids import new_id
from desktop_app.domain.organisation import Officer
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Place, Report
from desktop_app.domain.transition import stake_of
from desktop_app.domain.workflow import Command, Edge, State, find_edge
from desktop_app.sandbox import wire
from desktop_app.sandbox.commands import SYSTEM_AUTHOR, Author
from desktop_app.sandbox.new_reports import next_code
from desktop_app.sandbox.service import Service

BETWEEN_SECONDS = 20.0
UNRATED_DAYS = timedelta(days=15)
_PRESENT = 400
_REPLIES = 0.2
_log = logging.getLogger(__name__)


class Bystanders:
    """One background thread, entered while the sandbox serves."""

    def __init__(self, service: Service, between: float = BETWEEN_SECONDS, seed: int | None = None) -> None:
        self._service = service
        self._between = between
        self._random = random.Random(seed)  # noqa: S311 - whose turn it is, no secret
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sandbox-alive", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()

    def act_once(self) -> None:
        """Let one citizen report, one colleague act, and the system do what is due."""
        reports = self._reports()
        open_ones = [report for report in reports if not report.private]
        if open_ones:
            self._report_anew(self._random.choice(open_ones))
            self._work(open_ones)
        self._system_jobs(reports)

    def _run(self) -> None:
        while not self._end.wait(self._between * self._random.uniform(0.5, 1.5)):
            try:
                self.act_once()
            except Exception:  # noqa: BLE001 - a bystander who stumbles must not end the training
                _log.exception("a bystander failed")

    def _reports(self) -> list[Report]:
        with self._service.engine.connect() as connection:
            listed = self._service.entities.all(connection, "report")[-_PRESENT:]
        return [wire.decode(data, Report) for data in listed]

    def _report_anew(self, like: Report) -> None:
        """Another citizen meets what one of the last reports described."""
        service, now = self._service, self._service.now()
        with service.writer.transaction() as connection:
            code = next_code(connection, service.entities, now, private=False)
            place = Place(unit_code=like.place.unit_code, address=like.place.address)
            fresh = Report(
                id=new_id(), code=code, version=1, state=State.RECEIVED, title=like.title, text=like.text,
                received_at=now, organisation=like.organisation, language=like.language, place=place,
            )  # fmt: skip
            service.entities.put_report(connection, fresh)
        service.ripple.spread()

    def _work(self, reports: list[Report]) -> None:
        """One colleague takes up one assigned report, or notes something on one in progress."""
        for report in self._random.sample(reports, len(reports)):
            command = _STEPS.get(report.state)
            colleague = self._colleague(report, command) if command else None
            if command and colleague:
                self._do(report, command[0], command[1], colleague)
                return

    def _colleague(self, report: Report, step: tuple[Command, dict[str, Any]]) -> Author | None:
        service, now = self._service, self._service.now()
        with service.engine.connect() as connection:
            listed = [wire.decode(o, Officer) for o in service.entities.all(connection, "officer")]
            for officer in self._random.sample(listed, len(listed)):
                actor = service.people.actor(connection, officer.id, now)
                if actor and isinstance(find_edge(step[0], actor, stake_of(report)), Edge):
                    return Author(actor, officer.name)
        return None

    def _system_jobs(self, reports: list[Report]) -> None:
        now = self._service.now()
        for report in reports:
            if report.state is State.AWAITING_CITIZEN:
                self._answer_or_expire(report, now)
            elif report.state is State.PUBLISHED and _published_before(report, now - UNRATED_DAYS):
                self._do(report, Command.CLOSE, {}, SYSTEM_AUTHOR)

    def _answer_or_expire(self, report: Report, now: datetime) -> None:
        """A citizen who was asked replies, sooner or later; the system carries the reply in."""
        if report.question_due and now.astimezone(ZONE).date() > report.question_due:
            self._do(report, Command.EXPIRE, {}, SYSTEM_AUTHOR)
        elif self._random.random() < _REPLIES:
            self._do(report, Command.REPLY, {"text": "Tôi đã bổ sung thông tin như yêu cầu."}, SYSTEM_AUTHOR)

    def _do(self, report: Report, command: Command, payload: dict[str, Any], author: Author) -> None:
        event = SentEvent(
            id=new_id(), type=str(command), entity="report", entity_id=report.id, base_version=report.version,
            occurred_at=self._service.now(), payload=payload,
        )  # fmt: skip
        self._service.commands.carry_out(event, author)


_STEPS: dict[State, tuple[Command, dict[str, Any]]] = {
    State.DISTRIBUTED: (Command.ACCEPT, {}),
    State.IN_PROGRESS: (Command.NOTE, {"text": "Đã kiểm tra hiện trường, đang tổng hợp kết quả."}),
}


def _published_before(report: Report, moment: datetime) -> bool:
    return report.answer is not None and (report.answer.published_at or moment) < moment
