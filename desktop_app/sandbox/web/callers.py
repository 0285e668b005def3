"""Who called about a report, and which reports a number called about; on record, shown, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.report import Report
from desktop_app.sandbox import wire
from desktop_app.sandbox.caller_book import Found
from desktop_app.sandbox.web.answers import answer, service_of
from desktop_app.sandbox.web.bodies import credentials, read_json


@dataclass(frozen=True, slots=True)
class LookUpRequest:
    """The body of ``POST /v1/reports/{report_id}/callers``."""

    reason: Annotated[str, msgspec.Meta(max_length=2000)]


@dataclass(frozen=True, slots=True)
class NumberRequest:
    """The body of ``POST /v1/callers/reports``."""

    phone: Annotated[str, msgspec.Meta(max_length=200)]


async def look_up(request: Request) -> Response:
    """``POST /v1/reports/{report_id}/callers``."""
    service, shown, report_id = service_of(request), credentials(request), request.path_params["report_id"]
    asked = await read_json(request, LookUpRequest)

    def open_them() -> list[dict[str, Any]]:
        person = service.callers.person(shown)
        return [_told(one) for one in service.caller_book.look_up(report_id, person.actor, asked.reason)]

    return answer(request, {"callers": await run_in_threadpool(open_them)})


async def earlier(request: Request) -> Response:
    """``POST /v1/callers/reports``."""
    service, shown = service_of(request), credentials(request)
    asked = await read_json(request, NumberRequest)

    def find() -> list[dict[str, Any]]:
        person = service.callers.person(shown)
        return [_line(report) for report in service.caller_book.earlier(asked.phone, person.actor)]

    return answer(request, {"reports": await run_in_threadpool(find)})


def _line(report: Report) -> dict[str, Any]:
    return {
        "id": report.id, "code": report.code, "title": report.title, "state": str(report.state),
        "received_at": wire.instant(report.received_at),
    }  # fmt: skip


def _told(found: Found) -> dict[str, Any]:
    who = found.caller
    return {"name": who.name, "phone": who.phone, "note": who.note, "at": wire.instant(found.at)}


ROUTES = (
    Route("/v1/reports/{report_id}/callers", look_up, methods=["POST"]),
    Route("/v1/callers/reports", earlier, methods=["POST"]),
)
