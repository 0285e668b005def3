"""What is believed right now, and over a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cardio.simulator import StaffCa
from desktop_app.store.terminal import TerminalStore
from desktop_app.trust.bundle import BundleRefused
from desktop_app.trust.state import TrustState
from tests.desktop_app.bundles import URL, Authority
from tests.desktop_app.store.builders import KEY
from tests.support.virtual_cards import NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TerminalStore]:
    opened = TerminalStore.open(tmp_path / "terminal.db", KEY)
    yield opened
    opened.close()


def test_a_successor_takes_over_and_keeps_the_newest_list(store: TerminalStore) -> None:
    centre = Authority(StaffCa.create("CA", NOW))
    state = TrustState(store, URL, centre.bundle())
    assert state.take_lists([centre.crl()])
    newest = state.cards.newest_list()
    compact = centre.sign(version=2)
    state.take_bundle(compact)
    assert (state.bundle.version, store.trust.bundle()) == (2, compact)
    assert state.cards.newest_list() == newest
    again = TrustState(store, URL, centre.bundle(version=2))
    assert again.cards.newest_list() == newest


def test_a_refused_bundle_changes_nothing(store: TerminalStore) -> None:
    centre = Authority()
    state = TrustState(store, URL, centre.bundle(version=3))
    cards = state.cards
    for compact in (centre.sign(version=2), Authority().sign(version=9), "x"):
        with pytest.raises(BundleRefused):
            state.take_bundle(compact)
    assert state.cards is cards
    assert store.trust.bundle() is None


def test_an_older_list_is_not_kept(store: TerminalStore) -> None:
    centre = Authority(StaffCa.create("CA", NOW))
    state = TrustState(store, URL, centre.bundle())
    old = centre.staff.crl(NOW, NOW + timedelta(days=1))
    new = centre.staff.crl(NOW, NOW + timedelta(days=1))
    assert state.take_lists([new])
    assert not state.take_lists([old])
    assert store.trust.lists() == (new,)
