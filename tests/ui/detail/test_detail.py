"""The reading pane: one report, its commands, one panel at a time, and what was typed stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.extension_offer import extension_offer
from desktop_app.domain.payloads import Nothing, PayloadInvalid, Text
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Onlooker
from desktop_app.triage.triage import CommandRefused
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.detail import Detail
from ui.language import Language, install, translate
from ui.theme import Scheme, Theme, current
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.wording import sentence


@pytest.fixture
def detail(workplace: Workplace, qtbot: QtBot) -> Detail:
    made = Detail(workplace.session, workplace.names, workplace.clock)
    qtbot.addWidget(made)
    made.resize(780, 640)
    made.show()
    return made


def test_nothing_chosen_says_how_to_choose(detail: Detail) -> None:
    empty = detail.findChild(StatePane, "detail.empty")
    assert empty is not None
    assert empty.isVisible()
    detail.act_primary()
    detail.act(1)
    assert detail.open_panel(Command.NOTE) is None


def test_a_report_shows_what_may_be_done(detail: Detail, workplace: Workplace) -> None:
    detail.show_report(workplace.first("in_progress").id)
    button = detail.findChild(QPushButton, "detail.command.submit")
    assert button is not None
    assert button.isVisible()


def test_the_photos_give_way_to_a_refusal_where_room_is_short(detail: Detail, workplace: Workplace) -> None:
    pictures = child(detail, QWidget, "detail.pictures")
    detail.resize(560, 900)
    detail.show_report(workplace.first("distributed").id)
    detail.show_refusal(CommandRefused("wrong_state"))
    assert pictures.isVisible()
    detail.resize(560, 300)
    assert not pictures.isVisible()
    detail.resize(560, 900)
    assert pictures.isVisible()


def test_the_photos_give_way_to_a_form_sooner_where_letters_are_large(
    detail: Detail, workplace: Workplace, qapp: QApplication
) -> None:
    pictures = child(detail, QWidget, "detail.pictures")
    detail.show_report(workplace.first("in_progress").id)
    assert detail.open_panel(Command.NOTE) is not None
    detail.resize(900, 900)
    assert pictures.isVisible()
    Theme(qapp, Scheme.LIGHT, 2.0)
    detail.resize(900, 901)
    assert not pictures.isVisible()


def test_keys_tell_the_command(detail: Detail, workplace: Workplace) -> None:
    told: list[object] = []
    detail.command_chosen.connect(told.append)
    detail.show_report(workplace.first("distributed").id)
    detail.act_primary()
    detail.act(1)
    assert told == [Command.ACCEPT, Command.HAND_DOWN]


def test_in_a_panel_the_primary_key_confirms_and_numbers_rest(detail: Detail, workplace: Workplace) -> None:
    detail.show_report(workplace.first("in_progress").id)
    told: list[object] = []
    detail.command_chosen.connect(told.append)
    detail.confirmed.connect(lambda command, payload: told.append((command, payload)))
    panel = detail.open_panel(Command.NOTE)
    assert panel is not None
    panel.form.restore({"text": "Đã gọi."})
    detail.act(1)
    detail.act_primary()
    assert told == [(Command.NOTE, Text("Đã gọi."))]


def test_what_cannot_be_built_is_refused_in_the_panel(detail: Detail, workplace: Workplace) -> None:
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.SUBMIT)
    assert panel is not None
    told: list[object] = []
    detail.confirmed.connect(lambda *given: told.append(given))
    detail.act_primary()
    assert panel.form.field("outcome").problem()
    assert told == []


def test_a_command_of_mine_is_shown_without_asking_the_store(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("distributed")
    detail.show_report(report.id)
    pending = workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    detail.show_own(pending)
    shown = detail.reading
    assert shown is not None
    assert (shown.report.state, shown.pending) == (State.IN_PROGRESS, (pending,))
    detail.follow()
    assert detail.reading is shown, "the store tells the same"


def test_a_command_of_a_panel_closes_it(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    detail.open_panel(Command.NOTE)
    pending = workplace.session.triage.do(report, Command.NOTE, Text("Đã gọi."))
    detail.show_own(pending)
    assert detail.panel is None
    assert detail.reading is not None
    assert detail.reading.pending == (pending,)


def test_news_of_what_is_shown_already_is_not_laid_out_again(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    detail.follow()
    detail.show_report(report.id)
    shown = detail.reading
    detail.follow()
    assert detail.reading is shown
    workplace.session.triage.do(report, Command.NOTE, Text("Đã gọi."))
    detail.follow()
    assert detail.reading is not shown
    assert detail.reading is not None
    assert len(detail.reading.pending) == 1


def test_news_leaves_an_open_panel_alone(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    panel = detail.open_panel(Command.NOTE)
    assert panel is not None
    panel.form.restore({"text": "Đang viết"})
    detail.refresh()
    detail.show_report(report.id)
    assert detail.panel is panel
    assert panel.form.values() == {"text": "Đang viết"}


def test_another_report_closes_the_panel_and_keeps_the_draft(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    panel = detail.open_panel(Command.SUBMIT)
    assert panel is not None
    panel.form.restore({"text": "Đã đến nơi."})
    detail.show_report(workplace.first("distributed").id)
    assert detail.panel is None
    draft = workplace.session.triage.draft(report.id)
    assert draft is not None
    assert draft.text == "Đã đến nơi."


def test_another_language_keeps_what_was_typed(detail: Detail, workplace: Workplace, qtbot: QtBot) -> None:
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.RETURN)
    assert panel is not None
    panel.form.restore({"code": "not_our_area", "text": "Thuộc Vỹ Dạ."})
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: detail.panel is not panel)
    again = detail.panel
    assert again is not None
    assert again.form.values() == {"code": "not_our_area", "text": "Thuộc Vỹ Dạ."}
    assert again.accessibleName() == "Trả lại"


def test_another_language_says_again_what_was_refused(
    detail: Detail, workplace: Workplace, qtbot: QtBot
) -> None:
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.RETURN)
    assert panel is not None
    detail.show_refusal(PayloadInvalid("text", "empty"))
    english = panel.form.field("text").problem()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: detail.panel is not panel, timeout=20_000)
    assert detail.panel is not None
    assert detail.panel.form.field("text").problem() == sentence("empty").title != english


def test_another_language_leaves_the_cursor_where_one_writes(
    detail: Detail, workplace: Workplace, qtbot: QtBot
) -> None:
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.NOTE)
    assert panel is not None
    panel.form.restore({"text": "Đã hẹn tổ dân phố."})
    panel.form.go_to("text", 7)
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: detail.panel is not panel, timeout=20_000)
    assert detail.panel is not None
    assert detail.panel.form.place() == ("text", 7)


def test_a_refusal_without_a_panel_stands_above_the_text(detail: Detail, workplace: Workplace) -> None:
    detail.show_report(workplace.first("distributed").id)
    detail.show_refusal(CommandRefused("wrong_state"))
    notice = detail.findChild(Notice, "detail.notice")
    assert notice is not None
    assert notice.isVisible()


def test_a_draft_that_cannot_be_kept_is_told(detail: Detail, workplace: Workplace) -> None:
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.SUBMIT)
    assert panel is not None
    panel.form.restore({"text": "Đã đến nơi."})
    workplace.store.close()
    panel.close_down()
    assert panel.notice.title()
    assert panel.form.values()["text"] == "Đã đến nơi."


def test_a_report_that_left_is_shown_no_more(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, report.id)
    detail.refresh()
    assert detail.reading is None
    detail.clear()


def test_a_report_that_goes_while_one_writes_leaves_the_words_and_nothing_of_itself(
    detail: Detail, workplace: Workplace
) -> None:
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    panel = detail.open_panel(Command.NOTE)
    assert panel is not None
    panel.form.restore({"text": "Đã hẹn tổ dân phố."})
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, report.id)
    detail.follow()
    notice, body = detail.findChild(Notice, "detail.notice"), detail.findChild(QTextBrowser, "detail.body")
    assert notice is not None
    assert body is not None
    assert (panel.isVisible(), notice.isVisible(), body.isVisible()) == (True, True, False)
    assert body.toPlainText() == ""
    install(Language.VIETNAMESE)
    detail.retranslate()
    assert notice.title() == translate("Detail", "This report is no longer on your desk.")
    assert not notice.title().startswith("This report")
    assert detail.panel is panel
    given: list[object] = []
    detail.confirmed.connect(lambda *told: given.append(told))
    detail.act_primary()
    assert (given, panel.form.values()) == ([], {"text": "Đã hẹn tổ dân phố."})
    assert panel.notice.isVisible()
    detail.close_panel()
    empty = detail.findChild(StatePane, "detail.empty")
    assert empty is not None
    assert empty.isVisible()
    other = next(
        each for each in workplace.reports if each.id != report.id and workplace.store.reports.has(each.id)
    )
    detail.show_report(other.id)
    assert body.isVisible()
    assert not notice.isVisible()


def test_another_scheme_leaves_the_keyboard_in_the_question(
    detail: Detail, workplace: Workplace, qapp: QApplication
) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    detail.show_report(workplace.first("in_progress").id)
    panel = detail.open_panel(Command.ASK_CITIZEN)
    assert panel is not None
    before = panel.form.place()
    assert before == ("question", 0)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.choose(scheme)
        QApplication.processEvents()
        assert (detail.panel, panel.form.place()) == (panel, before)


def test_another_scheme_paints_the_marks_anew(
    detail: Detail, workplace: Workplace, qapp: QApplication
) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    detail.show_report(workplace.first("in_progress").id)
    body = detail.findChild(QTextBrowser, "detail.body")
    assert body is not None
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.choose(scheme)
        assert f"color:{current().colours.muted.lower()}" in body.toHtml()


def test_projection_is_shown_at_once(detail: Detail, workplace: Workplace) -> None:
    report = workplace.first("distributed")
    detail.show_report(report.id)
    workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    detail.refresh()
    assert detail.reading is not None
    assert detail.reading.report.state == "in_progress"


def test_an_extension_is_offered_in_time_with_its_rule(detail: Detail, workplace: Workplace) -> None:
    report = next(each for each in workplace.reports if _due_soon(each, workplace))
    told: list[object] = []
    detail.command_chosen.connect(told.append)
    detail.show_report(report.id)
    offer = child(detail, Notice, "detail.offer")
    assert offer.isVisible()
    assert "it counts from the old deadline" in offer.accessibleDescription()
    child(detail, QPushButton, "detail.offer.action").click()
    assert told == [Command.REQUEST_EXTENSION]
    detail.show_report(workplace.first("awaiting_approval").id)
    assert offer.isHidden()


def _due_soon(report: Report, workplace: Workplace) -> bool:
    offer = extension_offer(report, workplace.clock.now(), workplace.names.calendar)
    mine = report.assignment is not None and report.assignment.owner == city.HANDLER
    return offer is not None and mine


@pytest.mark.parametrize("begun", list(Language))
def test_an_untouched_answer_is_no_draft_whatever_the_screen_speaks(
    detail: Detail, workplace: Workplace, begun: Language, qtbot: QtBot
) -> None:
    install(begun)
    report = workplace.first("in_progress")
    detail.show_report(report.id)
    panel = detail.open_panel(Command.SUBMIT)
    assert panel is not None
    assert "Phường Thuận Hóa xin thông báo" in str(panel.form.values()["text"])  # in the report's language
    install(next(each for each in Language if each is not begun))
    qtbot.waitUntil(lambda: detail.panel is not None and detail.panel is not panel)
    detail.close_panel()
    assert workplace.store.drafts.latest(report.id) is None


def test_a_refusal_lies_over_nothing_on_a_low_screen(
    detail: Detail, workplace: Workplace, qtbot: QtBot
) -> None:
    detail.resize(590, 380)
    detail.show_report(workplace.first("in_progress").id)
    detail.show_refusal(CommandRefused("wrong_state"))
    detail.onlookers.show_others((Onlooker("Trần Thị B", True, city.NOW),))
    said, head = child(detail, QWidget, "detail.said"), child(detail, QWidget, "whoWhatWhen")
    body = child(detail, QTextBrowser, "detail.body")

    def top(part: QWidget) -> int:
        return part.mapTo(detail, QPoint()).y()

    qtbot.waitUntil(lambda: top(said) >= top(head) + head.height(), timeout=20_000)
    qtbot.waitUntil(lambda: top(body) >= top(said) + said.height(), timeout=20_000)
