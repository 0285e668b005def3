"""Asking the centre about callers: a number's earlier reports, and, with a reason, who called about one.

Nothing of the answers is kept on this computer. Each question is one exchange over a connection of its own:
off the main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from desktop_app.api import callers
from desktop_app.domain.caller import plain_number
from desktop_app.domain.payloads import PayloadInvalid, check_text
from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor, Role

if TYPE_CHECKING:
    from desktop_app.api.callers import EarlierReport, KnownCaller
    from desktop_app.api.session import ApiSession, Centre, TokenSource

Answer = TypeVar("Answer")


def may_ask_who_called(actor: Actor, report: Report) -> bool:
    """Tell whether ``actor`` may have who called about ``report`` opened; the centre judges it again."""
    needed = Role.MISCONDUCT_RECIPIENT if report.private else Role.DISPATCHER
    return actor.holds(needed) and may_see(actor, report)


def asks_who_called(actor: Actor) -> bool:
    """Tell whether ``actor`` may have who called opened about any report at all."""
    return bool(actor.roles & {Role.DISPATCHER, Role.MISCONDUCT_RECIPIENT})


class Callers:
    """The questions of one signed-in person."""

    def __init__(self, centre: Centre, token: TokenSource) -> None:
        self._centre, self._token = centre, token

    def earlier(self, phone: str) -> tuple[EarlierReport, ...]:
        """Return the reports of calls from a number, newest first.

        Raises ``PayloadInvalid`` (``phone``) for what is no number, ``ApiError``.
        """
        if not plain_number(phone):
            raise PayloadInvalid("phone", "malformed")
        return self._ask(lambda session: callers.reports_of(session, self._token, phone))

    def who_called(self, report_id: str, reason: str) -> tuple[KnownCaller, ...]:
        """Return who called about a report; on record with ``reason`` before a word is given out.

        Raises ``PayloadInvalid`` (``reason``), ``ApiError``.
        """
        check_text("reason", reason)
        return self._ask(lambda session: callers.who_called(session, self._token, report_id, reason.strip()))

    def _ask(self, question: Callable[[ApiSession], Answer]) -> Answer:
        with closing(self._centre.open()) as session:
            return question(session)
