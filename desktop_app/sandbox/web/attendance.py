"""Terminals: journal rows, checkpoints, where the server stands, whom to greet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.sandbox.auth.caller import Credentials, Workstation
from desktop_app.sandbox.journal_rows import SentRow
from desktop_app.sandbox.refusal import not_found
from desktop_app.sandbox.roster import roster
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.terminals import head_of
from desktop_app.sandbox.web.answers import answer, service_of
from desktop_app.sandbox.web.bodies import MAX_ROWS as MAX_BODY
from desktop_app.sandbox.web.bodies import credentials, read_json
from desktop_app.sandbox.wipes import pending

MAX_ROWS = 200


@dataclass(frozen=True, slots=True)
class RowsRequest:
    """The body of ``POST /v1/terminals/{terminal_id}/events``."""

    epoch: int
    events: Annotated[list[SentRow], msgspec.Meta(max_length=MAX_ROWS)]


@dataclass(frozen=True, slots=True)
class CheckpointRequest:
    """The body of ``POST /v1/terminals/{terminal_id}/checkpoints``."""

    checkpoint: str


async def rows(request: Request) -> Response:
    """``POST /v1/terminals/{terminal_id}/events``."""
    service, shown, terminal_id = asked_for(request)
    sent = await read_json(request, RowsRequest, MAX_BODY)

    def receive() -> dict[str, Any]:
        workstation = own_terminal(service, shown, terminal_id)
        return service.terminals.receive(workstation, sent.epoch, sent.events)

    return answer(request, await run_in_threadpool(receive))


async def checkpoints(request: Request) -> Response:
    """``POST /v1/terminals/{terminal_id}/checkpoints``."""
    service, shown, terminal_id = asked_for(request)
    sent = await read_json(request, CheckpointRequest)

    def take() -> dict[str, Any]:
        workstation = own_terminal(service, shown, terminal_id)
        return {"countersigned": service.checkpoints.take(workstation, sent.checkpoint)}

    return answer(request, await run_in_threadpool(take))


async def head(request: Request) -> Response:
    """``GET /v1/terminals/{terminal_id}``."""
    service, shown, terminal_id = asked_for(request)

    def read() -> dict[str, Any]:
        workstation = own_terminal(service, shown, terminal_id)
        with service.engine.connect() as connection:
            order = pending(connection, workstation.id)
            told = head_of(connection, workstation.terminal_id).told()
            return told if order is None else {**told, "wipe_order": order}

    return answer(request, await run_in_threadpool(read))


async def persons(request: Request) -> Response:
    """``GET /v1/terminals/{terminal_id}/roster``."""
    service, shown, terminal_id = asked_for(request)

    def read() -> dict[str, Any]:
        own = own_terminal(service, shown, terminal_id)
        with service.engine.connect() as connection:
            return roster(connection, own.terminal_id, service.revocations.newest(), service.now())

    return answer(request, await run_in_threadpool(read))


def asked_for(request: Request) -> tuple[Service, Credentials, str]:
    """Return what a request to a terminal's resource shows."""
    return service_of(request), credentials(request), request.path_params["terminal_id"]


def own_terminal(service: Service, shown: Credentials, terminal_id: str) -> Workstation:
    """Return the caller; another's terminal is as unknown as none."""
    workstation = service.callers.workstation(shown)
    if workstation.terminal_id != terminal_id:
        raise not_found()
    return workstation


ROUTES = (
    Route("/v1/terminals/{terminal_id}", head),
    Route("/v1/terminals/{terminal_id}/events", rows, methods=["POST"]),
    Route("/v1/terminals/{terminal_id}/checkpoints", checkpoints, methods=["POST"]),
    Route("/v1/terminals/{terminal_id}/roster", persons),
)
