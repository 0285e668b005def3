"""The sheet: the form's head, everything of the report in its order, identity masked, who printed it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from desktop_app.domain.report import Answer, Assignment, CodedReason, Entry, Outcome, Report
from desktop_app.domain.workflow import State
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.reading import Reading
from ui.exports.sheet import COUNTRY, MOTTO, Printed, sheet_of

PRINTED = Printed("Nguyễn Thị Hà", city.WARD, city.NOW)
REPORT = Report(
    "r", "HUE-2026-000001", 5, State.APPROVED, "Tôi là Trần Văn Bình",
    "Gọi 0905123456 <script>\nngập", city.NOW,
    assignment=Assignment(city.WARD, city.WARD, "Thông cống", city.NOW, first_due_at=city.NOW),
    returns=(CodedReason("out_of_scope", "Không thuộc phường", city.WARD, city.NOW),),
    answer=Answer(
        "Kính gửi: Quý Ông/Bà.", "00", Outcome.FIXED, city.WARD, "p", city.NOW, approved_by="p",
        approved_at=city.NOW, capacity="KT.", approval_sha256="aa",
        published_at=city.NOW + timedelta(hours=1),
    ),
)  # fmt: skip


def sheet(workplace: Workplace, report: Report, *entries: Entry) -> str:
    reading = Reading(report, entries, (), None, ())
    markup = sheet_of(reading, workplace.names, PRINTED)
    return unescape(re.sub(r"<[^>]+>", " ", markup))


def test_it_has_the_head_of_an_official_document_and_everything_in_order(workplace: Workplace) -> None:
    text = sheet(workplace, REPORT)
    parts = [
        COUNTRY, MOTTO, "REPORT SHEET", "1. Report", "2. What was reported", "3. Who, what, when",
        "Thông cống", "First due", "Không thuộc phường", "4. Answer", "Kính gửi: Quý Ông/Bà.", "KT. p",
        "signed with the card", "5. Course", "Printed by Nguyễn Thị Hà",
    ]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "No.: HUE-2026-000001" in text


def test_identity_is_masked_and_nothing_of_it_is_markup(workplace: Workplace) -> None:
    told = Entry("e", "r", "note", city.NOW, "p", "P", text="Người dân gọi từ 0905123456", public=False)
    text = sheet(workplace, REPORT, told)
    assert "0905123456" not in text
    assert "Bình" not in text
    assert "<script>" in text, "as text, not as markup"


@pytest.mark.parametrize(("private", "said"), [(True, True), (False, False)])
def test_what_is_not_public_says_so(workplace: Workplace, private: bool, said: bool) -> None:
    assert ("Not public" in sheet(workplace, replace(REPORT, private=private))) is said


def test_without_assignment_and_answer_it_says_so(workplace: Workplace) -> None:
    text = sheet(workplace, replace(REPORT, assignment=None, answer=None, returns=()))
    assert "not assigned yet" in text
    assert "There is no answer yet." in text
