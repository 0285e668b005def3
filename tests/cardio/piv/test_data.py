"""Every data object of a whole card, and the retired key in use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardio.errors import ConditionsNotSatisfied, ObjectMissing
from cardio.piv import Piv, RetiredSlot, biometrics, objects
from cardio.simulator import VirtualPivCard
from tests.support import virtual_cards
from tests.support.virtual_cards import HOLDER, pin


def test_what_is_open() -> None:
    piv = Piv.select(virtual_cards.card())
    assert piv.discovery().application == objects.FULL_AID
    assert piv.capability().data_model == 0x10
    assert piv.chuid().signature
    assert set(piv.security_object().tags.values()) == {
        objects.CHUID,
        objects.PRINTED,
        objects.FACE,
        objects.FINGERPRINTS,
    }
    assert piv.key_history().with_certificate == 1


def test_what_is_behind_the_pin() -> None:
    piv = Piv.select(virtual_cards.card())
    for read in (piv.printed, piv.face, piv.fingerprints):
        with pytest.raises(ConditionsNotSatisfied):
            read()
    with piv.unlocked(pin()):
        assert piv.printed().name == HOLDER
        assert piv.face().kind == biometrics.FACE
        assert piv.fingerprints().kind == biometrics.FINGERPRINT
    with pytest.raises(ConditionsNotSatisfied):
        piv.printed()


def test_a_retired_key_still_opens_what_was_sealed_to_it() -> None:
    piv = Piv.select(virtual_cards.card())
    retired = piv.retired()
    assert list(retired) == [0x82]
    key, ephemeral = retired[RetiredSlot(0x82)].public_key(), ec.generate_private_key(ec.SECP256R1())
    assert isinstance(key, ec.EllipticCurvePublicKey)
    with piv.unlocked(pin()):
        assert piv.agree(RetiredSlot(0x82), ephemeral.public_key()) == ephemeral.exchange(ec.ECDH(), key)


def test_a_card_of_the_four_certificates_only() -> None:
    bare = replace(virtual_cards.card_file(), objects={}, retired_keys={}, retired_certificates={})
    piv = Piv.select(VirtualPivCard(bare))
    assert piv.retired() == {}
    assert piv.chuid().guid == bare.guid
    with pytest.raises(ObjectMissing):
        piv.discovery()
