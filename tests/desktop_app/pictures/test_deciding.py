"""Deciding makes a public copy that waits for the centre; the photo stays what it was."""

from __future__ import annotations

import pytest

from desktop_app.domain.attachments import sha256_of
from desktop_app.pictures.album import Standing, album_of
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.deciding import PUBLIC_NAME, decide
from desktop_app.pictures.errors import PictureCorrupt
from desktop_app.pictures.public_copy import public_copy
from desktop_app.triage.report_files import FileToAttach
from desktop_app.triage.triage import CommandRefused
from tests.support.photographs import PLATE, phone_photo
from tests.ui.seated import Workplace


def test_the_copy_replaces_the_photo_in_public(work: Workplace) -> None:
    report = work.first("in_progress")
    session = work.session
    session.triage.attach(report.id, FileToAttach("bien-so-75F1.jpg", phone_photo()))
    [photo] = session.files.of(report.id)
    pending = decide(session, report.id, photo, [Cover(*PLATE)])
    assert pending.event.payload["redacts"] == sha256_of(phone_photo())
    [shown] = album_of(report, session.files.of(report.id)).photos
    assert shown.standing is Standing.READY
    assert shown.public is not None
    assert shown.public.name == PUBLIC_NAME
    assert shown.public.has_thumbnail
    assert session.files.open(shown.public, report.id) == public_copy(phone_photo(), [Cover(*PLATE)])
    assert session.files.open(shown.file, report.id) == phone_photo()


def test_nothing_is_made_of_a_damaged_photo_or_on_a_closed_report(work: Workplace) -> None:
    report = work.first("in_progress")
    work.session.triage.attach(report.id, FileToAttach("a.jpg", phone_photo()[:400]))
    [photo] = work.session.files.of(report.id)
    with pytest.raises(PictureCorrupt):
        decide(work.session, report.id, photo, [])
    assert len(work.session.files.of(report.id)) == 1
    closed = work.first("published", mine=False)
    with pytest.raises(CommandRefused):
        work.session.triage.attach(closed.id, FileToAttach("a.jpg", phone_photo()))
