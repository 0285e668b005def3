"""Which terminals are complete through a day, and going on without one: asked of the centre, signed by card.

Nobody is *absent* on a list that a terminal has still to reach. Whoever lists all the same says so by card,
and every list shows it. Each call is one exchange over a connection of its own: off the main thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as wall_time
from typing import TYPE_CHECKING, TypeVar

from desktop_app import jose
from desktop_app.api import completeness, wire
from desktop_app.cards import officer_card
from desktop_app.domain.deadlines import ZONE

if TYPE_CHECKING:
    from cardio.readers import ReaderPool
    from desktop_app.api.completeness import TerminalStanding
    from desktop_app.api.session import ApiSession, Centre, TokenSource
    from desktop_app.cards.officer_card import Entitled, OfficerCard

Answer = TypeVar("Answer")


def end_of(day: date) -> datetime:
    """Return the moment through which a terminal must be complete for a list of ``day``: its midnight."""
    return datetime.combine(day + timedelta(days=1), wall_time(), ZONE)


def missing(standings: Sequence[TerminalStanding]) -> tuple[TerminalStanding, ...]:
    """Return those that are neither complete nor left out."""
    return tuple(one for one in standings if not one.complete and one.left_out is None)


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """That lists through a moment go on without terminals, and why; as the supervisor saw them stand."""

    through: datetime
    terminals: tuple[TerminalStanding, ...]
    reason: str


def order(card: OfficerCard, decision: LeaveOut, now: datetime) -> str:
    """Return the decision as the supervisor's card signs it; raise ``CardError``."""
    seen = [
        {
            "terminal_id": one.terminal_id,
            "complete_through": one.complete_through and wire.instant(one.complete_through),
        }
        for one in decision.terminals
    ]
    claims = {
        "through": wire.instant(decision.through), "terminals": seen, "reason": decision.reason,
        "iat": int(now.timestamp()),
    }  # fmt: skip
    return card.order(jose.Kind.LEAVE_OUT, claims)


class Completeness:
    """The questions and decisions of one signed-in supervisor."""

    def __init__(self, centre: Centre, token: TokenSource) -> None:
        self._centre, self._token = centre, token

    def of(self, through: datetime) -> tuple[TerminalStanding, ...]:
        """Return how every terminal stands; raise ``ApiError``."""
        return self._ask(lambda session: completeness.standings(session, self._token, through))

    def leave_out(
        self, readers: ReaderPool, reader: str, pin: bytearray, entitled: Entitled, decision: LeaveOut
    ) -> int:
        """Go on without terminals by the card in ``reader``; return how many. ``pin`` is wiped.

        Raises as ``officer_card.act``, and ``ApiError`` (``Refused``: ``standing_changed``).
        """
        signed = officer_card.act(
            readers, reader, pin, entitled,
            lambda card: order(card, decision, entitled.now),
        )  # fmt: skip
        return self._ask(lambda session: completeness.leave_out(session, self._token, signed))

    def _ask(self, question: Callable[[ApiSession], Answer]) -> Answer:
        with closing(self._centre.open()) as session:
            return question(session)
