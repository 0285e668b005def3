"""Bodies from outside: bounded while they are read, then decoded into the shape that is wanted."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import ClientDisconnect, Request

from desktop_app.sandbox.auth.caller import Credentials
from desktop_app.sandbox.refusal import Refused

Shape = TypeVar("Shape")
MAX_SMALL, MAX_EVENTS, MAX_ROWS = 64 * 1024, 4 * 1024 * 1024, 4 * 1024 * 1024
MAX_FIELDS = 16


async def read_json(request: Request, shape: type[Shape], limit: int = MAX_SMALL) -> Shape:
    """Return the body as ``shape``; raise ``Refused`` (413 ``too_large``, 422 ``malformed``)."""
    body = await _read(request, limit)
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(422, "malformed", detail=_place(error)) from None


async def read_form(request: Request) -> dict[str, str]:
    """Return a form-encoded body; raise ``Refused`` (413, 422)."""
    body = await _read(request, MAX_SMALL)
    try:
        return dict(parse_qsl(body.decode("ascii"), strict_parsing=True, max_num_fields=MAX_FIELDS))
    except ValueError:
        raise Refused(422, "malformed") from None


async def read_bytes(request: Request, limit: int) -> bytes:
    """Return the body as it is; raise ``Refused`` (413, 400)."""
    return await _read(request, limit)


def credentials(request: Request) -> Credentials:
    """Return what the request shows of who is asking."""
    return Credentials(
        authorization=request.headers.get("authorization"),
        proof=request.headers.get("dpop"),
        method=request.method,
        path=request.url.path,
    )


async def _read(request: Request, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    try:
        async for piece in request.stream():
            size += len(piece)
            if size > limit:
                raise Refused(413, "too_large", limit=limit)
            pieces.append(piece)
    except ClientDisconnect:
        raise Refused(400, "incomplete") from None
    return b"".join(pieces)


def _place(error: Exception) -> str:
    """Return where in the document the fault lies, never what stood there."""
    text = str(error)
    return text.rsplit("`", 2)[1] if text.endswith("`") and " - at `$" in text else "$"
