"""How far the terminals are complete, and the decisions that leave some of them out: for supervisors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.roles import Role
from desktop_app.sandbox import wire
from desktop_app.sandbox.auth.caller import Credentials
from desktop_app.sandbox.completeness import told
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web.answers import answer, service_of
from desktop_app.sandbox.web.bodies import credentials, read_json


@dataclass(frozen=True, slots=True)
class LeaveOutRequest:
    """The body of ``POST /v1/attendance/left-out``."""

    order: str


async def terminals(request: Request) -> Response:
    """``GET /v1/attendance/terminals``."""
    service, shown = service_of(request), credentials(request)
    through = request.query_params.get("through", "")

    def read() -> dict[str, Any]:
        _supervisor(service, shown)
        asked = _moment(through)
        with service.reader.connect() as connection:
            return {"through": wire.instant(asked), "terminals": told(connection, asked)}

    return answer(request, await run_in_threadpool(read))


async def leave_out(request: Request) -> Response:
    """``POST /v1/attendance/left-out``."""
    service, shown = service_of(request), credentials(request)
    sent = await read_json(request, LeaveOutRequest)

    def decide() -> dict[str, int]:
        _supervisor(service, shown)
        return {"terminals": service.leaving_out.decide(sent.order)}

    return answer(request, await run_in_threadpool(decide), 201)


def _supervisor(service: Service, shown: Credentials) -> None:
    if not service.callers.person(shown).actor.holds(Role.SUPERVISOR):
        raise not_found()


def _moment(text: str) -> datetime:
    try:
        moment = msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        raise Refused(422, "malformed", detail="through") from None
    if not wire.is_in_calendar(moment):
        raise Refused(422, "malformed", detail="through")
    return moment


ROUTES = (
    Route("/v1/attendance/terminals", terminals),
    Route("/v1/attendance/left-out", leave_out, methods=["POST"]),
)
