"""OpenSC's PKCS#11 module over the virtual card: a token with its maker's module, on real parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardio.errors import TokenPinWrong
from cardio.pcsc import PcscSource
from cardio.piv import Slot
from cardio.pkcs11 import TokenModule
from cardio.simulator import KeyKind, VpcdLink
from tests.pcsc.conftest import READER
from tests.support import virtual_cards
from tests.support.reader_events import eventually
from tests.support.virtual_cards import WRONG_PIN, pin, public_key

pytestmark = pytest.mark.pcsc

FOLDERS = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
KEY_ID = b"\x01"  # OpenSC's number for 9A


@pytest.fixture
def opensc() -> Path:
    """The module."""
    found = [path for folder in FOLDERS if (path := Path(folder, "opensc-pkcs11.so")).exists()]
    assert found, "opensc is among .setup/apt-test.txt"
    return found[0]


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_a_card_as_a_token(link: VpcdLink, opensc: Path, kind: KeyKind) -> None:
    card = virtual_cards.card(kind)
    link.insert(card)
    watch = PcscSource().watch()
    eventually(lambda: watch.wait(0.1)[READER].atr)
    watch.close()
    module, key = TokenModule(opensc), public_key(Slot.AUTHENTICATION, kind)
    token = module.tokens()[0]
    certificates = {entry.key_id: entry.certificate for entry in module.certificates(token.slot)}
    assert certificates[KEY_ID] == virtual_cards.card_file(kind).certificate(Slot.AUTHENTICATION)
    with module.unlocked(token.slot, pin()) as opened:
        assert opened.sign(KEY_ID, key, b"challenge")
    with pytest.raises(TokenPinWrong) as refusal, module.unlocked(token.slot, pin(WRONG_PIN)):
        pass
    assert card.pin_tries_left == 2, "one entry, one try"
    assert not refusal.value.last_try
    with pytest.raises(TokenPinWrong) as refusal, module.unlocked(token.slot, pin(WRONG_PIN)):
        pass
    assert (card.pin_tries_left, refusal.value.last_try) == (1, True)
    module.close()
