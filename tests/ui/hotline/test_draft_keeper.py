"""The draft is kept a moment after each key, and not after it was sent."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.triage.calls import CallDraft, NoReporterKey
from tests.ui.hotline.conftest import Desk
from ui.hotline.draft_keeper import DraftKeeper


class Writing:
    """A draft as it stands, or what stops it."""

    def __init__(self) -> None:
        self.draft = CallDraft(text="Cây đổ")
        self.fails = False

    def __call__(self) -> CallDraft:
        if self.fails:
            raise NoReporterKey
        return self.draft


@pytest.fixture
def writing() -> Writing:
    return Writing()


@pytest.fixture
def keeper(desk: Desk, writing: Writing, qtbot: QtBot) -> DraftKeeper:
    return DraftKeeper(desk.calls, writing, desk.workplace.bridge)


def test_it_is_kept_soon_and_an_empty_one_goes(
    keeper: DraftKeeper, desk: Desk, writing: Writing, qtbot: QtBot
) -> None:
    keeper.soon()
    qtbot.waitUntil(lambda: desk.calls.draft().text == "Cây đổ", timeout=20_000)
    writing.draft = CallDraft()
    keeper.keep()
    assert desk.workplace.store.calls.draft() is None


def test_what_was_sent_is_kept_no_more(keeper: DraftKeeper, desk: Desk) -> None:
    keeper.soon()
    keeper.forget()
    keeper.keep_last()
    assert desk.calls.draft().is_empty


def test_the_last_words_are_kept_before_the_page_goes(keeper: DraftKeeper, desk: Desk) -> None:
    keeper.soon()
    keeper.keep_last()
    assert desk.calls.draft().text == "Cây đổ"


@pytest.mark.expects_log("draft of a call not kept", level="WARNING")
def test_what_cannot_be_sealed_or_stored_stops_no_typing(
    keeper: DraftKeeper, desk: Desk, writing: Writing
) -> None:
    writing.fails = True
    keeper.keep()
    writing.fails = False
    desk.workplace.store.close()
    keeper.keep()
