"""What the workstation believes survives a restart; trusted time never goes back."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.store.terminal import TerminalStore
from desktop_app.store.trust_table import RosterPerson
from tests.support.clock import NOON


def test_bundle_and_lists(terminal: TerminalStore) -> None:
    assert terminal.trust.bundle() is None
    assert terminal.trust.lists() == ()
    terminal.trust.keep_bundle("v1")
    terminal.trust.keep_bundle("v2")
    terminal.trust.keep_lists([b"list-a", b"list-b", b"list-a"])
    assert terminal.trust.bundle() == "v2"
    assert set(terminal.trust.lists()) == {b"list-a", b"list-b"}
    terminal.trust.keep_lists([b"list-c"])
    assert terminal.trust.lists() == (b"list-c",)


def test_the_highest_trusted_time_only_rises(terminal: TerminalStore) -> None:
    assert terminal.trust.highest_trusted() is None
    for moment in (NOON, NOON - timedelta(days=1), NOON + timedelta(hours=1), NOON):
        terminal.trust.keep_highest_trusted(moment)
    assert terminal.trust.highest_trusted() == NOON + timedelta(hours=1)


def test_the_roster_is_replaced_whole(terminal: TerminalStore) -> None:
    an, binh = RosterPerson("c1", "p1", "An", "N. T. A."), RosterPerson("c2", "p2", "Bình", "T. B.")
    assert terminal.roster.issued_at() is None
    terminal.roster.replace([an, binh], NOON)
    assert terminal.roster.person("c1") == an
    terminal.roster.replace([binh], NOON + timedelta(hours=1))
    assert terminal.roster.person("c1") is None
    assert terminal.roster.person("c2") == binh
    assert terminal.roster.issued_at() == NOON + timedelta(hours=1)
