"""What the system owes by itself: questions that ran out, answers that nobody rated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.commands import SYSTEM_AUTHOR
from desktop_app.sandbox.life.town import Town

UNRATED: Final = timedelta(days=15)


class Clockwork:
    """Looks at what is due and carries it out as the system."""

    def __init__(self, town: Town) -> None:
        self._town = town

    def wind_on(self, present: list[Report]) -> int:
        """Carry out everything that is due; return how many steps that were."""
        now = self._town.service.now()
        due = [(one, command) for one in present if (command := _due(one, now)) is not None]
        return sum(self._town.send(one, command, p.Nothing(), SYSTEM_AUTHOR) for one, command in due)


def _due(report: Report, now: datetime) -> Command | None:
    if report.state is State.AWAITING_CITIZEN and report.question_due is not None:
        return Command.EXPIRE if now.astimezone(ZONE).date() > report.question_due else None
    if report.state is State.PUBLISHED and report.answer is not None:
        published = report.answer.published_at or now
        return Command.CLOSE if published < now - UNRATED else None
    return None
