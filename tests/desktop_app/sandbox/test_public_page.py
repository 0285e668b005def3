"""The citizen's page: the right phase and the one answer, never who reported, nothing unescaped."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest

import resources
from desktop_app.domain.attachments import Moment
from desktop_app.domain.phases import phase_of
from desktop_app.domain.report import Answer, CodedReason, Entry, Outcome, Place, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.public_page import render_public_page
from desktop_app.sandbox.public_words import EN, VI

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
NAMES = {"hue-19789": "Phường Thuận Hóa", "19789": "Phường Thuận Hóa", "hue-ioc": "Trung tâm Giám sát"}
ANSWER = Answer(
    "Kính gửi: Quý Ông/Bà.\nĐã thông cống.", "ab", Outcome.FIXED, "hue-19789", "hue-p02", NOW,
    approved_by="hue-p03", approved_at=NOW, published_by="hue-p04", published_at=NOW,
)  # fmt: skip
REPORT = Report(
    "r", "PA-2026-000017", 8, State.PUBLISHED, "Đường Bà Triệu ngập", "Nước ngập tới đầu gối.", NOW,
    category="urban.drainage", place=Place("19789", "42 đường Bà Triệu"), answer=ANSWER,
)  # fmt: skip
ENTRIES = [
    Entry("1", "r", "distribute", NOW, "hue-p01", "Lê Thị Khánh Vân", "hue-ioc", text="Thông thoát cống"),
    Entry("2", "r", "note", NOW, "hue-p02", "Nguyễn Thành An", "hue-19789", text="bí mật", public=False),
    Entry("3", "r", "reply", NOW, "system", "Người phản ánh", text="Tôi ở số 9"),
    Entry("4", "r", "publish", NOW, "hue-p04", "Phan Minh Thục", "hue-ioc", capacity="KT."),
]


class Page(HTMLParser):
    """What a reader sees, and which elements are there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(report: Report = REPORT, language: str = "vi", original: Report | None = None) -> Page:
    shown = Page(render_public_page(report, NAMES, language, ENTRIES, original))
    assert shown.open == []
    return shown


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_shows_its_public_phase(state: State, language: str) -> None:
    expected = (VI if language == "vi" else EN).phases[phase_of(state)]
    assert expected in page(replace(REPORT, state=state), language).text


def test_the_published_answer_says_what_by_whom_and_when() -> None:
    text = page().text
    assert "Đã xử lý Đã khắc phục" in text
    assert "Kính gửi: Quý Ông/Bà. Đã thông cống." in text
    assert "Phường Thuận Hóa, công bố ngày 18/11/2026" in text


@pytest.mark.parametrize("state", [State.AWAITING_APPROVAL, State.APPROVED, State.IN_PROGRESS])
def test_an_answer_that_is_not_out_stays_inside(state: State) -> None:
    unpublished = replace(ANSWER, published_by=None, published_at=None)
    assert "Đã thông cống" not in page(replace(REPORT, state=state, answer=unpublished)).text
    assert "Đã thông cống" not in page(replace(REPORT, state=state)).text


def test_the_old_answer_stands_while_it_is_reconsidered() -> None:
    assert "Đã thông cống" in page(replace(REPORT, state=State.REOPEN_REQUESTED)).text
    remade = replace(REPORT, state=State.REOPENED, answer=replace(ANSWER, text="Mới", published_at=None))
    assert "Mới" not in page(remade).text


def test_steps_name_units_and_times_but_no_officer_and_no_words() -> None:
    text = page().text
    assert "18/11/2026 10:00 Chuyển đơn vị xử lý · Trung tâm Giám sát" in text
    for hidden in ("Khánh Vân", "Thành An", "Minh Thục", "bí mật", "Tôi ở số 9", "hue-p0", "KT."):
        assert hidden not in text


def test_the_place_is_address_and_ward_as_far_as_known() -> None:
    assert "Địa điểm 42 đường Bà Triệu, Phường Thuận Hóa" in page().text
    assert "Địa điểm Phường Thuận Hóa" in page(replace(REPORT, place=Place("19789"))).text
    assert "Địa điểm" not in page(replace(REPORT, place=Place())).text


def test_an_unchecked_text_is_not_shown_at_all() -> None:
    fresh = replace(REPORT, state=State.RECEIVED, category=None, answer=None)
    text = page(fresh).text
    assert VI.unchecked in text
    for hidden in (REPORT.title, REPORT.text, "42 đường Bà Triệu"):
        assert hidden not in text


def test_an_identity_left_in_a_checked_text_is_masked() -> None:
    careless = replace(
        REPORT,
        title="Ngập, gọi 0905 123 456",
        text="Tôi là Lê Văn Sâm, CCCD 046123456789.",
        place=Place("19789", "nhà 0914 222 333"),
    )
    html = render_public_page(careless, NAMES)
    for hidden in ("0905", "Sâm", "046123456789", "0914"):
        assert hidden not in html


def test_a_question_is_asked_with_its_date() -> None:
    asked = replace(
        REPORT, state=State.AWAITING_CITIZEN, question="Ở số mấy?", question_due=date(2026, 11, 23)
    )
    assert "Cần Ông/Bà bổ sung Ở số mấy? Xin bổ sung đến hết ngày 23/11/2026." in page(asked).text
    assert "Ở số mấy?" not in page(replace(asked, state=State.IN_PROGRESS)).text


def test_a_rejection_gives_its_reason() -> None:
    reason = CodedReason("insufficient", "Không rõ địa điểm.", "hue-ioc", NOW)
    assert "Không rõ địa điểm." in page(replace(REPORT, state=State.REJECTED, rejection=reason)).text
    assert VI.no_reply in page(replace(REPORT, state=State.REJECTED)).text


def test_a_duplicate_shows_the_originals_phase_and_links_to_it() -> None:
    duplicate = replace(REPORT, code="PA-2026-000018", state=State.DUPLICATE, answer=None, duplicate_of="r")
    shown = page(duplicate, original=REPORT)
    assert "Đã xử lý Đã khắc phục" in shown.text
    assert "PA-2026-000017" in shown.links
    assert VI.phases[phase_of(State.DUPLICATE)] in page(duplicate).text


def test_everything_that_goes_in_is_escaped() -> None:
    attack = "<script>alert(1)</script>\"'&$city"
    report = replace(
        REPORT,
        code=attack,
        title=attack,
        text=attack,
        place=Place("19789", attack),
        answer=replace(ANSWER, text=attack, publisher_unit=attack),
    )
    html = render_public_page(report, {attack: attack}, "vi", ENTRIES, replace(report, code=attack))
    assert "<script" not in html
    assert html.count("alert(1)") >= 6


def test_there_is_no_script_and_nothing_is_fetched() -> None:
    shown = page()
    assert not {"script", "img", "link", "iframe", "form"} & set(shown.tags)
    assert shown.links == ["?lang=en"]
    assert page(language="en").links == ["?lang=vi"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_names_its_language(language: str) -> None:
    assert f'<html lang="{language}">' in render_public_page(REPORT, NAMES, language)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_colour_has_a_contrast_of_four_and_a_half() -> None:
    style = resources.read_text("central_api/report_page.html").split("@media print")[0]
    colours = set(re.findall(r"[^-]color: (#[0-9A-F]{6})", style)) - {"#FFFFFF"}
    assert {"#1B1B1F", "#5F6068"} <= colours
    for ground in ("#FFFFFF", "#F7F7F9"):
        for colour in colours:
            assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 4.5, (colour, ground)
    assert (1 + 0.05) / (luminance("#5E3A8C") + 0.05) >= 4.5  # white on the header


def test_the_answer_shows_its_pictures_with_what_they_show() -> None:
    answered = replace(REPORT, state=State.PUBLISHED)
    shown = [("a" * 64, Moment.BEFORE), ("b" * 64, Moment.AFTER)]
    html = render_public_page(answered, NAMES, "vi", pictures=shown)
    assert f'src="{answered.code}/files/{"a" * 64}"' in html
    assert html.index("Ảnh trước khi xử lý") < html.index("Ảnh sau khi xử lý")
    inside = render_public_page(replace(answered, state=State.IN_PROGRESS), NAMES, "vi", pictures=shown)
    assert "<img" not in inside
