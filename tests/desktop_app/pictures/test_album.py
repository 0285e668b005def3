"""Files sorted: photos with their public copies, before and after, documents apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop_app.domain.attachments import Moment
from desktop_app.domain.report import Answer, Outcome, Report
from desktop_app.domain.workflow import State
from desktop_app.pictures.album import Album, Standing, album_of
from desktop_app.triage.report_files import ReportFile

NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
REPORT = Report("r", "PA-1", 3, State.IN_PROGRESS, "Rác", "Rác", NOON, distributed_at=NOON)


def file(name: str, hours: int, kind: str = "image/jpeg", redacts: str | None = None) -> ReportFile:
    at = NOON + timedelta(hours=hours)
    return ReportFile(name, name, name, kind, 9, "An", at, has_thumbnail=True, redacts=redacts)


FILES = [
    file("before", -1),
    file("minutes", 1, "application/pdf"),
    file("after", 2),
    file("copy-1", 3, redacts="before"),
    file("copy-2", 4, redacts="before"),
]


def test_photos_documents_and_copies_are_told_apart() -> None:
    album = album_of(REPORT, FILES)
    assert [photo.file.id for photo in album.photos] == ["before", "after"]
    assert [photo.moment for photo in album.photos] == [Moment.BEFORE, Moment.AFTER]
    assert [one.id for one in album.documents] == ["minutes"]
    assert album.pair() == (0, 1)


def test_the_newest_copy_counts_and_a_photo_without_one_is_undecided() -> None:
    album = album_of(REPORT, FILES)
    assert [photo.standing for photo in album.photos] == [Standing.READY, Standing.UNDECIDED]
    assert [(one.id, moment) for one, moment in album.public_copies] == [("copy-2", Moment.BEFORE)]
    assert album.undecided == 1


def test_only_what_a_published_answer_shows_is_public() -> None:
    answer = Answer("Xong", "a", Outcome.FIXED, "u", "p", NOON, attachments=("copy-2",))
    waiting = album_of(replace(REPORT, answer=answer), FILES)
    assert waiting.photos[0].standing is Standing.CHOSEN
    out = album_of(replace(REPORT, answer=replace(answer, published_at=NOON)), FILES)
    assert out.photos[0].standing is Standing.PUBLIC


def test_the_public_sees_the_answers_pictures_in_its_order_and_never_an_undecided_one() -> None:
    album = album_of(REPORT, [*FILES, file("copy-3", 5, redacts="after")])
    shown = album.in_answer(["copy-3", "after", "copy-2", "minutes"])
    assert [(one.id, moment) for one, moment in shown] == [
        ("copy-3", Moment.AFTER),
        ("copy-2", Moment.BEFORE),
    ]


def test_before_work_began_nothing_shows_it() -> None:
    album = album_of(replace(REPORT, distributed_at=None), FILES)
    assert {photo.moment for photo in album.photos} == {Moment.BEFORE}
    assert album.pair() is None
    assert Album().pair() is None
