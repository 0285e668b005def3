"""What is done to a workstation: a new epoch of its terminal, its wipe, and the work it left sealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.sandbox.web.answers import answer, empty
from desktop_app.sandbox.web.attendance import asked_for, own_terminal
from desktop_app.sandbox.web.bodies import read_json

MAX_SEALED = 4 * 1024 * 1024
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class EpochRequest:
    """The body of ``POST /v1/terminals/{terminal_id}/epochs``."""

    order: str


@dataclass(frozen=True, slots=True)
class WipedRequest:
    """The body of ``POST /v1/terminals/{terminal_id}/wiped``."""

    order_id: Annotated[str, msgspec.Meta(max_length=64)]
    accounts: Count
    sealed: Count


@dataclass(frozen=True, slots=True)
class RecoveryRequest:
    """The body of ``POST /v1/terminals/{terminal_id}/recoveries``."""

    sealed: str
    orders: Annotated[list[str], msgspec.Meta(min_length=2, max_length=2)]


async def epochs(request: Request) -> Response:
    """``POST /v1/terminals/{terminal_id}/epochs``."""
    service, shown, terminal_id = asked_for(request)
    sent = await read_json(request, EpochRequest)

    def begin() -> dict[str, Any]:
        return service.epochs.begin(own_terminal(service, shown, terminal_id), sent.order)

    return answer(request, await run_in_threadpool(begin), 201)


async def wiped(request: Request) -> Response:
    """``POST /v1/terminals/{terminal_id}/wiped``."""
    service, shown, terminal_id = asked_for(request)
    sent = await read_json(request, WipedRequest)

    def confirm() -> None:
        workstation = own_terminal(service, shown, terminal_id)
        service.wipes.confirm(workstation.id, sent.order_id, sent.accounts, sent.sealed)

    await run_in_threadpool(confirm)
    return empty(request)


async def recoveries(request: Request) -> Response:
    """``POST /v1/terminals/{terminal_id}/recoveries``."""
    service, shown, terminal_id = asked_for(request)
    sent = await read_json(request, RecoveryRequest, MAX_SEALED)

    def recover() -> dict[str, Any]:
        own_terminal(service, shown, terminal_id)
        return service.recoveries.open(sent.sealed, sent.orders)

    return answer(request, await run_in_threadpool(recover))


ROUTES = (
    Route("/v1/terminals/{terminal_id}/epochs", epochs, methods=["POST"]),
    Route("/v1/terminals/{terminal_id}/wiped", wiped, methods=["POST"]),
    Route("/v1/terminals/{terminal_id}/recoveries", recoveries, methods=["POST"]),
)
