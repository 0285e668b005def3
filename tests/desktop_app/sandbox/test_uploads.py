"""Files on their way: piece by piece, whole or not at all, and only for who may see the report."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop_app.domain.attachments import MAX_BYTES
from desktop_app.domain.report import Assignment
from desktop_app.domain.roles import Actor
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import blob, upload, upload_piece
from desktop_app.sandbox.uploads import KEPT, Piece, sweep
from tests.support.files import sha256_of
from tests.support.pictures import JPEG, SECRET, photo
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import LEAD, OTHER, SmallCity

pytestmark = ON_BOTH


def actor(city: SmallCity, officer: str = "o-handler") -> Actor:
    with city.service.engine.connect() as connection:
        found = city.service.people.actor(connection, officer, city.service.now())
    assert found is not None
    return found


def count(city: SmallCity, table: sa.Table) -> int:
    with city.service.engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def refusal(city: SmallCity, upload_id: str, piece: Piece, officer: str = "o-handler") -> tuple[int, str]:
    with pytest.raises(Refused) as caught:
        city.service.uploads.append(actor(city, officer), upload_id, piece)
    return caught.value.status, caught.value.code


def test_a_file_comes_in_pieces_and_is_kept_with_its_copy(city: SmallCity) -> None:
    report, content, uploads = city.put(), photo(), city.service.uploads
    made = uploads.create(actor(city), report.id, len(content), sha256_of(content))
    half = len(content) // 2
    assert uploads.append(actor(city), made.id, Piece(0, content[:half], None)).offset == half
    assert uploads.find(actor(city), made.id).offset == half
    checksum = hashlib.sha256(content[half:]).digest()
    assert uploads.append(actor(city), made.id, Piece(half, content[half:], checksum)).offset == len(content)
    with city.service.engine.connect() as connection:
        row = connection.execute(sa.select(blob)).one()
    assert (bytes(row.content), bytes(row.copy), row.media_type) == (content, JPEG, "image/jpeg")
    assert SECRET not in bytes(row.copy)
    assert (count(city, upload), count(city, upload_piece)) == (0, 0)


def test_a_piece_that_does_not_fit_changes_nothing(city: SmallCity) -> None:
    report, content, uploads = city.put(), photo(), city.service.uploads
    made = uploads.create(actor(city), report.id, len(content), sha256_of(content))
    uploads.append(actor(city), made.id, Piece(0, content[:10], None))
    assert refusal(city, made.id, Piece(0, content[:10], None)) == (409, "offset_mismatch")
    assert refusal(city, made.id, Piece(11, content[11:], None)) == (409, "offset_mismatch")
    assert refusal(city, made.id, Piece(10, content, None)) == (413, "too_large")
    wrong = hashlib.sha256(b"another").digest()
    assert refusal(city, made.id, Piece(10, content[10:], wrong)) == (460, "checksum_mismatch")
    assert uploads.find(actor(city), made.id).offset == 10


@pytest.mark.parametrize(
    ("content", "announced", "code"),
    [
        (b"<html>", None, "media_type_refused"),
        (JPEG[:30], None, "media_type_refused"),
        (JPEG, "f" * 64, "content_other"),
    ],
)
def test_a_whole_file_that_is_not_what_it_should_be_is_gone(
    city: SmallCity, content: bytes, announced: str | None, code: str
) -> None:
    report, uploads = city.put(), city.service.uploads
    made = uploads.create(actor(city), report.id, len(content), announced or sha256_of(content))
    assert refusal(city, made.id, Piece(0, content, None))[1] == code
    assert (count(city, upload), count(city, upload_piece), count(city, blob)) == (0, 0, 0)
    assert refusal(city, made.id, Piece(0, content, None)) == (404, "not_found")


def test_it_is_nobody_elses_and_ends_with_the_sight_of_the_report(city: SmallCity) -> None:
    job = Assignment(LEAD, LEAD, "Thông cống", city.service.now() + timedelta(days=9))
    report, uploads = city.put(assignment=job), city.service.uploads
    made = uploads.create(actor(city), report.id, len(JPEG), sha256_of(JPEG))
    assert refusal(city, made.id, Piece(0, JPEG, None), "o-colleague") == (404, "not_found")
    with pytest.raises(Refused, match="not_found"):
        uploads.create(actor(city, "o-other"), report.id, 1, "a" * 64)
    moved = replace(report, assignment=replace(job, lead_unit=OTHER, owner=OTHER), version=9)
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(connection, moved)
    with pytest.raises(Refused, match="not_found"):
        uploads.find(actor(city), made.id)


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(city: SmallCity) -> None:
    with pytest.raises(Refused, match="too_large"):
        city.service.uploads.create(actor(city), city.put().id, MAX_BYTES + 1, "a" * 64)


def test_what_nobody_goes_on_with_ends_and_orphans_are_swept(city: SmallCity) -> None:
    report, uploads, now = city.put(), city.service.uploads, city.service.now()
    made = uploads.create(actor(city), report.id, len(JPEG), sha256_of(JPEG))
    uploads.append(actor(city), made.id, Piece(0, JPEG[:9], None))
    whole = uploads.create(actor(city), report.id, len(JPEG), sha256_of(JPEG))
    uploads.append(actor(city), whole.id, Piece(0, JPEG, None))
    with city.service.writer.transaction() as connection:
        connection.execute(sa.update(upload).values(expires_at=now - timedelta(seconds=1)))
    with pytest.raises(Refused, match="upload_expired"):
        uploads.find(actor(city), made.id)
    with city.service.writer.transaction() as connection:
        sweep(connection, now)
    assert (count(city, upload), count(city, blob)) == (1, 1)
    with city.service.writer.transaction() as connection:
        sweep(connection, now + KEPT + timedelta(minutes=1))
    assert (count(city, upload), count(city, upload_piece), count(city, blob)) == (0, 0, 0)
