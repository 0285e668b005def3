"""Files up by tus 1.0 (core, creation, checksum, expiration), and down in the form that each may have."""

from __future__ import annotations

import binascii
from base64 import b64decode
from email.utils import format_datetime
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.attachments import MAX_BYTES, Variant, is_sha256
from desktop_app.sandbox import files
from desktop_app.sandbox.files import Content
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.uploads import Piece, Upload
from desktop_app.sandbox.web.answers import bare, service_of
from desktop_app.sandbox.web.bodies import credentials, read_bytes

TUS: Final = "1.0.0"
PIECE_TYPE: Final = "application/offset+octet-stream"
MAX_PIECE: Final = 4 * 1024 * 1024
_CAPABILITIES: Final = {
    "Tus-Version": TUS,
    "Tus-Extension": "creation,checksum,expiration",
    "Tus-Checksum-Algorithm": "sha256",
    "Tus-Max-Size": str(MAX_BYTES),
}


async def capabilities(request: Request) -> Response:
    """``OPTIONS /v1/reports/{report_id}/uploads``: what this server can do, the same for every report."""
    return bare(request, HTTPStatus.NO_CONTENT, {"Tus-Resumable": TUS, **_CAPABILITIES})


async def create(request: Request) -> Response:
    """``POST /v1/reports/{report_id}/uploads``."""
    service, shown = service_of(request), credentials(request)

    def begin() -> Upload:
        actor = service.callers.person(shown).actor
        _require_tus(request)
        length, sha256 = _count(request, "Upload-Length"), _announced(request)
        return service.uploads.create(actor, request.path_params["report_id"], length, sha256)

    made = await run_in_threadpool(begin)
    return bare(request, HTTPStatus.CREATED, {"Location": f"/v1/uploads/{made.id}", **_standing(made)})


async def standing(request: Request) -> Response:
    """``HEAD /v1/uploads/{upload_id}``."""
    service, shown = service_of(request), credentials(request)

    def find() -> Upload:
        actor = service.callers.person(shown).actor
        _require_tus(request)
        return service.uploads.find(actor, request.path_params["upload_id"])

    return bare(request, HTTPStatus.OK, _standing(await run_in_threadpool(find)))


async def append(request: Request) -> Response:
    """``PATCH /v1/uploads/{upload_id}``."""
    service, shown = service_of(request), credentials(request)
    content = await read_bytes(request, MAX_PIECE)

    def take() -> Upload:
        actor = service.callers.person(shown).actor
        _require_tus(request)
        if request.headers.get("content-type") != PIECE_TYPE:
            raise Refused(415, "media_type_refused")
        piece = Piece(_count(request, "Upload-Offset"), content, _checksum(request))
        return service.uploads.append(actor, request.path_params["upload_id"], piece)

    return bare(request, HTTPStatus.NO_CONTENT, _standing(await run_in_threadpool(take)))


async def download(request: Request) -> Response:
    """``GET /v1/attachments/{attachment_id}/{variant}``."""
    service, shown = service_of(request), credentials(request)
    try:
        variant = Variant(request.path_params["variant"])
    except ValueError:
        raise not_found() from None

    def read() -> Content:
        actor = service.callers.person(shown).actor
        with service.engine.connect() as connection:
            wanted = request.path_params["attachment_id"]
            return files.read(connection, service.entities, actor, wanted, variant)

    return _given(request, await run_in_threadpool(read))


async def published(request: Request) -> Response:
    """``GET /p/{code}/files/{sha256}``: a file of the published answer, without camera data."""
    code, sha256 = request.path_params["code"], request.path_params["sha256"]
    return _given(request, await run_in_threadpool(_published, service_of(request), code, sha256))


def _published(service: Service, code: str, sha256: str) -> Content:
    with service.engine.connect() as connection:
        report = service.entities.report_by_code(connection, code)
        if report is None:
            raise not_found()
        return files.public_copy(connection, service.entities, report, sha256)


def _given(request: Request, content: Content) -> Response:
    headers = {
        "Content-Type": content.media_type,
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return bare(request, HTTPStatus.OK, headers, content.data)


def _standing(known: Upload) -> dict[str, str]:
    return {
        "Tus-Resumable": TUS,
        "Upload-Offset": str(known.offset),
        "Upload-Length": str(known.length),
        "Upload-Expires": format_datetime(known.expires_at, usegmt=True),
    }


def _require_tus(request: Request) -> None:
    if request.headers.get("tus-resumable") != TUS:
        raise Refused(412, "tus_version")


def _count(request: Request, name: str) -> int:
    text = request.headers.get(name, "")
    if not text.isascii() or not text.isdecimal() or len(text) > 12:
        raise Refused(422, "malformed", detail=name)
    return int(text)


def _announced(request: Request) -> str:
    """The file's SHA-256 (hex) in ``Upload-Metadata``: key and base64 value, parted by commas."""
    pairs = (item.strip().partition(" ") for item in request.headers.get("upload-metadata", "").split(","))
    told = {key: value for key, _, value in pairs}
    sha256 = _base64(told.get("sha256", ""), "Upload-Metadata").decode("ascii", "replace")
    if not is_sha256(sha256):
        raise Refused(422, "malformed", detail="Upload-Metadata")
    return sha256


def _checksum(request: Request) -> bytes | None:
    told = request.headers.get("upload-checksum")
    if told is None:
        return None
    algorithm, _, value = told.partition(" ")
    if algorithm != "sha256":
        raise Refused(400, "checksum_algorithm")
    return _base64(value, "Upload-Checksum")


def _base64(text: str, name: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(422, "malformed", detail=name) from None


ROUTES = (
    Route("/v1/reports/{report_id}/uploads", capabilities, methods=["OPTIONS"]),
    Route("/v1/reports/{report_id}/uploads", create, methods=["POST"]),
    Route("/v1/uploads/{upload_id}", standing, methods=["HEAD"]),
    Route("/v1/uploads/{upload_id}", append, methods=["PATCH"]),
    Route("/v1/attachments/{attachment_id}/{variant}", download),
    Route("/p/{code}/files/{sha256}", published),
)
