"""An answer comes with its timeline and the public copies that it names, or with why one cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.report import Report
from desktop_app.pictures.public_copy import public_copy
from tests.support.photographs import phone_photo
from tests.support.widgets import child
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
from ui.approvals.reading import Reading
from ui.approvals.reading_card import ReadingCard
from ui.tasks import Tasks
from ui.widgets.notice import Notice


@pytest.fixture
def card(workplace: Workplace, qtbot: QtBot) -> ReadingCard:
    made = ReadingCard(workplace.names)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def reading(card: ReadingCard, workplace: Workplace, tasks: Tasks) -> Reading:
    return Reading(card, workplace.session, tasks)


def answered(work: Workplace, *, kept: bool) -> tuple[Report, Attachment]:
    """A report whose answer names the public copy of its photo; ``kept``: that copy is on this computer."""
    report = work.first("awaiting_approval")
    assert report.answer is not None
    photo = lay(work, report, phone_photo(300, 200), 2)
    public = lay(work, report, public_copy(phone_photo(300, 200), []), 3, redacts=photo.sha256, kept=kept)
    return replace(report, answer=replace(report.answer, attachments=(public.sha256,))), public


def awaited(card: ReadingCard) -> str:
    return child(card, Notice, "approvals.pictures").title()


def test_the_answer_comes_with_its_picture(
    reading: Reading, card: ReadingCard, workplace: Workplace, qtbot: QtBot
) -> None:
    report, public = answered(workplace, kept=True)
    reading.show(report, workplace.clock.now())
    assert report.answer is not None
    assert report.title in child(card, QLabel, "detail.title").text()
    assert report.answer.text in child(card, QTextBrowser, "approvals.page").toPlainText()
    assert awaited(card) == "Photos still to come: 1"
    qtbot.waitUntil(lambda: not awaited(card))
    assert f"picture:{public.sha256}" in child(card, QTextBrowser, "approvals.page").toHtml()


def test_a_picture_that_does_not_come_says_why(
    reading: Reading, card: ReadingCard, workplace: Workplace, qtbot: QtBot
) -> None:
    report, _ = answered(workplace, kept=False)
    reading.show(report, workplace.clock.now())
    waiting = awaited(card)
    qtbot.waitUntil(lambda: awaited(card) not in {"", waiting})
    assert not card.was_read, "what cannot be seen cannot be approved"


def test_an_answer_without_pictures_waits_for_none(
    reading: Reading, card: ReadingCard, workplace: Workplace
) -> None:
    reading.show(workplace.first("awaiting_approval"), workplace.clock.now())
    assert awaited(card) == ""
