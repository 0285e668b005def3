"""A workstation's files open again as what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.bus import Bus
from desktop_app.clock import Clock
from desktop_app.credentials import WORKSTATION_KEY
from desktop_app.settings import Home
from desktop_app.store.errors import StoreError, Unavailable, WrongKey
from desktop_app.trust.bundle import BundleRefused
from desktop_app.workstation.installation import Installation
from tests.journeys.workbench import Workbench


@pytest.fixture
def left(bench: Workbench) -> Home:
    """The home of a workstation that was enrolled and has ended."""
    bench.enrol()
    bench.core.stop()
    return bench.core.home


def installation(home: Home) -> Installation:
    return Installation(home, Bus(), Clock(), use_keyring=False)


def test_it_opens_as_the_workstation_it_was(bench: Workbench, left: Home) -> None:
    clock = Clock()
    workplace = Installation(left, Bus(), clock, use_keyring=False).open()
    try:
        assert workplace.enrolment.server_url == bench.gate.url
        assert workplace.store.trust.bundle() == workplace.enrolment.bundle.compact
        assert clock.highest_trusted() == workplace.store.trust.highest_trusted()
    finally:
        workplace.stop()


def test_the_store_is_closed_again_where_the_bundle_is_not_believed(
    left: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def refuse(store: object, *_: object) -> None:
        opened.append(store)
        raise BundleRefused("bundle_malformed")

    made = installation(left)
    monkeypatch.setattr(made, "_begin", lambda _enrolment, store: refuse(store))
    with pytest.raises(BundleRefused):
        made.open()
    with pytest.raises(Unavailable):
        opened[0].trust.bundle()  # type: ignore[attr-defined]


def test_another_key_does_not_open_it(left: Home) -> None:
    made = installation(left)
    made.secrets.put("terminal-store-key", bytes(32))
    with pytest.raises(WrongKey) as caught:
        made.open()
    assert isinstance(caught.value, StoreError)


def test_secrets_and_vault_lie_in_the_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.create()
    made = installation(home)
    assert made.secrets is made.secrets
    assert made.secrets.get(WORKSTATION_KEY) is None
    assert not made.vault("0" * 32, "w").exists
