"""An answer counts as read when the end of its page was on screen, not before."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.support.clock import NOON
from tests.support.widgets import child
from tests.ui.approvals.test_round import report
from tests.ui.reports.conftest import Workplace
from ui.approvals.reading_card import ReadingCard

PATIENCE = 30_000


def shown(workplace: Workplace, qtbot: QtBot, text: str) -> ReadingCard:
    card = ReadingCard(workplace.names)
    qtbot.addWidget(card)
    card.resize(800, 400)
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
