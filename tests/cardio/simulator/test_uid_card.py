"""An old card, as a reader shows it."""

import pytest

from cardio.errors import UnknownCard
from cardio.piv import Piv
from cardio.simulator import VirtualUidCard
from cardio.uid import CardUid, read_uid

UID = bytes.fromhex("04A2C3E4F51680")


def test_it_has_a_number_and_nothing_else() -> None:
    card = VirtualUidCard(UID)
    assert card.power_on().startswith(b"\x3b\x8f\x80\x01")
    assert read_uid(card) == CardUid(UID, stable=True)
    with pytest.raises(UnknownCard):
        Piv.select(card)
    card.reset()
