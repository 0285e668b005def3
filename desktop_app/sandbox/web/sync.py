"""The change feed, held open while there is nothing to tell, and events."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.digest import SLICES, Member, Sum
from desktop_app.domain.ids import is_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.auth.caller import Credentials, Person
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.cursor import Position
from desktop_app.sandbox.database import head
from desktop_app.sandbox.digests import KINDS
from desktop_app.sandbox.feed import Page
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web.answers import answer, service_of
from desktop_app.sandbox.web.bodies import MAX_EVENTS as MAX_BODY
from desktop_app.sandbox.web.bodies import credentials, read_json

MAX_EVENTS, MAX_LIMIT, MAX_WAIT, MAX_ROWS = 50, 500, 25, 200
_SLICE_NAMES = frozenset(str(number) for number in range(SLICES))
_MAX_VERSION = 2**31 - 1


@dataclass(frozen=True, slots=True)
class EventsRequest:
    """The body of ``POST /v1/sync/events``."""

    events: Annotated[list[SentEvent], msgspec.Meta(max_length=MAX_EVENTS)]


@dataclass(frozen=True, slots=True)
class RowsRequest:
    """The body of ``POST /v1/sync/rows``."""

    entity: Annotated[str, msgspec.Meta(max_length=16)]
    ids: Annotated[list[Annotated[str, msgspec.Meta(max_length=64)]], msgspec.Meta(max_length=MAX_ROWS)]


async def changes(request: Request) -> Response:
    """``GET /v1/sync/changes``."""
    service, shown = service_of(request), credentials(request)
    service.programs.check(request.headers.get("User-Agent", ""))
    limit, wait = _number(request, "limit", MAX_LIMIT, 1), _number(request, "wait", MAX_WAIT, 0, default=0)
    seen = service.ripple.count
    cursor = request.query_params.get("cursor", "")
    position, person, page, keys = await run_in_threadpool(_begin_reading, service, shown, cursor, limit)
    deadline = time.monotonic() + wait
    while not page.changes and not page.has_more and position.caught_up and not service.ripple.closed:
        left = deadline - time.monotonic()
        if left <= 0 or not await service.ripple.wait(seen, left, keys):
            break  # nothing concerned them: what was read is the answer
        if await request.is_disconnected():
            break
        seen = service.ripple.count
        page = await run_in_threadpool(_read, service, person, position, limit)
    return answer(request, _told(service, page))


async def digest(request: Request) -> Response:
    """``GET /v1/sync/digest``."""
    service, shown, cursor = service_of(request), credentials(request), request.query_params.get("cursor", "")

    def compare() -> list[Sum]:
        position, _ = _begin(service, shown, cursor)
        with service.engine.connect() as connection:
            return service.digests.sums(connection, position)

    return answer(request, {"sums": wire.encode(await run_in_threadpool(compare))})


async def digest_slice(request: Request) -> Response:
    """``GET /v1/sync/digest/{entity}/{slice}``."""
    service, shown, cursor = service_of(request), credentials(request), request.query_params.get("cursor", "")
    kind, part = request.path_params["entity"], request.path_params["slice"]
    if kind not in KINDS or part not in _SLICE_NAMES:
        raise not_found()

    def compare() -> list[Member]:
        position, _ = _begin(service, shown, cursor)
        with service.engine.connect() as connection:
            return service.digests.members(connection, position, kind, int(part))

    told = [{"id": row_id, "version": version} for row_id, version in await run_in_threadpool(compare)]
    return answer(request, {"members": told})


async def rows(request: Request) -> Response:
    """``POST /v1/sync/rows``."""
    service, shown = service_of(request), credentials(request)
    asked = await read_json(request, RowsRequest)

    def read() -> list[dict[str, Any]]:
        person_id = service.callers.person(shown).actor.person_id
        with service.engine.connect() as connection:
            return service.digests.rows(connection, person_id, asked.entity, asked.ids)

    return answer(request, {"rows": await run_in_threadpool(read)})


async def events(request: Request) -> Response:
    """``POST /v1/sync/events``."""
    service, shown = service_of(request), credentials(request)
    sent = (await read_json(request, EventsRequest, MAX_BODY)).events
    for event in sent:
        _check_form(event)

    def handle() -> dict[str, Any]:
        person = service.callers.person(shown)
        results = service.commands.handle(sent, Author(person.actor, person.name))
        with service.engine.connect() as connection:
            newest = head(connection)
        return {
            "results": results,
            "server_time": wire.instant(service.now()),
            "durable_through": newest,
        }

    return answer(request, await run_in_threadpool(handle))


def _begin(service: Service, shown: Credentials, cursor: str) -> tuple[Position, Person]:
    person = service.callers.person(shown)
    with service.engine.connect() as connection:
        return service.feed.position(connection, person.actor.person_id, cursor), person


def _begin_reading(
    service: Service, shown: Credentials, cursor: str, limit: int
) -> tuple[Position, Person, Page, frozenset[str]]:
    """Read the first page; the keys are what a commit must concern for the person to be woken."""
    person = service.callers.person(shown)
    held = person.held
    with service.reader.connect() as connection:
        position, newest = service.feed.stands(connection, person.actor.person_id, cursor)
        if held == audience.of_actor(person.actor):
            page = service.feed.read(connection, position, limit, newest)
            return position, person, page, held | {person.actor.person_id}
    page = _read(service, person, position, limit)
    with service.reader.connect() as connection:
        held = service.people.scopes(connection, person.actor.person_id)
    return position, person, page, held | {person.actor.person_id}


def _read(service: Service, person: Person, position: Position, limit: int) -> Page:
    """Read a page; rights that began or ended with the hour are settled first."""
    person_id = person.actor.person_id
    with service.reader.connect() as connection:
        settled = service.people.is_settled(connection, person_id, service.now())
    if not settled:
        with service.writer.transaction() as connection:
            service.people.settle_scopes(connection, person_id, service.now())
    with service.reader.connect() as connection:
        return service.feed.read(connection, position, limit)


def _told(service: Service, page: Page) -> dict[str, Any]:
    document = {
        "changes": page.changes,
        "next": page.next,
        "has_more": page.has_more,
        "server_time": wire.instant(service.now()),
        "durable_through": page.durable_through,
        "epoch": service.epoch,
    }
    return document if page.total is None else {**document, "total": page.total}


def _number(request: Request, name: str, most: int, least: int, default: int | None = None) -> int:
    text = request.query_params.get(name)
    if text is None:
        return most if default is None else default
    if not text.isascii() or not text.isdecimal() or len(text) > 6 or not least <= int(text):
        raise Refused(422, "malformed", detail=name)
    return min(int(text), most)


def _check_form(event: SentEvent) -> None:
    """Refuse what no client of the contract sends; the rest is answered per event."""
    named = is_id(event.id) and (event.after is None or is_id(event.after))
    short = len(event.entity_id) <= 64 and len(event.type) <= 32 and len(event.touches) <= MAX_EVENTS
    if not named or not short or not wire.is_in_calendar(event.occurred_at):
        raise Refused(422, "malformed", detail="events")
    if not 0 <= event.base_version <= _MAX_VERSION:
        raise Refused(422, "malformed", detail="base_version")


ROUTES = (
    Route("/v1/sync/changes", changes),
    Route("/v1/sync/digest", digest),
    Route("/v1/sync/digest/{entity}/{slice}", digest_slice),
    Route("/v1/sync/rows", rows, methods=["POST"]),
    Route("/v1/sync/events", events, methods=["POST"]),
)
