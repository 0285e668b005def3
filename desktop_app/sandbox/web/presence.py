"""Who has a report open: said by each desk every so often, forgotten within a minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.sandbox import wire
from desktop_app.sandbox.auth.caller import Person
from desktop_app.sandbox.onlookers import Doing, Onlooker
from desktop_app.sandbox.refusal import not_found
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web.answers import answer, empty, service_of
from desktop_app.sandbox.web.bodies import credentials, read_json


@dataclass(frozen=True, slots=True)
class PresenceRequest:
    """The body of ``PUT /v1/reports/{report_id}/presence``."""

    doing: Doing


async def look(request: Request) -> Response:
    """``PUT /v1/reports/{report_id}/presence``."""
    service, shown, report_id = service_of(request), credentials(request), request.path_params["report_id"]
    asked = await read_json(request, PresenceRequest)

    def note() -> list[dict[str, Any]]:
        person = service.callers.person(shown)
        report = _seen(service, person, report_id)
        present = service.onlookers.look(report_id, person.actor.person_id, person.name, asked.doing)
        return [_told(one) for one in present if _still_may(service, one, report)]

    return answer(request, {"others": await run_in_threadpool(note)})


async def leave(request: Request) -> Response:
    """``DELETE /v1/reports/{report_id}/presence``."""
    service, shown, report_id = service_of(request), credentials(request), request.path_params["report_id"]

    def forget() -> None:
        person = service.callers.person(shown)
        _seen(service, person, report_id)
        service.onlookers.leave(report_id, person.actor.person_id)

    await run_in_threadpool(forget)
    return empty(request)


def _seen(service: Service, person: Person, report_id: str) -> Report:
    with service.engine.connect() as connection:
        report = service.entities.report(connection, report_id)
    if report is None or not may_see(person.actor, report):
        raise not_found()
    return report


def _still_may(service: Service, one: Onlooker, report: Report) -> bool:
    """Whoever lost the sight of the report is not named to those who have it."""
    with service.engine.connect() as connection:
        actor = service.people.actor(connection, one.person_id, service.now())
    return actor is not None and may_see(actor, report)


def _told(one: Onlooker) -> dict[str, Any]:
    return {"name": one.name, "doing": one.doing, "since": wire.instant(one.since)}


ROUTES = (
    Route("/v1/reports/{report_id}/presence", look, methods=["PUT"]),
    Route("/v1/reports/{report_id}/presence", leave, methods=["DELETE"]),
)
