"""Which tokens are in, by name; what becomes of modules that fail."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardio import events
from cardio.errors import CardRemoved
from desktop_app.bus import Bus
from desktop_app.cards.token_slots import ModuleState, TokenSlots, try_module
from tests.support import tokens, virtual_cards
from tests.support.deadline import until


@pytest.fixture(scope="module")
def configuration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SoftHSM token with a card's keys."""
    return tokens.softhsm(tmp_path_factory.mktemp("token"), virtual_cards.card_file())


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def slots(configuration: Path, monkeypatch: pytest.MonkeyPatch, heard: list[object]) -> Iterator[TokenSlots]:
    """No module yet; what is told is heard."""
    monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(configuration))
    bus = Bus()
    for kind in (events.CardInserted, events.CardRemoved):
        bus.subscribe(kind, heard.append)
    made = TokenSlots(bus)
    yield made
    made.stop()


def test_a_token_comes_and_goes_under_its_name(
    slots: TokenSlots, tmp_path: Path, heard: list[object]
) -> None:
    slots.use([str(tokens.proxy(tmp_path))])
    until(slots.slots, 30, "the token")
    [slot] = slots.slots()
    assert slot.name.startswith(f"{tokens.LABEL} (")
    assert slots.find(slot.name) == slot
    assert slots.submit(slot.name, lambda module, token: (module.path, token)).result(30) == (
        slot.module,
        slot.token,
    )
    assert [state.tokens for state in slots.modules()] == [1], "SoftHSM shows an empty one, too"
    (tmp_path / "absent").touch()
    until(lambda: not slots.slots(), 30, "no token")
    with pytest.raises(CardRemoved):
        slots.submit(slot.name, lambda *_: None).result(30)
    until(lambda: len(heard) == 2, 30, "both events")
    assert heard == [events.CardInserted(slot.name, b""), events.CardRemoved(slot.name, b"")]


def test_a_module_left_out_takes_its_tokens_along(slots: TokenSlots, heard: list[object]) -> None:
    slots.use([str(tokens.SOFTHSM)])
    until(slots.slots, 30, "the token")
    slots.use(())
    assert not slots.slots()
    assert not slots.modules()
    assert [type(event) for event in heard] == [events.CardInserted, events.CardRemoved]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("token-watch")]


def test_a_module_that_fails_says_how(slots: TokenSlots, tmp_path: Path) -> None:
    path = tmp_path / "absent.so"
    slots.use([str(path)])
    assert slots.modules()[0].path == path
    until(lambda: slots.modules()[0].asked, 30, "an answer")
    fault = slots.modules()[0].fault
    assert fault is not None
    assert fault.reason == "unloadable"


def test_a_module_is_tried_on_the_spot(configuration: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(configuration))
    assert try_module(tokens.SOFTHSM) == ModuleState(tokens.SOFTHSM, asked=True, tokens=1)
    bad = try_module(Path("/etc/hostname"))
    assert bad.fault is not None
    assert bad.fault.reason == "unloadable"
