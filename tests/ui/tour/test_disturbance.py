"""What befalls a reader by the harness's word, and that it is as before afterwards."""

from __future__ import annotations

import pytest

from cardio import worker
from cardio.errors import CardHeldElsewhere, CardRemoved, NoReader, NoService
from cardio.simulator import VirtualReaders
from tests.support.virtual_cards import card
from ui.kiosk import results, state_line
from ui.tour.disturbance import deeds
from ui.training import tray

R = "R"
LINGERING = ((tray, "TAP_MS"), (results, "STAY_MS"), (state_line, "STAY_MS"))


@pytest.fixture
def readers() -> VirtualReaders:
    made = VirtualReaders()
    made.add_reader(R)
    return made


@pytest.fixture(autouse=True)
def usual_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PREPARING", worker.PREPARING)
    for place, name in LINGERING:
        monkeypatch.setattr(place, name, getattr(place, name))


@pytest.mark.parametrize("how", ["prepare", "hold"])
def test_another_program_has_the_card_until_it_is_released(readers: VirtualReaders, how: str) -> None:
    usual, do = worker.PREPARING, deeds(readers)
    do[how](reader=R)
    readers.insert(R, card())
    assert (usual < worker.PREPARING) is (how == "prepare")
    with pytest.raises(CardHeldElsewhere):
        readers.channel(R).connect()
    do["release"](reader=R)
    assert usual == worker.PREPARING
    assert readers.channel(R).connect().atr


def test_a_reader_is_pulled_out_and_back(readers: VirtualReaders) -> None:
    do = deeds(readers)
    readers.insert(R, card())
    do["unplug"](reader=R)
    with pytest.raises(NoReader):
        readers.channel(R).connect()
    do["plug"](reader=R)
    assert readers.channel(R).contactless, "all but the desk's reader read through the air"


def test_what_lingers_does_so_until_it_is_released(readers: VirtualReaders) -> None:
    do, before = deeds(readers), [getattr(place, name) for place, name in LINGERING]
    do["linger"](reader=R, answers=True)
    assert all(getattr(place, name) > 60_000 for place, name in LINGERING)
    do["release"](reader=R)
    assert [getattr(place, name) for place, name in LINGERING] == before


def test_the_service_goes_and_comes_back(readers: VirtualReaders) -> None:
    do, watch = deeds(readers), readers.watch()
    do["service"](reader=R, runs=False)
    with pytest.raises(NoService):
        watch.wait(0)
    do["service"](reader=R, runs=True)
    assert set(watch.wait(0)) == {R}


def test_a_card_left_there_is_taken(readers: VirtualReaders) -> None:
    readers.insert(R, card())
    deeds(readers)["take"](reader=R)
    with pytest.raises(CardRemoved):
        readers.channel(R).connect()
