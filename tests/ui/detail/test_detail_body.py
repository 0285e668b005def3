"""The body shows every part a report has, and none it has not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.payloads import Text
from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.triage.triage import DraftContent
from tests.ui.seated import Workplace
from ui.detail.detail_body import DetailBody
from ui.detail.reading import Reading, read


def reading(workplace: Workplace, report: Report) -> Reading:
    found = read(workplace.session, report.id)
    assert found is not None
    return found


def told(workplace: Workplace, qtbot: QtBot, shown: Reading) -> str:
    body = DetailBody(workplace.names)
    qtbot.addWidget(body)
    body.show_reading(shown)
    return body.toPlainText()


def test_text_place_and_timeline_are_always_there(workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    words = told(workplace, qtbot, reading(workplace, report))
    assert report.text in words
    assert "Thuận Hóa Ward" in words
    assert "distributed" in words


def test_place_point_tags_and_none_at_all(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("in_progress"))
    place = Place(latitude=16.46, longitude=107.59)
    pointed = replace(found.report, place=place, tags=("chợ", "rác"), source_type="Noise - Street")
    words = told(workplace, qtbot, replace(found, report=pointed))
    assert "16.46000, 107.59000" in words
    assert "#chợ, #rác" in words
    assert "No place given" in words
    assert "(Noise - Street)" in words


def test_a_return_is_told_with_its_reason(workplace: Workplace, qtbot: QtBot) -> None:
    words = told(workplace, qtbot, reading(workplace, workplace.first("returned", mine=False)))
    assert "Not in our area" in words
    assert "Đoạn đường này thuộc phường bên cạnh." in words


def test_a_question_is_told_with_its_day(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("awaiting_citizen"))
    asked = replace(found.report, question="Ở số mấy?", question_due=date(2026, 11, 29))
    words = told(workplace, qtbot, replace(found, report=asked))
    assert "Ở số mấy?" in words
    assert "answer by 29/11/2026" in words


def test_what_is_monitored_says_when_it_is_looked_at_again(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("in_progress"))
    for state, said in ((State.MONITORING, True), (State.IN_PROGRESS, False)):
        watched = replace(found.report, state=state, review_date=date(2026, 11, 30))
        words = told(workplace, qtbot, replace(found, report=watched))
        assert ("to be looked at again on 30/11/2026" in words) is said


def test_my_draft_is_shown_until_it_is_the_answer(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("awaiting_approval"))
    assert found.report.answer is not None
    other = replace(found, draft=DraftContent("một\nhai\nba\nbốn"))
    assert "một\nhai\nba …" in told(workplace, qtbot, other)
    same = replace(found, draft=DraftContent(found.report.answer.text))
    assert told(workplace, qtbot, same).count("nạo vét") == 1


def test_a_step_of_mine_changes_its_lines_and_leaves_the_page_as_if_shown_whole(
    workplace: Workplace, qtbot: QtBot
) -> None:
    report = workplace.first("distributed")
    followed = DetailBody(workplace.names)
    qtbot.addWidget(followed)
    followed.show_reading(reading(workplace, report))
    page = followed.document()
    workplace.session.triage.do(report, Command.NOTE, Text("Gọi <b>lại</b>\nhôm nay"))
    followed.show_reading(reading(workplace, report))
    pending = workplace.session.triage.do(report, Command.NOTE, Text("Đã gọi"))
    followed.show_reading(reading(workplace, report))
    for state in (OutboxState.SENDING, OutboxState.UNKNOWN):
        now = reading(workplace, report)
        moved = replace(pending, state=state)
        now = replace(now, pending=(now.pending[0], moved))
        followed.show_reading(now)
        whole = DetailBody(workplace.names)
        qtbot.addWidget(whole)
        whole.show_reading(now)
        assert followed.document() is page
        assert followed.toPlainText() == whole.toPlainText()
        assert followed.toHtml() == whole.toHtml()


def test_the_words_of_a_search_are_marked_wherever_they_stand(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("in_progress"))
    report = replace(found.report, text="😡😡 Đường ngập, đường trơn")
    body = DetailBody(workplace.names)
    qtbot.addWidget(body)
    body.mark(("duong",))
    body.show_reading(replace(found, report=report))
    marked = [each.cursor.selectedText() for each in body.extraSelections()]
    assert marked[:2] == ["Đường", "đường"]
    body.mark(())
    assert body.extraSelections() == []


def test_who_answers_in_a_usual_window_sees_more_of_what_is_answered(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    body = DetailBody(workplace.names, window)
    line = body.fontMetrics().height()
    window.resize(900, 20 * line)
    assert body.minimumSizeHint().height() == 2 * line
    window.resize(900, 34 * line)
    assert body.minimumSizeHint().height() == 5 * line


def test_another_report_finds_the_page_empty_and_the_same_one_as_it_was(
    workplace: Workplace, qtbot: QtBot
) -> None:
    body = DetailBody(workplace.names)
    qtbot.addWidget(body)
    one, other = (reading(workplace, workplace.first(state)) for state in ("in_progress", "awaiting_citizen"))
    body.look_for(("duong",))
    body.show_reading(one)
    before = body.toPlainText()
    body.begin(one.report.id)
    assert body.toPlainText() == before
    body.begin(other.report.id)
    assert not body.toPlainText()
    assert not body.extraSelections()
    body.show_reading(one)
    assert body.toPlainText() == before


def test_a_timeline_without_a_step_says_so(workplace: Workplace, qtbot: QtBot) -> None:
    found = reading(workplace, workplace.first("in_progress"))
    body = DetailBody(workplace.names)
    qtbot.addWidget(body)
    body.show_reading(replace(found, entries=(), pending=()))
    assert body.toPlainText().endswith("Nothing was done about it yet.")
    body.show_reading(found)
    assert "Nothing was done about it yet." not in body.toPlainText()
    assert "distributed" in body.toPlainText()
