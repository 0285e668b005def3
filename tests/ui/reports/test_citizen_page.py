"""The citizen's page carries the public fields and nothing internal; unpublished answers are not on it."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.report import CodedReason
from tests.ui.reports import city
from tests.ui.reports.conftest import Workplace
from ui.reports.citizen_page import page_of, page_once_published


def test_the_page_once_published_has_every_public_field(workplace: Workplace) -> None:
    report = workplace.first("approved", mine=False)
    page = page_once_published(report, tuple(city.timeline(report)), workplace.names, city.NOW)
    assert report.answer is not None
    told = (
        report.code,
        report.title,
        report.text,
        "Handled – Fixed",
        "nạo vét cống",
        "Published 24/11/2026 by",
    )
    assert all(words in page for words in told)


def test_nothing_internal_is_on_it(workplace: Workplace) -> None:
    report = replace(
        workplace.first("approved", mine=False), returns=(CodedReason("not_our_area", "BÍ MẬT", None, None),)
    )
    page = page_once_published(report, tuple(city.timeline(report)), workplace.names, city.NOW)
    for secret in ("Nguyễn Thành An", "BÍ MẬT", "tổ trưởng tổ dân phố", "Approved", "noted"):
        assert secret not in page


def test_an_answer_that_is_not_public_is_not_on_the_page_of_today(workplace: Workplace) -> None:
    waiting = workplace.first("approved", mine=False)
    assert "nạo vét" not in page_of(waiting, (), workplace.names)
    assert "Being handled" in page_of(waiting, (), workplace.names)
    public = workplace.first("published", mine=False)
    assert "nạo vét" in page_of(public, (), workplace.names)


def test_outside_text_is_harmless(workplace: Workplace) -> None:
    report = replace(workplace.first("received", mine=False), title="<script>x</script>")
    assert "<script>" not in page_of(report, (), workplace.names)
