"""An answer counts as read when the end of its page was on screen, not before."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import Moment
from desktop_app.triage.report_files import ReportFile
from tests.support.clock import NOON
from tests.support.widgets import child
from tests.ui.approvals.test_round import report
from tests.ui.seated import Workplace
from ui.approvals.reading_card import ReadingCard
from ui.language import Language, install
from ui.widgets.notice import Notice
from ui.widgets.who_what_when import WhoWhatWhen

PATIENCE = 30_000


def shown(workplace: Workplace, qtbot: QtBot, text: str) -> ReadingCard:
    card = ReadingCard(workplace.names)
    qtbot.addWidget(card)
    card.resize(800, 600)  # room for the short page in the largest style of the program
    card.show()
    answered = report(1)
    assert answered.answer is not None
    card.show_answer(replace(answered, answer=replace(answered.answer, text=text)), (), NOON)
    return card


def test_a_short_answer_is_read_at_a_glance(workplace: Workplace, qtbot: QtBot) -> None:
    card = shown(workplace, qtbot, "Đã xong.")
    qtbot.waitUntil(lambda: card.was_read, timeout=PATIENCE)
    assert "Đã xong." in child(card, QTextBrowser, "approvals.page").toPlainText()


def test_a_long_one_is_turned_page_by_page(workplace: Workplace, qtbot: QtBot) -> None:
    card = shown(workplace, qtbot, "Đã kiểm tra.\n\n" * 80)
    bar = child(card, QTextBrowser, "approvals.page").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2 * bar.pageStep(), timeout=PATIENCE)
    turned = 0
    while not card.was_read:
        assert bar.value() < bar.maximum(), "not read before its end"
        card.read_on()
        turned += 1
    assert turned > 1
    bar.setValue(0)
    assert card.was_read, "what was seen stays seen"


def test_the_next_answer_is_to_be_read_anew(workplace: Workplace, qtbot: QtBot) -> None:
    card = shown(workplace, qtbot, "Đã xong.")
    qtbot.waitUntil(lambda: card.was_read, timeout=PATIENCE)
    long = report(2)
    assert long.answer is not None
    card.show_answer(replace(long, answer=replace(long.answer, text="Đã kiểm tra.\n\n" * 80)), (), NOON)
    assert not card.was_read


def test_nothing_is_read_while_a_picture_of_it_is_still_to_come(workplace: Workplace, qtbot: QtBot) -> None:
    card = shown(workplace, qtbot, "Đã xong.")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    file = ReportFile("f", "a" * 64, "anh.jpg", "image/jpeg", 9, "An", NOON, has_thumbnail=False)
    card.show_answer(report(1), (), NOON, [(file, Moment.AFTER)])
    notice = child(card, Notice, "approvals.pictures")
    assert (card.was_read, notice.title()) == (False, "Photos still to come: 1")
    card.show_fault(file.sha256, "This photo is no longer there.", "")
    assert (card.was_read, notice.title()) == (False, "This photo is no longer there.")
    card.show_picture("b" * 64, image)
    assert not card.was_read, "another answer's picture"
    card.show_picture(file.sha256, image)
    assert notice.title() == ""
    bar = child(card, QTextBrowser, "approvals.page").verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: card.was_read, timeout=PATIENCE)


def test_a_picture_that_comes_late_is_no_end(workplace: Workplace, qtbot: QtBot) -> None:
    """The page is set anew for it: for a moment it has no length, which nobody has read."""
    card = shown(workplace, qtbot, "Đã xong.")
    image = QImage(300, 900, QImage.Format.Format_RGB32)
    long = report(1)
    assert long.answer is not None
    file = ReportFile("f", "a" * 64, "anh.jpg", "image/jpeg", 9, "An", NOON, has_thumbnail=False)
    long = replace(long, answer=replace(long.answer, text="Đã kiểm tra.\n\n" * 40))
    card.show_answer(long, (), NOON, [(file, Moment.AFTER)])
    card.show_picture(file.sha256, image)
    assert not card.was_read
    install(Language.VIETNAMESE)
    page = child(card, QTextBrowser, "approvals.page")
    qtbot.waitUntil(lambda: "Trả lời" in page.toPlainText(), timeout=PATIENCE)
    assert not card.was_read, "nor is another language"


def test_who_what_and_when_give_way_where_the_page_finds_no_room_beside_them(
    workplace: Workplace, qtbot: QtBot
) -> None:
    card = shown(workplace, qtbot, "Đã xong.")
    strip, page = child(card, WhoWhatWhen), child(card, QTextBrowser, "approvals.page")
    assert strip.isVisible()
    least = card.minimumSizeHint().height()
    card.resize(800, least)
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: page.height() == least, timeout=PATIENCE)
    card.resize(800, 600)
    assert strip.isVisible()
    card.resize(800, least)
    card.show_answer(report(2), (), NOON)
    assert not strip.isVisible(), "the next answer finds no more room"
