"""Files: each rule broken alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.sandbox.tables import blob, upload
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import (
    Asked,
    Carry,
    Document,
    Fault,
    Told,
    altered,
    refusal_altered,
    result_altered,
)

CHANGES, EVENTS = "/v1/sync/changes", "/v1/sync/events"
ANNOUNCE, UPLOAD, FILE = r"/v1/reports/[^/]+/uploads", r"/v1/uploads/[^/]+", r"/v1/attachments/[^/]+/"


def accepted(method: str, path: str, status: int, code: str) -> Fault:
    """Take back one refusal: as if the piece or the announcement had been taken."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        here = asked.method == method and re.fullmatch(path, asked.path)
        if here and told.status == status and told.document.get("code") == code:
            headers = {k: v for k, v in told.headers.items() if k != "content-type"}
            return Told(204 if method == "PATCH" else 201, {**headers, "location": "/v1/uploads/u"})
        return told

    return fault


def header(method: str, path: str, **changes: str | None) -> Fault:
    """Change headers of good answers; None leaves one out, underscores become hyphens."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.method != method or not re.fullmatch(path, asked.path) or told.status >= 300:
            return told
        named = {name.replace("_", "-"): value for name, value in changes.items()}
        kept = {**told.headers, **{name: value for name, value in named.items() if value is not None}}
        return replace(told, headers={k: v for k, v in kept.items() if named.get(k, "") is not None})

    return fault


def hinting(path: str, exists: Callable[[SmallCity, str], bool]) -> Fault:
    """Word the refusal otherwise for what exists."""

    def change(document: Document, asked: Asked) -> None:
        if document["code"] == "not_found" and exists(asked.city, asked.path.split("/")[3]):
            document["detail"] = "forbidden"

    return refusal_altered(path, change)


def upload_exists(city: SmallCity, upload_id: str) -> bool:
    with city.service.engine.connect() as connection:
        return connection.execute(sa.select(upload.c.id).where(upload.c.id == upload_id)).first() is not None


def report_exists(city: SmallCity, report_id: str) -> bool:
    with city.service.engine.connect() as connection:
        return city.service.entities.report(connection, report_id) is not None


def attachment_exists(city: SmallCity, attachment: str) -> bool:
    with city.service.engine.connect() as connection:
        return city.service.entities.data(connection, "attachment", attachment) is not None


def by_hash_alone(document: Document, asked: Asked) -> None:
    for event, result in zip(asked.events, document["results"], strict=True):
        if result.get("rule") != "attachment_missing":
            continue
        with asked.city.service.engine.connect() as connection:
            known = sa.select(blob.c.sha256).where(blob.c.sha256 == event["payload"]["sha256"][0])
            if connection.execute(known).first() is not None:
                result.update({"status": "applied", "version": 9, "seq": 9})


def first_only(document: Document, _asked: Asked) -> None:
    """Tell the first file of each event alone by its hash."""
    for change in document["changes"]:
        if change["entity"] == "attachment" and change["data"] and change["data"]["number"] > 0:
            change["data"]["sha256"] = "0" * 64


async def camera_and_all(asked: Asked, carry: Carry) -> Told:
    told = await carry(asked)
    if not asked.path.endswith("/copy") or told.status != 200:
        return told
    with asked.city.service.engine.connect() as connection:
        row = asked.city.service.entities.data(connection, "attachment", asked.path.split("/")[3])
        assert row is not None
        content = connection.execute(sa.select(blob.c.content).where(blob.c.sha256 == row["sha256"])).scalar()
    return replace(told, body=bytes(content or b""))


async def longer_original(asked: Asked, carry: Carry) -> Told:
    told = await carry(asked)
    changed = asked.path.endswith("/original") and told.status == 200
    return replace(told, body=told.body + b"x") if changed else told


async def public_at_once(asked: Asked, carry: Carry) -> Told:
    if re.fullmatch(r"/p/[^/]+/files/.+", asked.path):
        return Told(200, {"content-type": "text/html"}, b"x")
    return await carry(asked)


FAULTS: dict[str, Callable[[], Fault]] = {
    "file.tus": lambda: header("OPTIONS", ANNOUNCE, tus_extension="creation"),
    "file.expiring": lambda: header("POST", ANNOUNCE, upload_expires=None),
    "file.resumed": lambda: header("HEAD", UPLOAD, upload_offset="0"),
    "file.in_place": lambda: accepted("PATCH", UPLOAD, 409, "offset_mismatch"),
    "file.checksum": lambda: accepted("PATCH", UPLOAD, 460, "checksum_mismatch"),
    "file.bounded": lambda: accepted("POST", ANNOUNCE, 413, "too_large"),
    "file.sniffed": lambda: accepted("PATCH", UPLOAD, 415, "media_type_refused"),
    "file.hashed": lambda: accepted("PATCH", UPLOAD, 422, "content_other"),
    "file.own": lambda: hinting(UPLOAD, upload_exists),
    "file.forbidden": lambda: hinting(ANNOUNCE, report_exists),
    "file.waits": lambda: result_altered(
        lambda _, result: result.get("rule") == "attachment_missing", status="rejected"
    ),
    "file.per_report": lambda: altered(EVENTS, by_hash_alone),
    "file.told": lambda: altered(CHANGES, first_only),
    "file.copy": lambda: camera_and_all,
    "file.original": lambda: hinting(FILE + "original", attachment_exists),
    "file.whole": lambda: longer_original,
    "file.clean": lambda: result_altered(
        lambda _, result: result.get("rule") == "attachment_unclean", status="applied", version=9, seq=9
    ),
    "file.unpublished": lambda: public_at_once,
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]
