"""The citizen's page of one report: plain HTML, no sign-in, never an identity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from desktop_app.sandbox import files
from desktop_app.sandbox.public_page import render_public_page
from desktop_app.sandbox.refusal import not_found
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web.answers import service_of

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
    "form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def report_page(request: Request) -> Response:
    """``GET /p/{code}`` in Vietnamese, ``?lang=en`` in English."""
    language = "en" if request.query_params.get("lang") == "en" else "vi"
    page = await run_in_threadpool(_page, service_of(request), request.path_params["code"], language)
    return HTMLResponse(page, headers=_HEADERS)


def _page(service: Service, code: str, language: str) -> str:
    """Return the page; a misconduct report is as unknown as none."""
    with service.engine.connect() as connection:
        report = service.entities.report_by_code(connection, code)
        if report is None or report.private:
            raise not_found()
        names = _names(service.entities.all(connection, "unit"), language)
        timeline = [entry for entry in service.entities.timeline(connection, report.id) if entry.public]
        original = service.entities.report(connection, report.duplicate_of) if report.duplicate_of else None
        if original is not None and original.private:
            original = None
        pictures = files.published_pictures(connection, service.entities, report)
    return render_public_page(report, names, language, timeline, original, pictures)


def _names(units: Iterable[dict[str, Any]], language: str) -> dict[str, str]:
    """Return the units' names by id and, where they have one, by official code."""
    names: dict[str, str] = {}
    for unit in units:
        name = (unit["name_en"] or unit["name"]) if language == "en" else unit["name"]
        names |= {key: name for key in (unit["id"], unit["code"]) if key}
    return names


ROUTES = (Route("/p/{code}", report_page),)
