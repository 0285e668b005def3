"""Who else has a report open, as the centre knows it this minute."""

from __future__ import annotations

from datetime import datetime

from desktop_app.api import wire
from desktop_app.api.session import ApiSession, Request, TokenSource, read_time
from desktop_app.news import Onlooker

PATIENCE = 5.0


def look(session: ApiSession, token: TokenSource, report_id: str, *, writing: bool) -> tuple[Onlooker, ...]:
    """Say that this person has the report open; return who else has, longest first."""
    body = {"doing": "writing" if writing else "reading"}
    request = Request("PUT", _path(report_id), json=body, patience=PATIENCE)
    return tuple(_onlooker(raw) for raw in wire.members(session.call(request, token), "others"))


def leave(session: ApiSession, token: TokenSource, report_id: str) -> None:
    """Say that this person has closed the report."""
    session.call(Request("DELETE", _path(report_id), patience=PATIENCE), token)


def _path(report_id: str) -> str:
    return f"/v1/reports/{report_id}/presence"


def _onlooker(raw: dict[str, object]) -> Onlooker:
    since: datetime = read_time(wire.text(raw, "since"))
    return Onlooker(wire.text(raw, "name"), wire.text(raw, "doing") == "writing", since)
