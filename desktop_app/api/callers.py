"""Who called about a report, and which reports a telephone number called about: asked, shown, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.api import wire
from desktop_app.api.session import ApiSession, Request, TokenSource, read_time
from desktop_app.domain.caller import Caller


@dataclass(frozen=True, slots=True)
class KnownCaller:
    """One caller of a report, and when they called."""

    caller: Caller
    at: datetime


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """A report that a number called about; ``state`` is the workflow's, of a newer server perhaps."""

    id: str
    code: str
    title: str
    state: str
    received_at: datetime


def who_called(
    session: ApiSession, token: TokenSource, report_id: str, reason: str
) -> tuple[KnownCaller, ...]:
    """Return who called about a report, oldest first; raise ``ApiError`` (404: not for this person)."""
    request = Request("POST", f"/v1/reports/{report_id}/callers", json={"reason": reason})
    return tuple(_caller(raw) for raw in wire.members(session.call(request, token), "callers"))


def reports_of(session: ApiSession, token: TokenSource, phone: str) -> tuple[EarlierReport, ...]:
    """Return the reports of a number that this person may see, newest first; raise ``ApiError``."""
    request = Request("POST", "/v1/callers/reports", json={"phone": phone})
    return tuple(_report(raw) for raw in wire.members(session.call(request, token), "reports"))


def _caller(raw: dict[str, object]) -> KnownCaller:
    words = (wire.text(raw, name) for name in ("name", "phone", "note"))
    return KnownCaller(Caller(*words), read_time(wire.text(raw, "at")))


def _report(raw: dict[str, object]) -> EarlierReport:
    identity, code, title, state = (wire.text(raw, name) for name in ("id", "code", "title", "state"))
    return EarlierReport(identity, code, title, state, read_time(wire.text(raw, "received_at")))
