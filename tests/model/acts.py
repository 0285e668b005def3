"""What a person may do to a report: a payload for each command that could be right where it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Outcome, Place, Priority, Report
from desktop_app.domain.workflow import Command
from tests.support.small_city import CATEGORY, CO, LEAD, TEAM, WARD_CODE

C = Command
Maker = Callable[[Report, str, datetime], p.Payload]


def payload(command: Command, report: Report, token: str, now: datetime) -> p.Payload | None:
    """Return a payload of ``command`` for ``report`` that carries ``token``; None where there is none."""
    maker = _MAKERS.get(command)
    return None if maker is None else maker(report, token, now)


def _text(_report: Report, token: str, _now: datetime) -> p.Payload:
    return p.Text(token)


def _nothing(_report: Report, _token: str, _now: datetime) -> p.Payload:
    return p.Nothing()


def _coded(_report: Report, token: str, _now: datetime) -> p.Payload:
    return p.Coded("other", token)


def _verify(_report: Report, _token: str, _now: datetime) -> p.Payload:
    return p.Verify(CATEGORY, Place(unit_code=WARD_CODE), identity_checked=True)


def _distribute(_report: Report, token: str, now: datetime) -> p.Payload:
    return p.Distribute(LEAD, "o-handler", token, now + timedelta(days=7), (CO,))


def _hand_down(_report: Report, token: str, now: datetime) -> p.Payload:
    return p.HandDown(TEAM, "o-team", token, now + timedelta(days=7))


def _monitor(_report: Report, _token: str, now: datetime) -> p.Payload:
    return p.Monitor((now + timedelta(days=3)).date())


def _submit(_report: Report, token: str, _now: datetime) -> p.Payload:
    return p.Submit(token, Outcome.FIXED, LEAD, content_sha256(token, Outcome.FIXED, LEAD))


def _approve(report: Report, _token: str, _now: datetime) -> p.Payload:
    return p.Approve(report.answer.content_sha256 if report.answer else "")


def _publish(report: Report, _token: str, _now: datetime) -> p.Payload:
    return p.Publish(report.answer.content_sha256 if report.answer else "", preview_seen=True)


def _extension(_report: Report, token: str, now: datetime) -> p.Payload:
    return p.RequestExtension("complex", now + timedelta(days=30), token)


_MAKERS: dict[Command, Maker] = {
    **dict.fromkeys((C.NOTE, C.CONTRIBUTE, C.URGE, C.SEND_BACK), _text),
    **dict.fromkeys((C.ACCEPT, C.RESUME), _nothing),
    **dict.fromkeys((C.RETURN, C.REJECT), _coded),
    C.TAG: lambda _report, token, _now: p.Tag(add=(token,)),
    C.PRIORITISE: lambda _report, token, _now: p.Prioritise(
        Priority.HIGH if int(token[:-1].rsplit(".", 1)[1]) % 2 else Priority.LOW
    ),
    C.ASK_CITIZEN: lambda _report, token, _now: p.AskCitizen(token),
    C.DECIDE_EXTENSION: lambda _report, token, _now: p.DecideExtension(granted=True, text=token),
    C.SPLIT: lambda _report, token, _now: p.Split((f"{token} a", f"{token} b")),
    C.VERIFY: _verify, C.DISTRIBUTE: _distribute, C.HAND_DOWN: _hand_down, C.MONITOR: _monitor,
    C.SUBMIT: _submit, C.APPROVE: _approve, C.PUBLISH: _publish, C.REQUEST_EXTENSION: _extension,
}  # fmt: skip
