"""Grace in the store: spent durably, made whole by the server's word alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.grace import Grace, GraceEnded, GraceLimits
from desktop_app.store.terminal import TerminalStore
from tests.support.clock import NOON

LIMITS = GraceLimits(hours=72, unlocks=2)


def test_an_account_never_verified_here_has_none(terminal: TerminalStore) -> None:
    assert terminal.grace.get("a") is None
    with pytest.raises(GraceEnded) as ended:
        terminal.grace.spend("a", NOON, LIMITS)
    assert ended.value.reason == "never"


def test_unlocks_are_spent_and_come_back_with_the_server(terminal: TerminalStore) -> None:
    terminal.grace.verified("a", NOON)
    for spent in (1, 2):
        assert terminal.grace.spend("a", NOON, LIMITS).unlocks == spent
    with pytest.raises(GraceEnded) as ended:
        terminal.grace.spend("a", NOON, LIMITS)
    assert ended.value.reason == "unlocks"
    assert terminal.grace.get("a") == Grace(NOON, 2)
    terminal.grace.verified("a", NOON + timedelta(hours=1))
    assert terminal.grace.get("a") == Grace(NOON + timedelta(hours=1), 0)


def test_an_older_word_of_the_server_does_not_turn_time_back(terminal: TerminalStore) -> None:
    terminal.grace.verified("a", NOON)
    terminal.grace.verified("a", NOON - timedelta(days=5))
    assert terminal.grace.get("a") == Grace(NOON, 0)


def test_accounts_have_their_own(terminal: TerminalStore) -> None:
    terminal.grace.verified("a", NOON)
    assert terminal.grace.get("b") is None
