"""Who called about a report: for a dispatcher who says why; on record, shown, and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.sandbox import wire
from desktop_app.sandbox.caller_book import Found
from desktop_app.sandbox.web.answers import answer, service_of
from desktop_app.sandbox.web.bodies import credentials, read_json


@dataclass(frozen=True, slots=True)
class LookUpRequest:
    """The body of ``POST /v1/reports/{report_id}/callers``."""

    reason: Annotated[str, msgspec.Meta(max_length=2000)]


async def look_up(request: Request) -> Response:
    """``POST /v1/reports/{report_id}/callers``."""
    service, shown, report_id = service_of(request), credentials(request), request.path_params["report_id"]
    asked = await read_json(request, LookUpRequest)

    def open_them() -> list[dict[str, Any]]:
        person = service.callers.person(shown)
        return [_told(one) for one in service.caller_book.look_up(report_id, person.actor, asked.reason)]

    return answer(request, {"callers": await run_in_threadpool(open_them)})


def _told(found: Found) -> dict[str, Any]:
    who = found.caller
    return {"name": who.name, "phone": who.phone, "note": who.note, "at": wire.instant(found.at)}


ROUTES = (Route("/v1/reports/{report_id}/callers", look_up, methods=["POST"]),)
