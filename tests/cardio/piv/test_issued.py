"""What an issuer signed is read in one go; what a card lacks or garbles is told beside the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.errors import CardError, CardRemoved, ConditionsNotSatisfied, ProtocolViolation
from cardio.piv import Piv, issued, objects
from cardio.piv.chuid import Chuid
from cardio.piv.issued import FREE, GUARDED
from cardio.piv.security_object import SecurityObject
from cardio.simulator import VirtualPivCard
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import pin


def card(changes: dict[int, bytes] | None = None) -> Piv:
    file = virtual_cards.card_file()
    return Piv.select(VirtualPivCard(replace(file, objects={**file.objects, **(changes or {})})))


def test_everything_that_needs_no_pin() -> None:
    found = issued.read(card())
    assert isinstance(found.chuid, Chuid)
    assert isinstance(found.security, SecurityObject)
    assert list(found.found) == [*FREE, objects.SECURITY_OBJECT]
    assert found.contents.keys() == found.found.keys()


def test_what_the_pin_guards_stands_beside_it() -> None:
    piv = card()
    refused = issued.read_objects(piv, GUARDED)
    assert all(isinstance(value, ConditionsNotSatisfied) for value in refused.values())
    assert set(issued.read(piv).beside(refused).contents) == {*FREE, objects.SECURITY_OBJECT}
    with piv.unlocked(pin()):
        opened = issued.read_objects(piv, GUARDED)
    assert set(issued.read(piv).beside(opened).contents) == {*FREE, *GUARDED, objects.SECURITY_OBJECT}


def test_a_card_of_before_the_issuer_signed() -> None:
    found = issued.read(Piv.select(VirtualPivCard(replace(virtual_cards.card_file(), objects={}))))
    assert isinstance(found.chuid, Chuid)
    assert (found.security, set(found.contents)) == (None, {objects.CHUID})


@pytest.mark.parametrize("tag", [objects.CHUID, objects.SECURITY_OBJECT])
def test_nonsense_is_told_beside_the_rest(tag: int) -> None:
    found = issued.read(card({tag: b"\x01\x00"}))
    faults = [found.chuid, found.security]
    assert [isinstance(one, CardError) for one in faults] == [tag == objects.CHUID, tag != objects.CHUID]
    assert any(isinstance(one, ProtocolViolation) for one in faults)


def test_through_the_air_the_identifier_alone() -> None:
    found = issued.read(Piv.select(InReader(virtual_cards.card_file(), contactless=True)))
    assert isinstance(found.chuid, Chuid)
    assert set(found.contents) == {objects.CHUID}


def test_a_card_torn_off_is_no_card_that_lacks_something() -> None:
    class Torn(InReader):
        def transmit(self, command: bytes | bytearray) -> bytes:
            if objects.SECURITY_OBJECT.to_bytes(3, "big") in bytes(command):
                raise CardRemoved
            return super().transmit(command)

    with pytest.raises(CardRemoved):
        issued.read(Piv.select(Torn(virtual_cards.card_file())))
