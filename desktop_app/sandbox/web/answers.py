"""JSON answers, problem details (RFC 9457), and the fresh nonce that each answer carries."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.uploads import CHECKSUM_MISMATCH

NONCE_HEADER = "DPoP-Nonce"
_PROBLEM = "application/problem+json"
_OAUTH_ERRORS = frozenset({"use_dpop_nonce", "invalid_dpop_proof", "unsupported_grant_type"})


class _Json(JSONResponse):
    """JSON without white space, as the library writes it, in a tenth of the time."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - JSON
        """Return the bytes of ``content``."""
        return msgspec.json.encode(content)


def service_of(request: Request) -> Service:
    """Return the service behind a request."""
    service: Service = request.app.state.service
    return service


def answer(request: Request, document: dict[str, Any], status: int = HTTPStatus.OK) -> Response:
    """Return a JSON answer with a fresh nonce; nothing of it may be cached."""
    return _Json(document, status, headers=_headers(request))


def empty(request: Request) -> Response:
    """Return 204 with a fresh nonce."""
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=_headers(request))


def bare(request: Request, status: int, headers: dict[str, str], content: bytes = b"") -> Response:
    """Return an answer that is told by its headers, or whose content is no JSON."""
    return Response(content or None, status, headers={**_headers(request), **headers})


def oauth_problem(request: Request, refused: Refused) -> Response:
    """Return a refusal as the token endpoint words it (RFC 6749, 5.2)."""
    error = refused.code if refused.code in _OAUTH_ERRORS else "invalid_grant"
    return JSONResponse(
        {"error": error, "code": refused.code}, HTTPStatus.BAD_REQUEST, headers=_headers(request)
    )


def problem(request: Request, refused: Refused, more_headers: Mapping[str, str] | None = None) -> Response:
    """Return a refusal as problem details."""
    headers = {**_headers(request), **(more_headers or {})}
    if refused.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = f'DPoP error="{refused.code}", algs="ES256"'
    if refused.status == HTTPStatus.TOO_MANY_REQUESTS:
        headers["Retry-After"] = "900"
    if refused.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        headers["Connection"] = "close"  # nobody reads the rest
    body = {
        "type": "about:blank",
        "title": _title(refused.status),
        "status": refused.status,
        "code": refused.code,
        **refused.data,
    }
    return JSONResponse(body, refused.status, headers=headers, media_type=_PROBLEM)


async def on_refused(request: Request, error: Exception) -> Response:
    """Turn a refusal raised anywhere into problem details."""
    return problem(request, error if isinstance(error, Refused) else Refused(500, "defect"))


async def on_missing(request: Request, _error: Exception) -> Response:
    """Answer for a path that the contract does not know."""
    return problem(request, Refused(404, "not_found"))


async def on_other_method(request: Request, _error: Exception) -> Response:
    """Answer for a method that a path does not have, and name those it has (RFC 9110, 15.5.6)."""
    routes = (route for route in request.app.routes if isinstance(route, Route))
    fitting = (route for route in routes if route.matches(request.scope)[0] is not Match.NONE)
    allowed = sorted({method for route in fitting for method in route.methods or ()})
    return problem(request, Refused(405, "method_not_allowed"), {"Allow": ", ".join(allowed)})


async def on_unkeepable(request: Request, _error: Exception) -> Response:
    """Answer for what no database can keep: a NUL in a name, a number beyond all."""
    return problem(request, Refused(422, "malformed"))


async def on_defect(request: Request, _error: Exception) -> Response:
    """Answer for a defect of ours; the server that runs us logs it, the caller learns nothing of it."""
    return problem(request, Refused(500, "defect"))


def _title(status: int) -> str:
    return "Checksum Mismatch" if status == CHECKSUM_MISMATCH else HTTPStatus(status).phrase


def _headers(request: Request) -> dict[str, str]:
    return {NONCE_HEADER: service_of(request).nonces.issue(), "Cache-Control": "no-store"}
