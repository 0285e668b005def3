"""A holder's card over a real reader thread: what it shows, what it signs, PIN and PUK, and whose tries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.errors import CardRemoved, PinBlocked, PinFormat, PinWrong, PukWrong, ReaderNotAnswering, WrongKey
from cardio.piv import objects
from cardio.piv.objects import Slot
from cardio.simulator import VirtualPivCard
from desktop_app.ceremonies import my_card
from desktop_app.ceremonies.my_card import change_pin, read_my_card, sign_test, unblock
from desktop_app.trust.issuer_signature import Proof
from tests.journeys.workbench import DESK, KIOSK, Workbench


@pytest.fixture
def card(enrolled: Workbench) -> VirtualPivCard:
    return enrolled.insert(enrolled.city.card("o-handler"))


def pin(text: str) -> bytearray:
    return bytearray(text.encode())


def test_everything_a_holder_may_know(enrolled: Workbench, card: VirtualPivCard) -> None:
    seen = read_my_card(enrolled.core, DESK)
    assert [slot.slot for slot in seen.slots] == list(Slot)
    assert {slot.holder for slot in seen.slots} == {"o-handler"}
    assert {slot.key for slot in seen.slots} == {"secp256r1"}
    assert all(slot.health.problem is None and slot.health.chain for slot in seen.slots)
    assert (seen.pin_tries, seen.puk_tries, seen.problems) == (3, 3, ())
    assert seen.issued.proof is Proof.VOUCHED
    assert card.pin_tries_left == 3, "looking spends none"


def test_through_the_air_the_tries_are_out_of_reach(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"), KIOSK)
    seen = read_my_card(enrolled.core, KIOSK)
    assert (seen.contactless, seen.pin_tries, seen.puk_tries) == (True, None, None)
    assert [slot.slot for slot in seen.slots] == [Slot.CARD_AUTHENTICATION]
    assert seen.problems == ()
    assert seen.issued.proof is Proof.VOUCHED, "the identifier is free through the air, too"


@pytest.mark.parametrize(
    ("objects_with", "proof"),
    [(b"\x34\x00", Proof.UNREADABLE), (None, Proof.OTHER_CARD)],
)
def test_an_identifier_that_is_broken_or_of_another_card(
    enrolled: Workbench, objects_with: bytes | None, proof: Proof
) -> None:
    mine, other = enrolled.city.card("o-handler"), enrolled.city.card("o-team")
    content = objects_with or other.objects[objects.CHUID]
    enrolled.insert(replace(mine, objects={**mine.objects, objects.CHUID: content}))
    seen = read_my_card(enrolled.core, DESK)
    assert seen.issued.proof is proof
    assert len(seen.slots) == len(Slot), "the certificates are shown all the same"


def test_a_slot_may_be_empty_and_another_unreadable(enrolled: Workbench) -> None:
    made = enrolled.city.card("o-handler")
    kept = (Slot.AUTHENTICATION, Slot.CARD_AUTHENTICATION)
    some = {slot: made.certificates[slot] for slot in kept}
    garbage = {Slot.SIGNATURE.certificate_tag: b"\x70\x03\x02\x01\x00"}
    enrolled.insert(replace(made, certificates=some, objects={**made.objects, **garbage}))
    seen = read_my_card(enrolled.core, DESK)
    assert tuple(slot.slot for slot in seen.slots) == kept
    assert [(slot, problem.code) for slot, problem in seen.problems] == [
        (Slot.SIGNATURE, "protocol_violation")
    ]


def test_a_signature_proves_the_chip(enrolled: Workbench, card: VirtualPivCard) -> None:
    proof = sign_test(enrolled.core, DESK)
    assert (proof.algorithm, proof.health.problem) == ("ES256", None)
    assert proof.milliseconds > 0
    assert card.pin_tries_left == 3


def test_a_copied_certificate_does_not_pass(enrolled: Workbench) -> None:
    mine, other = enrolled.city.card("o-handler"), enrolled.city.card("o-team")
    stolen = {**mine.certificates, Slot.CARD_AUTHENTICATION: other.certificates[Slot.CARD_AUTHENTICATION]}
    enrolled.insert(replace(mine, certificates=stolen))
    with pytest.raises(WrongKey):
        sign_test(enrolled.core, DESK)


def test_a_changed_pin_is_the_pin(enrolled: Workbench, card: VirtualPivCard) -> None:
    old, new = pin("123456"), pin("654321")
    change_pin(enrolled.core, DESK, old, new)
    assert (bytes(old), bytes(new)) == (bytes(6), bytes(6)), "wiped"
    assert read_my_card(enrolled.core, DESK).pin_tries == 3, "logged out"
    assert enrolled.sign_in("654321").person.id == "o-handler"


def test_a_wrong_pin_spends_one_try_and_a_malformed_one_none(
    enrolled: Workbench, card: VirtualPivCard
) -> None:
    old = pin("000000")
    with pytest.raises(PinWrong) as refused:
        change_pin(enrolled.core, DESK, old, pin("654321"))
    assert (refused.value.tries_left, bytes(old)) == (2, bytes(6))
    with pytest.raises(PinFormat):
        change_pin(enrolled.core, DESK, pin("123456"), pin("12"))
    assert card.pin_tries_left == 2


def test_the_puk_opens_a_blocked_card(enrolled: Workbench) -> None:
    card = enrolled.insert(enrolled.city.card("o-handler", tries=2))
    for _ in range(2):
        with pytest.raises((PinWrong, PinBlocked)):
            change_pin(enrolled.core, DESK, pin("000000"), pin("654321"))
    assert read_my_card(enrolled.core, DESK).pin_tries == 0
    with pytest.raises(PukWrong) as refused:
        unblock(enrolled.core, DESK, pin("00000000"), pin("654321"))
    assert refused.value.tries_left == 1
    unblock(enrolled.core, DESK, pin("12345678"), pin("654321"))
    assert (card.pin_tries_left, card.puk_tries_left) == (2, 2)


def test_no_card_and_a_reader_that_hangs(enrolled: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CardRemoved):
        read_my_card(enrolled.core, DESK)
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.readers.hang(DESK)
    monkeypatch.setattr(my_card, "READ_SECONDS", 0.1)
    known = pin("123456")
    with pytest.raises(ReaderNotAnswering):
        change_pin(enrolled.core, DESK, known, pin("654321"))
    enrolled.readers.hang(DESK, hanging=False)
    assert bytes(known) == bytes(6)
