"""Which report of the demo city has which photos; their files and rows as if they had been brought and told.

A citizen's photo comes with the report, one of the finished work with the answer, which names the public
copies of both; on what is still worked on nobody has decided yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from desktop_app.domain.attachments import Attachment, attachment_id, sha256_of
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Report
from desktop_app.domain.roles import CITIZEN
from desktop_app.domain.workflow import Command
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.commands import CITIZEN_AUTHOR
from desktop_app.sandbox.entities import Entities, Row
from desktop_app.sandbox.picture_copies import without_camera_data
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.photos.camera import taken
from desktop_app.sandbox.seed.photos.letters import letter
from desktop_app.sandbox.seed.photos.prints import Print, kind_of, print_of
from desktop_app.sandbox.tables import blob

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_WITH_PHOTOS: Final = 0.6
_WITH_LETTER: Final = 0.15
_JPEG, _PDF = "image/jpeg", "application/pdf"
_HUE: Final = (16.4637, 107.5909)
"""Where a phone is that knows no better: the middle of the city."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A file of a report, its bytes and its line of the feed; ``small`` belongs to it."""

    content: bytes
    small: bytes | None
    line: Attachment


def with_photos(case: Case) -> tuple[Case, list[Laid]]:
    """Return the case, its answer naming the public copies, and the files to lay beside it."""
    report = case.report
    rng = Random(report.id)  # noqa: S311 - a drawing, no secret
    if report.private or report.evidence or rng.random() > _WITH_PHOTOS:
        return case, []
    laid = list(_photos(report, rng, _name_of(case)))
    public = tuple(one.line.sha256 for one in laid if one.line.redacts)
    if report.answer is not None and public:
        answer = report.answer
        bound = content_sha256(answer.text, answer.outcome, answer.publisher_unit, public)
        case.report = replace(report, answer=replace(answer, attachments=public, content_sha256=bound))
    return case, laid


def _name_of(case: Case) -> str:
    """The name of who wrote the answer, as the timeline has it."""
    return next((each.by_name for each in case.entries if each.kind == Command.SUBMIT), "")


def _photos(report: Report, rng: Random, author: str) -> Iterator[Laid]:
    kind, variant, answer = report.category or "", rng.randrange(99), report.answer
    before = print_of(kind, variant, after=False)
    first = _laid(report, _shot(report, before, report.received_at), before.small, report.received_at, 0)
    yield first
    if rng.random() < _WITH_LETTER:
        yield _scanned(report, letter(kind_of(kind)))
    if answer is None:
        return
    by = (answer.submitted_by, author)
    done = answer.submitted_at - timedelta(minutes=30)
    after = print_of(kind, variant, after=True)
    second = _laid(report, _shot(report, after, done), after.small, done, 1, by)
    yield second
    for number, (shot, of) in enumerate(((before, first), (after, second)), start=2):
        yield _laid(report, shot.public, shot.public_small, done, number, by, of.line.sha256)


def _shot(report: Report, shown: Print, at: datetime) -> bytes:
    """The drawing as taken at the report's own place and time: another file on every report."""
    latitude, longitude = report.place.latitude or _HUE[0], report.place.longitude or _HUE[1]
    return taken(shown.picture, latitude, longitude, at)


def _laid(
    report: Report,
    content: bytes,
    small: bytes,
    at: datetime,
    number: int,
    by: tuple[str, str] = (CITIZEN.person_id, CITIZEN_AUTHOR.name),
    redacts: str | None = None,
) -> Laid:
    sha256 = sha256_of(content)
    line = Attachment(
        id=attachment_id(report.id, sha256), report_id=report.id, sha256=sha256,
        copy_sha256=sha256_of(without_camera_data(content, _JPEG)), size=len(content), media_type=_JPEG,
        name="ban-cong-khai.jpg" if redacts else f"anh-{number + 1}.jpg", by=by[0], by_name=by[1], at=at,
        version=report.version, number=number, thumbnail=sha256_of(small), redacts=redacts,
    )  # fmt: skip
    return Laid(content, small, line)


def _scanned(report: Report, content: bytes) -> Laid:
    """A document that came with the report."""
    sha256 = sha256_of(content)
    line = Attachment(
        id=attachment_id(report.id, sha256), report_id=report.id, sha256=sha256, copy_sha256=sha256,
        size=len(content), media_type=_PDF, name="don-phan-anh.pdf", by=CITIZEN.person_id,
        by_name=CITIZEN_AUTHOR.name, at=report.received_at, version=report.version, number=9,
    )  # fmt: skip
    return Laid(content, None, line)


def citizens_photo(report: Report, category: str) -> Laid:
    """Return what a citizen photographed who reports ``report``, a matter of ``category``, just now."""
    variant = Random(report.id).randrange(99)  # noqa: S311 - a drawing, no secret
    shown = print_of(category, variant, after=False)
    return _laid(report, _shot(report, shown, report.received_at), shown.small, report.received_at, 0)


def put_photos(connection: Connection, entities: Entities, photos: list[tuple[Report, Laid]]) -> int:
    """Write the files of reports that are written already; return how many."""
    rows = [
        Row("attachment", one.line.id, wire.encode(one.line), audience.of_report(report))
        for report, one in photos
    ]
    entities.put_many(connection, rows)
    files = {(each["report_id"], each["sha256"]): each for pair in photos for each in _blobs(pair[1])}
    if files:
        connection.execute(sa.insert(blob), list(files.values()))
    return len(rows)


def _blobs(one: Laid) -> Iterator[dict[str, Any]]:
    kept = [(one.content, one.line.media_type)] + ([(one.small, _JPEG)] if one.small is not None else [])
    for content, media_type in kept:
        yield {
            "report_id": one.line.report_id, "sha256": sha256_of(content), "media_type": media_type,
            "content": content, "copy": without_camera_data(content, media_type), "person_id": one.line.by,
            "attached": True, "arrived_at": one.line.at,
        }  # fmt: skip
