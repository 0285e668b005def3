"""A photo from a phone to the citizen's page: its place and what was covered are in no published byte."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO

import pytest
import requests
from PIL import Image

from cardio.simulator import CardFile
from desktop_app.api.errors import Refused
from desktop_app.domain import payloads as p
from desktop_app.domain.attachments import Variant
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command, State
from desktop_app.news import LockReason
from desktop_app.pictures.album import Standing, album_of
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.deciding import PUBLIC_NAME, decide
from desktop_app.pictures.intake import taken
from desktop_app.session import Session
from desktop_app.triage.report_files import ReportFile
from tests.journeys.test_files import told_by_the_feed
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.photographs import PLACE, PLATE, PLATE_COLOUR, phone_photo, pixels

TEXT = "Kính gửi: Quý Ông/Bà. Đã xử lý xong. Trân trọng./."


def seated(bench: Workbench, officer: str, card: CardFile | None = None) -> Session:
    """Whoever sat here gets up; ``officer`` signs in, with a new card unless by ``card``, and is in step."""
    bench.readers.remove("Desk reader")
    bench.core.lock(LockReason.PERSON)
    bench.insert(card or bench.city.card(officer))
    return bench.synced(bench.sign_in())


def standings(session: Session, report_id: str) -> list[Standing]:
    report = session.store.reports.get(report_id)
    return [photo.standing for photo in album_of(report, session.files.of(report_id)).photos]


def public_copies(session: Session, report_id: str) -> list[ReportFile]:
    return [one for one in session.files.of(report_id) if one.redacts]


def shows_the_plate(content: bytes) -> bool:
    """Whether the plate's red is anywhere in the picture."""
    raw = pixels(content).tobytes()
    return max(red - green for red, green in zip(raw[0::3], raw[1::3], strict=True)) > 100


def get(bench: Workbench, path: str) -> requests.Response:
    return requests.get(f"{bench.direct_url}{path}", timeout=20)


@pytest.fixture
def answered(enrolled: Workbench) -> tuple[Workbench, str, str, str]:
    """A handler's answer with the public copy of one photo; another photo nobody has decided about."""
    report = enrolled.city.put(State.IN_PROGRESS)
    session = seated_first(enrolled)
    session.triage.attach(
        report.id, taken("IMG_1.jpg", phone_photo()), taken("IMG_2.jpg", phone_photo(500, 300))
    )
    until(lambda: told_by_the_feed(session, report.id), 40, "both photos")
    first, second = session.files.of(report.id)
    assert standings(session, report.id) == [Standing.UNDECIDED, Standing.UNDECIDED]
    decide(session, report.id, first, [Cover(*PLATE)])
    enrolled.settled(session)
    until(lambda: public_copies(session, report.id) and told_by_the_feed(session, report.id), 40, "the copy")
    [copy] = public_copies(session, report.id)
    assert (copy.redacts, copy.name) == (first.sha256, PUBLIC_NAME)
    unit = session.person.unit_id
    bound = content_sha256(TEXT, Outcome.FIXED, unit, (copy.sha256,))
    current = session.store.reports.get(report.id)
    submit = p.Submit(TEXT, Outcome.FIXED, unit, bound, (copy.sha256,))
    session.triage.do(current, Command.SUBMIT, submit)
    enrolled.settled(session)
    return enrolled, report.id, copy.sha256, second.sha256


def seated_first(bench: Workbench) -> Session:
    bench.insert(bench.city.card("o-handler"))
    return bench.synced(bench.sign_in())


def test_covered_pixels_and_the_place_are_in_no_byte_that_is_published(
    answered: tuple[Workbench, str, str, str],
) -> None:
    bench, report_id, copy, undecided = answered
    assert PLACE in phone_photo()
    assert shows_the_plate(phone_photo())
    code = bench.city.read(report_id).code
    assert get(bench, f"/p/{code}/files/{copy}").status_code == 404  # not before it is published
    for officer, command in (("o-approver", Command.APPROVE), ("o-publisher", Command.PUBLISH)):
        session = seated(bench, officer)
        report = session.store.reports.get(report_id)
        assert report.answer is not None
        bound = report.answer.content_sha256
        payload = p.Approve(bound) if command is Command.APPROVE else p.Publish(bound, preview_seen=True)
        session.triage.do(report, command, payload)
        bench.settled(session)
    page = get(bench, f"/p/{code}")
    assert page.text.count("<img") == 1
    assert f"{code}/files/{copy}" in page.text
    published = get(bench, f"/p/{code}/files/{copy}")
    assert published.status_code == 200
    assert not shows_the_plate(published.content)
    assert PLACE not in published.content
    with closing(Image.open(BytesIO(published.content))) as opened:
        assert not opened.getexif()
    assert get(bench, f"/p/{code}/files/{undecided}").status_code == 404
    assert bytes(PLATE_COLOUR) not in pixels(published.content).tobytes()


def test_the_original_stays_with_who_brought_it_and_nobody_else_sees_its_place(
    answered: tuple[Workbench, str, str, str],
) -> None:
    bench, report_id, _, _ = answered
    session = seated(bench, "o-approver")
    first = session.files.of(report_id)[0]
    seen = session.files.open(first, report_id)
    assert shows_the_plate(seen)  # the work needs the photo itself
    assert PLACE not in seen
    with pytest.raises(Refused):
        session.files.open(first, report_id, Variant.ORIGINAL)
    small = session.files.open(first, report_id, Variant.THUMBNAIL)
    assert PLACE not in small
    assert standings(session, report_id) == [Standing.CHOSEN, Standing.UNDECIDED]
