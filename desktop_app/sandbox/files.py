"""Files that are whole: attached to a report by an event, and given out in the form each may have.

The copy and the small picture go to whoever may see the report; the original, camera data and all, to
whoever brought it, the dispatcher and the recipient of misconduct reports, never to an agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from desktop_app.domain import payloads as p
from desktop_app.domain.attachments import (
    MAX_THUMBNAIL_BYTES,
    Attachment,
    EvidenceFault,
    Moment,
    Variant,
    attachment_id,
    evidence_fault,
    is_picture,
    moment_of,
    plain_name,
)
from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor, Role
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.refusal import not_found
from desktop_app.sandbox.tables import blob
from desktop_app.sandbox.wire import sha256_hex

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

MISSING: Final = "attachment_missing"
REDACTED: Final = "attachment_redacted"
UNDECIDED: Final = "attachment_undecided"
UNCLEAN: Final = "attachment_unclean"
_SEES_ORIGINALS: Final = frozenset({Role.DISPATCHER, Role.MISCONDUCT_RECIPIENT})


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes to give out, and what they are."""

    data: bytes
    media_type: str


def missing_of(connection: Connection, report_id: str, payload: p.Attach) -> str | None:
    """Return the payload's field that names a file which is not whole here, or no fit small picture."""
    if any(_row(connection, report_id, sha256) is None for sha256 in payload.sha256):
        return "sha256"
    for sha256 in filter(None, payload.thumbnails):
        row = _row(connection, report_id, sha256)
        if row is None or not is_picture(row.media_type) or len(row.copy) > MAX_THUMBNAIL_BYTES:
            return "thumbnails"
    if payload.redacts is not None and _row(connection, report_id, payload.redacts) is None:
        return "redacts"
    return None


def attach(
    connection: Connection,
    entities: Entities,
    report: Report,
    payload: p.Attach,
    by: tuple[Actor, str],
    at: datetime,
) -> None:
    """Make the files of ``payload`` (none is missing) attachments of ``report`` as it stands now."""
    actor, name = by
    names = payload.names or ("",) * len(payload.sha256)
    small = payload.thumbnails or ("",) * len(payload.sha256)
    for number, (sha256, called, thumbnail) in enumerate(zip(payload.sha256, names, small, strict=True)):
        row = _row(connection, report.id, sha256)
        assert row is not None  # noqa: S101 - ``missing_of`` was asked in this transaction
        made = Attachment(
            id=attachment_id(report.id, sha256), report_id=report.id, sha256=sha256,
            copy_sha256=sha256_hex(row.copy), size=len(row.content), media_type=row.media_type,
            name=plain_name(called), by=actor.person_id, by_name=name, at=at, version=report.version,
            number=number,
            thumbnail=thumbnail or None, redacts=payload.redacts,
        )  # fmt: skip
        _mark(connection, report.id, {sha256, thumbnail})
        known = entities.data(connection, "attachment", made.id)
        if known is not None:  # the same file once more: it stays whose it was
            made = replace(made, by=known["by"], by_name=known["by_name"], name=known["name"])
        entities.put_attachment(connection, made, report)


def fault_of_answer(
    connection: Connection, entities: Entities, report: Report, payload: p.Submit
) -> str | None:
    """Return the rule that an answer's files break.

    One is not here, a public copy replaces it, or it is a picture nobody has made a public copy of.
    """
    known = {one.sha256: one for one in entities.attachments(connection, report.id)}
    named = set(payload.attachments)
    if not named <= set(known):
        return MISSING
    if named & {one.redacts for one in known.values()}:
        return REDACTED
    undecided = (is_picture(known[one].media_type) and not known[one].redacts for one in named)
    return UNDECIDED if any(undecided) else None


def evidence_fault_of(
    connection: Connection, entities: Entities, report: Report, attachments: Sequence[str]
) -> EvidenceFault | None:
    """Return what an answer with these files lacks to show that something was fixed."""
    files = entities.attachments(connection, report.id)
    own = [one for one in files if one.redacts is None and is_picture(one.media_type)]
    moments = {one.sha256: moment_of(one.at, report.distributed_at) for one in own}
    originals = {one.sha256: one.redacts for one in files if one.redacts is not None}
    shown = [moments[original] for one in attachments if (original := originals.get(one)) in moments]
    return evidence_fault(shown, list(moments.values()))


def unclean_of(connection: Connection, report_id: str, payload: p.Attach) -> bool:
    """Tell whether one of the public copies (none is missing) says more than its pixels do."""
    if payload.redacts is None:
        return False
    rows = (_row(connection, report_id, sha256) for sha256 in payload.sha256)
    return any(row is None or not is_picture(row.media_type) or row.copy != row.content for row in rows)


def read(
    connection: Connection, entities: Entities, actor: Actor, attachment: str, variant: Variant
) -> Content:
    """Return a file in the form asked for; raise ``Refused`` (404) for all that the caller may not have."""
    data = entities.data(connection, "attachment", attachment)
    if data is None:
        raise not_found()
    report = entities.report(connection, data["report_id"])
    if report is None or not may_see(actor, report):
        raise not_found()
    sha256 = data["thumbnail"] if variant is Variant.THUMBNAIL else data["sha256"]
    row = _row(connection, report.id, sha256) if sha256 else None
    if row is None:
        raise not_found()
    if variant is not Variant.ORIGINAL:
        return Content(row.copy, row.media_type)
    if row.person_id != actor.person_id and not actor.roles & _SEES_ORIGINALS:
        raise not_found()
    return Content(row.content, row.media_type)


def published_pictures(
    connection: Connection, entities: Entities, report: Report
) -> list[tuple[str, Moment]]:
    """Return the hash of each picture of the answer, in its order, and what it shows.

    Public copies only, whatever an older answer names: what nobody decided about stays inside.
    """
    known = {one.sha256: one for one in entities.attachments(connection, report.id)}
    copies = [known[one] for one in (report.answer.attachments if report.answer else ()) if one in known]
    return [
        (one.sha256, moment_of(known[one.redacts].at, report.distributed_at))
        for one in copies
        if one.redacts in known and is_picture(one.media_type)
    ]


def public_copy(connection: Connection, entities: Entities, report: Report, sha256: str) -> Content:
    """Return the copy of a file of the published answer; raise ``Refused`` (404) for any other.

    A picture is given out only as a public copy that an official made, whatever an older answer names.
    """
    answer = report.answer
    published = answer is not None and answer.published_at is not None and not report.private
    if answer is None or not published or sha256 not in answer.attachments:
        raise not_found()  # before another question is asked: the way taken must not tell either
    row = _row(connection, report.id, sha256)
    data = entities.data(connection, "attachment", attachment_id(report.id, sha256))
    if row is None or data is None or (is_picture(row.media_type) and data["redacts"] is None):
        raise not_found()
    return Content(row.copy, row.media_type)


def _row(connection: Connection, report_id: str, sha256: str) -> sa.Row[tuple[object, ...]] | None:
    here = sa.and_(blob.c.report_id == report_id, blob.c.sha256 == sha256)
    return connection.execute(sa.select(blob).where(here)).first()


def _mark(connection: Connection, report_id: str, hashes: set[str]) -> None:
    here = sa.and_(blob.c.report_id == report_id, blob.c.sha256.in_(hashes - {""}))
    connection.execute(sa.update(blob).where(here).values(attached=True))
