"""The objects of a virtual card, whole and bare."""

from __future__ import annotations

from dataclasses import replace

from cardio.piv import objects
from cardio.simulator.piv_objects import BEHIND_PIN, card_objects
from tests.support import virtual_cards


def test_a_card_has_every_object() -> None:
    found = card_objects(virtual_cards.card_file())
    assert set(objects.CONTAINER_IDS.values()) | {objects.FIRST_RETIRED_CERTIFICATE} == set(found)
    assert set(found) > BEHIND_PIN
    assert found[objects.DISCOVERY][0] == 0x7E
    assert {value[0] for tag, value in found.items() if tag != objects.DISCOVERY} == {0x53}


def test_a_card_of_an_older_file_still_names_itself() -> None:
    bare = replace(virtual_cards.card_file(), objects={}, retired_certificates={})
    found = card_objects(bare)
    assert len(found) == 5
    assert bare.guid in found[objects.CHUID]
