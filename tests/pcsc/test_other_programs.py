"""Other programs at the same card: what they may see, and what they hold."""

from __future__ import annotations

import pytest

from cardio import watcher
from cardio.errors import (
    CardHeldElsewhere,
)
from cardio.piv import Piv
from cardio.readers import Condition, ReaderPool
from cardio.simulator import VpcdLink
from cardio.transport import Card
from tests.pcsc.conftest import READER, Other, inserted
from tests.support import virtual_cards
from tests.support.card_flows import sign_in, tap
from tests.support.reader_events import SOON, EventLog, eventually
from tests.support.virtual_cards import pin

pytestmark = pytest.mark.pcsc

SELECT = "00A4040009A0000003080000100000"
SIGN_WITH_9A = "0087119A267C24820081" + "20" + "55" * 32 + "00"


def test_after_sign_in_no_other_program_can_sign(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    def left_open(card: Card) -> None:
        with card.transaction():
            Piv.select(card).verify(pin())

    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, left_open).result(SOON)
    with other_program("shared", SIGN_WITH_9A) as answers:
        assert answers[0].endswith("9000"), "the danger is real: the state of the PIN is the card's"
    pool.submit(READER, sign_in).result(SOON)
    with other_program("shared", SIGN_WITH_9A) as answers:
        assert answers == ["6982"]


def test_a_card_reset_by_another_program(
    pool: ReaderPool, link: VpcdLink, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("reset", SELECT):
        pass
    assert len(pool.submit(READER, tap).result(SOON)) == 64


@pytest.fixture
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """That a card is held exclusively wakes no wait: it is seen at the next look, in five seconds at most."""
    monkeypatch.setattr(watcher, "LONGEST_WAIT", 0.2)


@pytest.mark.usefixtures("looking_often")
def test_a_card_held_exclusively(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    with other_program("exclusive"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        eventually(lambda: pool.readers()[0].condition is Condition.HELD)
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_a_card_in_anothers_transaction(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("transaction"):
        assert isinstance(pool.submit(READER, tap).exception(SOON), CardHeldElsewhere)
        assert pool.readers()[0].condition is Condition.HELD
    eventually(lambda: pool.readers()[0].condition is Condition.CARD)
    assert len(pool.submit(READER, tap).result(SOON)) == 64


def test_other_programs_go_on_beside_our_idle_connection(
    link: VpcdLink, pool: ReaderPool, log: EventLog, other_program: Other
) -> None:
    link.insert(virtual_cards.card())
    inserted(log)
    pool.submit(READER, tap).result(SOON)
    with other_program("shared", SELECT) as answers:
        assert answers[0].endswith("9000")
