"""What befalls a reader by the harness's word, and that it is as before afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cardio import worker
from cardio.errors import CardHeldElsewhere, NoReader
from cardio.simulator import VirtualReaders
from tests.support.virtual_cards import card
from ui.tour.disturbance import deeds

R = "R"


@pytest.fixture
def readers() -> VirtualReaders:
    made = VirtualReaders()
    made.add_reader(R)
    return made


@pytest.fixture(autouse=True)
def usual_patience() -> Iterator[None]:
    before = worker.PREPARING
    yield
    worker.PREPARING = before


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
