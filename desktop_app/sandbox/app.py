"""The ASGI application: the routes of the contract around one service."""

from __future__ import annotations

import sqlalchemy as sa
from starlette.applications import Starlette

from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web import (
    answers,
    attendance,
    callers,
    completeness,
    files,
    fleet,
    identity,
    presence,
    public,
    sync,
)


def create_app(service: Service) -> Starlette:
    """Return the application that serves ``service``."""
    app = Starlette(
        routes=[
            *identity.ROUTES,
            *sync.ROUTES,
            *files.ROUTES,
            *presence.ROUTES,
            *callers.ROUTES,
            *attendance.ROUTES,
            *completeness.ROUTES,
            *fleet.ROUTES,
            *public.ROUTES,
        ],
        exception_handlers={
            Refused: answers.on_refused,
            sa.exc.DataError: answers.on_unkeepable,
            404: answers.on_missing,
            405: answers.on_other_method,
            500: answers.on_defect,
        },
    )
    app.router.redirect_slashes = False  # a redirect would name the host that the request names
    app.state.service = service
    return app
