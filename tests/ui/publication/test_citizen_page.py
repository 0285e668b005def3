"""The preview is the centre's own public page, word for word, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from desktop_app.domain.attachments import Moment
from desktop_app.domain.report import CodedReason, Entry, Place, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.public_page import render_public_page
from desktop_app.sandbox.public_words import words_in
from desktop_app.triage.report_files import ReportFile
from tests.ui import city
from tests.ui.seated import Workplace
from ui.language import Language, install
from ui.publication.citizen_page import page_once_published, public_steps

_TAG = re.compile(r"<[^>]+>")


@pytest.fixture
def approved(workplace: Workplace) -> Report:
    found = workplace.first("approved", mine=False)
    hostile = f"{found.text}\n<b>Gọi</b> 0912345678, tôi là Trần Văn A."
    return replace(found, text=hostile, returns=(CodedReason("not_our_area", "BÍ MẬT"),))


PICTURES = (("b" * 64, Moment.BEFORE), ("a" * 64, Moment.AFTER))
"""Two public copies of an answer."""


def preview(workplace: Workplace, report: Report) -> str:
    entries = tuple(city.timeline(report))
    shown = [
        (ReportFile(name, name, "x.jpg", "image/jpeg", 9, "An", city.NOW, has_thumbnail=False), moment)
        for name, moment in PICTURES
    ]
    return page_once_published(report, entries, workplace.names, city.NOW, "hue-ioc", shown)


def public(workplace: Workplace, report: Report, language: Language) -> str:
    """The centre's page once the same answer was published at the same moment by the same unit."""
    assert report.answer is not None
    out = replace(report, state=State.PUBLISHED, answer=replace(report.answer, published_at=city.NOW))
    published = Entry("p", report.id, "publish", city.NOW, city.PUBLISHER, "Phan Minh Thục", "hue-ioc")
    names = {unit: workplace.names.unit(unit) for unit in (city.WARD, city.OTHER_WARD, "hue-ioc")}
    if report.place.unit_code:  # the centre gives places by their official code
        names[report.place.unit_code] = workplace.names.address(Place(report.place.unit_code))
    page = render_public_page(out, names, language.value, (*city.timeline(report), published), None, PICTURES)
    return page[page.index("<main>") : page.index("</main>")]


def words(markup: str) -> str:
    """The text of a page without its tags, separators and spaces."""
    return re.sub(r"[\s·]+", "", unescape(_TAG.sub(" ", markup)))


@pytest.mark.parametrize("language", list(Language))
def test_the_preview_is_the_public_page_word_for_word(
    workplace: Workplace, approved: Report, language: Language
) -> None:
    install(language)
    assert words(preview(workplace, approved)) == words(public(workplace, approved, language))


@pytest.mark.parametrize("language", list(Language))
def test_the_steps_are_told_in_the_page_s_words(language: Language) -> None:
    install(language)
    assert public_steps() == {command.value: step for command, step in words_in(language.value).steps.items()}


def test_nothing_internal_and_nobody_s_identity_is_on_it(workplace: Workplace, approved: Report) -> None:
    page = preview(workplace, approved)
    for secret in ("Nguyễn Thành An", "BÍ MẬT", "tổ trưởng tổ dân phố", "0912345678", "Trần Văn A", "<b>Gọi"):
        assert secret not in page


def test_the_same_pictures_stand_in_the_same_order(workplace: Workplace, approved: Report) -> None:
    mine = re.findall(r'src="picture:(\w+)"', preview(workplace, approved))
    theirs = re.findall(r'src="[^"]*/files/(\w+)"', public(workplace, approved, Language.VIETNAMESE))
    assert mine == theirs == [name for name, _ in PICTURES]


def test_a_report_without_an_answer_shows_none(workplace: Workplace, approved: Report) -> None:
    assert "published on" not in preview(workplace, replace(approved, answer=None))
