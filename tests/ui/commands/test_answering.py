"""The answer starts from draft or house style, is kept while one types, and is bound to its hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Entry, Outcome, Report
from desktop_app.domain.templates import Unfilled
from desktop_app.pictures.album import album_of
from desktop_app.triage.report_files import ReportFile
from desktop_app.triage.triage import DraftContent
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace
from ui.commands.answering import AnsweringPanel
from ui.commands.template_field import TemplateField
from ui.widgets.fields import ChoiceField, TextField

Open = Callable[..., AnsweringPanel]
DAY = timedelta(days=1)


@pytest.fixture
def kept() -> list[DraftContent]:
    return []


@pytest.fixture
def write(qtbot: QtBot, context: Frame, kept: list[DraftContent]) -> Open:
    def on(report: Report, draft: DraftContent | None = None) -> AnsweringPanel:
        panel = AnsweringPanel(context(report, draft), kept.append)
        qtbot.addWidget(panel)
        panel.show()
        panel.start()
        return panel

    return on


def template(panel: AnsweringPanel) -> TemplateField:
    field = panel.form.field("template")
    assert isinstance(field, TemplateField)
    return field


def editor(panel: AnsweringPanel) -> TextField:
    field = panel.form.field("text")
    assert isinstance(field, TextField)
    return field


def test_a_new_answer_starts_in_the_house_style_at_the_result(workplace: Workplace, write: Open) -> None:
    panel = write(workplace.first("in_progress"))
    editor(panel).editor.insertPlainText("Đã thông cống.")
    assert "kết quả như sau:\nĐã thông cống.\nTrân trọng./." in editor(panel).value()


def test_the_payload_carries_the_hash_of_exactly_this_content(workplace: Workplace, write: Open) -> None:
    panel = write(workplace.first("in_progress"))
    panel.form.restore({"text": "Đã thông cống.", "outcome": "fixed"})
    hashed = content_sha256("Đã thông cống.", "fixed", city.WARD)
    assert panel.built() == p.Submit("Đã thông cống.", Outcome.FIXED, city.WARD, hashed)


def test_the_public_photos_are_part_of_what_is_bound(
    workplace: Workplace, context: Frame, qtbot: QtBot
) -> None:
    report = workplace.first("in_progress")
    now = report.received_at
    photo = ReportFile("p", "p" * 64, "p.jpg", "image/jpeg", 9, "An", now, has_thumbnail=False)
    copy = replace(photo, id="c", sha256="c" * 64, redacts=photo.sha256)
    seen = replace(context(report), album=album_of(report, [photo, copy]))
    panel = AnsweringPanel(seen, lambda _draft: None)
    qtbot.addWidget(panel)
    panel.form.restore({"text": "Đã thông cống.", "outcome": "fixed"})
    built = panel.built()
    assert isinstance(built, p.Submit)
    assert built.attachments == (copy.sha256,)
    assert built.content_sha256 == content_sha256("Đã thông cống.", "fixed", city.WARD, (copy.sha256,))
    panel.form.restore({"attachments": ()})
    without = panel.built()
    assert isinstance(without, p.Submit)
    assert without.attachments == ()


def wanting_evidence(workplace: Workplace) -> Report:
    """A report in progress whose field wants to see what was fixed."""
    report = workplace.first("in_progress")
    store = workplace.session.store
    with store.write() as tx:
        field = {"id": report.category, "name": "Đèn tín hiệu", "evidence": True}
        store.directory.put(tx, "category", field)
    workplace.names.reload()
    return report


def test_what_is_fixed_is_shown_where_the_field_wants_it(
    workplace: Workplace, context: Frame, qtbot: QtBot
) -> None:
    report = wanting_evidence(workplace)
    given = report.distributed_at or report.received_at
    before = ReportFile("p", "p" * 64, "p.jpg", "image/jpeg", 9, "An", given - DAY, has_thumbnail=False)
    after = replace(before, id="q", sha256="q" * 64, at=given + DAY)
    copies = [
        replace(one, id=f"c{one.id}", sha256=one.id.upper() * 64, redacts=one.sha256)
        for one in (before, after)
    ]
    given_report = replace(report, distributed_at=given)
    seen = replace(context(given_report), album=album_of(given_report, [before, after, *copies]))
    panel = AnsweringPanel(seen, lambda _draft: None)
    qtbot.addWidget(panel)
    assert panel.findChild(QLabel, "panel.submit.evidence") is not None
    for shown, problem in (((), "evidence_after_missing"), (("Q" * 64,), "evidence_before_missing")):
        panel.form.restore({"text": "Đã thay đèn.", "outcome": "fixed", "attachments": shown})
        with pytest.raises(p.PayloadInvalid) as told:
            panel.built()
        assert (told.value.field, told.value.problem) == ("attachments", problem)
    panel.form.restore({"text": "Đã thay đèn.", "outcome": "fixed", "attachments": ("P" * 64, "Q" * 64)})
    assert isinstance(panel.built(), p.Submit)
    panel.form.restore({"text": "Sẽ thay trong quý tới.", "outcome": "planned", "attachments": ()})
    assert isinstance(panel.built(), p.Submit)


def test_without_any_photo_it_is_said_above_the_buttons(workplace: Workplace, write: Open) -> None:
    panel = write(wanting_evidence(workplace))
    panel.form.restore({"text": "Đã thay đèn.", "outcome": "fixed"})
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    panel.show_refusal(told.value)
    assert "taken after the work" in panel.notice.accessibleName() + panel.notice.accessibleDescription()


@pytest.mark.parametrize(
    ("values", "field"), [({"outcome": "fixed"}, "text"), ({"text": "Đã xong"}, "outcome")]
)
def test_an_untouched_form_or_no_result_is_refused(
    workplace: Workplace, write: Open, values: dict[str, object], field: str
) -> None:
    panel = write(workplace.first("in_progress"))
    panel.form.restore(values)
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    assert (told.value.field, told.value.problem) == (field, "empty")


def test_what_is_typed_is_kept_while_one_types(
    workplace: Workplace, write: Open, kept: list[DraftContent], qtbot: QtBot
) -> None:
    panel = write(workplace.first("in_progress"))
    editor(panel).editor.insertPlainText("Đang thông cống")
    qtbot.waitUntil(lambda: bool(kept))
    assert "Đang thông cống" in kept[-1].text
    assert kept[-1].outcome is None


def test_closing_keeps_the_last_words_and_nothing_twice(
    workplace: Workplace, write: Open, kept: list[DraftContent]
) -> None:
    panel = write(workplace.first("in_progress"))
    panel.form.restore({"text": "Một", "outcome": "planned"})
    panel.close_down()
    panel.close_down()
    assert kept == [DraftContent("Một", Outcome.PLANNED)]


def test_an_untouched_form_is_no_draft(workplace: Workplace, write: Open, kept: list[DraftContent]) -> None:
    write(workplace.first("in_progress")).close_down()
    assert kept == []


def test_a_draft_goes_on_where_it_was_left(
    workplace: Workplace, write: Open, kept: list[DraftContent]
) -> None:
    panel = write(workplace.first("in_progress"), DraftContent("Đã đến nơi, ", Outcome.PLANNED))
    editor(panel).editor.insertPlainText("đang sửa.")
    assert editor(panel).value() == "Đã đến nơi, đang sửa."
    assert panel.form.values()["outcome"] == "planned"


def test_an_answer_sent_back_is_what_one_starts_from(workplace: Workplace, write: Open) -> None:
    report = workplace.first("awaiting_approval")
    assert report.answer is not None
    assert editor(write(report)).value() == report.answer.text


def test_a_template_fills_an_untouched_form_and_joins_a_started_one(
    workplace: Workplace, write: Open
) -> None:
    report = replace(workplace.first("in_progress"), category="urban")
    panel = write(report)
    template(panel).insert("t1")
    assert "Phường Thuận Hóa đã khắc phục xong sự cố." in editor(panel).value()
    started = write(report)
    started.form.restore({"text": "Tôi viết. "})
    template(started).insert("t1")
    assert "Tôi viết." in editor(started).value()
    assert "đã khắc phục xong" in editor(started).value()


def test_a_template_that_asks_for_what_nobody_knows_is_not_used(
    workplace: Workplace, write: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = replace(workplace.first("in_progress"), category="urban")
    [known] = [one for one in workplace.names.templates() if one.id == "t1"]
    monkeypatch.setattr(
        workplace.names, "templates", lambda: [replace(known, text="Kính gửi {quy_danh}, {unit}")]
    )
    panel = write(report)
    before = editor(panel).value()
    template(panel).insert("t1")
    assert editor(panel).value() == before
    assert panel.notice.title() == "This template asks for what this program does not know: {quy_danh}"


def test_an_answer_with_a_place_left_open_is_not_submitted(workplace: Workplace, write: Open) -> None:
    panel = write(workplace.first("in_progress"))
    panel.form.restore({"text": "Đã xử lý tại {place}. Kết quả: ….", "outcome": "fixed"})
    with pytest.raises(Unfilled) as caught:
        panel.built()
    assert caught.value.field == "text"
    panel.show_refusal(caught.value)
    assert editor(panel).problem() == "Not filled in yet: “{place}”, “Kết quả: …”"
    assert editor(panel).editor.textCursor().selectedText() == "{place}"


def test_an_english_report_is_answered_in_english(workplace: Workplace, write: Open) -> None:
    panel = write(replace(workplace.first("in_progress"), language="en"))
    assert editor(panel).value().startswith("Dear Sir or Madam,")


PART = "Công ty đã nạo vét hố ga số 12."


@pytest.fixture
def with_a_part(
    workplace: Workplace, context: Frame, kept: list[DraftContent], qtbot: QtBot
) -> AnsweringPanel:
    """An answer beside the part of one co-processor; another has written none yet."""
    report = workplace.first("in_progress")
    assert report.assignment is not None
    job = replace(report.assignment, co_processors=(city.TEAM, city.WARD))
    entry = Entry(
        "e-1", report.id, "contribute", workplace.clock.now(), "o-x", "H. V. T.", city.TEAM, text=PART
    )
    around = replace(context(replace(report, assignment=job)), contributions=(entry,))
    panel = AnsweringPanel(around, kept.append)
    qtbot.addWidget(panel)
    panel.start()
    return panel


def parts(panel: AnsweringPanel) -> ChoiceField:
    field = panel.form.field("contribution")
    assert isinstance(field, ChoiceField)
    return field


def test_a_co_processors_part_is_taken_into_the_one_answer(with_a_part: AnsweringPanel) -> None:
    field = parts(with_a_part)
    assert "still missing: Thuận Hóa Ward" in field.editor.accessibleName()
    assert field.editor.itemText(0) == f"Urban Infrastructure Team: {PART}"
    field.editor.setCurrentIndex(0)
    field.editor.activated.emit(0)
    assert f"kết quả như sau:\n{PART}" in editor(with_a_part).value()
    assert field.value() == ""


def test_putting_back_what_was_typed_inserts_no_part_a_second_time(with_a_part: AnsweringPanel) -> None:
    parts(with_a_part).editor.setCurrentIndex(0)
    parts(with_a_part).editor.activated.emit(0)
    typed = with_a_part.form.values()
    with_a_part.form.restore({**typed, "contribution": "e-1"})
    assert editor(with_a_part).value().count(PART) == 1
