"""Which certificate may be used for what."""

from __future__ import annotations

import pytest

from cardio.errors import WrongPurpose
from cardio.piv import Slot
from cardio.simulator import KeyKind
from cardio.trust import Purpose
from cardio.trust.purpose import check_purpose, may_sign_lists
from tests.support import virtual_cards

MEANT = {
    Purpose.STAFF_SIGN_IN: Slot.AUTHENTICATION,
    Purpose.DIGITAL_SIGNATURE: Slot.SIGNATURE,
    Purpose.KEY_MANAGEMENT: Slot.KEY_MANAGEMENT,
    Purpose.CARD_AUTHENTICATION: Slot.CARD_AUTHENTICATION,
}


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
@pytest.mark.parametrize("slot", list(Slot))
@pytest.mark.parametrize("purpose", list(Purpose))
def test_each_certificate_has_one_purpose(purpose: Purpose, slot: Slot, kind: KeyKind) -> None:
    certificate = virtual_cards.card_file(kind).certificate(slot)
    if MEANT.get(purpose) == slot:
        check_purpose(certificate, purpose)
        return
    with pytest.raises(WrongPurpose) as refusal:
        check_purpose(certificate, purpose)
    assert refusal.value.wanted == purpose.value


@pytest.mark.parametrize("purpose", list(Purpose))
def test_an_authority_signs_in_nobody(purpose: Purpose) -> None:
    with pytest.raises(WrongPurpose):
        check_purpose(virtual_cards.authority().issuing, purpose)


def test_who_signs_lists() -> None:
    assert may_sign_lists(virtual_cards.authority().issuing)
    assert not may_sign_lists(virtual_cards.card_file().certificate(Slot.SIGNATURE))
