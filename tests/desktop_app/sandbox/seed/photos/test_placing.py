"""Photos of the demo city: on the right reports, decided about where an answer stands, served as told."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.report import Report
from desktop_app.pictures.public_copy import public_copy
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.files import published_pictures
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.generator import generate
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.sandbox.seed.photos.placing import Laid, put_photos, with_photos
from desktop_app.sandbox.tables import blob

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
Pairs = list[tuple[Case, list[Laid]]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    cases = generate(load_organisation(), default_calendar(), NOW, 2026)[:150]
    return [with_photos(case) for case in cases]


def test_the_same_city_has_the_same_photos(pairs: Pairs) -> None:
    again = generate(load_organisation(), default_calendar(), NOW, 2026)[:20]
    told = [[one.line.sha256 for one in laid] for _, laid in pairs[:20]]
    assert [[one.line.sha256 for one in with_photos(case)[1]] for case in again] == told


def test_misconduct_has_no_photo_and_many_others_have(pairs: Pairs) -> None:
    assert not any(laid for case, laid in pairs if case.report.private)
    assert sum(bool(laid) for _, laid in pairs) > 40


def test_what_is_worked_on_is_undecided_and_an_answer_names_public_copies_alone(pairs: Pairs) -> None:
    answered = [(case.report, laid) for case, laid in pairs if laid and case.report.answer]
    assert answered
    for report, laid in answered:
        answer = report.answer
        assert answer is not None
        public = tuple(one.line.sha256 for one in laid if one.line.redacts)
        assert answer.attachments == public
        assert len(public) == 2
        bound = content_sha256(answer.text, answer.outcome, answer.publisher_unit, public)
        assert answer.content_sha256 == bound
    open_ones = [laid for case, laid in pairs if laid and case.report.answer is None]
    assert open_ones
    assert not any(one.line.redacts for laid in open_ones for one in laid)


def test_each_original_tells_where_it_was_taken_and_no_public_copy_does(pairs: Pairs) -> None:
    [laid, *_] = [laid for _, laid in pairs if len(laid) == 4 and all(one.small for one in laid)]
    for one in laid:
        exif = Image.open(BytesIO(one.content)).getexif()
        assert bool(exif) == (one.line.redacts is None)
    assert public_copy(laid[2].content, []) != laid[2].content  # made once, not twice


def test_some_reports_came_with_a_letter_that_no_answer_names(pairs: Pairs) -> None:
    letters = [one for _, laid in pairs for one in laid if one.line.media_type == "application/pdf"]
    assert 4 < len(letters) < 40
    assert not any(one.small or one.line.thumbnail or one.line.redacts for one in letters)
    assert all(one.line.size == len(one.content) for one in letters)


def test_they_are_laid_as_the_contract_wants_them(pairs: Pairs, tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'city.db'}")
    listed: list[tuple[Report, Laid]] = [(case.report, one) for case, laid in pairs for one in laid]
    entities = Entities()
    with engine.begin() as connection:
        assert put_photos(connection, entities, listed) == len(listed)
        report = next(case.report for case, laid in pairs if len(laid) > 3)
        shown = published_pictures(connection, entities, report)
        assert [sha256 for sha256, _ in shown] == list(report.answer.attachments if report.answer else ())
        kept = {row.sha256: row for row in connection.execute(sa.select(blob)) if row.report_id == report.id}
        assert all(kept[sha256].copy == kept[sha256].content for sha256, _ in shown)
    engine.dispose()
