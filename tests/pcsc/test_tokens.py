"""OpenSC's PKCS#11 module over the virtual card: a token with its maker's module, on real parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardio import events
from cardio.apdu import Ins
from cardio.errors import CardError, CardRemoved, TokenPinWrong
from cardio.pcsc import PcscSource
from cardio.piv import Slot
from cardio.pkcs11 import TokenModule
from cardio.readers import ReaderPool
from cardio.simulator import KeyKind, VirtualPivCard, VpcdLink
from desktop_app import jose
from desktop_app.api.auth import Assertion
from desktop_app.bus import Bus
from desktop_app.cards.places import CardPlaces
from desktop_app.cards.presented_card import SeenCards
from desktop_app.cards.proof import Errand
from desktop_app.cards.token_slots import TokenSlots
from desktop_app.credentials import Secrets
from desktop_app.vault.vault import Vault
from tests.pcsc.conftest import READER, wait_until_empty
from tests.pcsc.test_clients import put_in_card
from tests.support import virtual_cards
from tests.support.clock import ManualClock
from tests.support.deadline import until
from tests.support.reader_events import eventually
from tests.support.virtual_cards import NOW, WRONG_PIN, pin, public_key

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


class LeavingCard(VirtualPivCard):
    """A card that is taken out where it should answer that instruction the so-manieth time."""

    def __init__(self, link: VpcdLink, instruction: int, times: int) -> None:
        super().__init__(virtual_cards.card_file())
        self._link, self._instruction, self._left = link, instruction, times
        self.presented = 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer, or go."""
        self._left -= command[1] == self._instruction
        if self._left == 0:
            self._link.remove()
        self.presented += command[1] == Ins.VERIFY and len(command) > 5
        return super().transmit(command)


@pytest.mark.parametrize(
    ("instruction", "times"),
    [(Ins.SELECT, 1), (Ins.GET_DATA, 1), (Ins.GET_DATA, 6), (Ins.VERIFY, 2), (Ins.GENERAL_AUTHENTICATE, 1)],
)
def test_a_card_taken_out_under_the_module(
    link: VpcdLink, opensc: Path, instruction: int, times: int
) -> None:
    """The child ends the call by an error of ours, presents nothing twice, and works with the next card."""
    module, key = TokenModule(opensc), public_key(Slot.AUTHENTICATION)

    def sign() -> bytes:
        found = [token for token in module.tokens() if token.signs]
        if not found:
            raise CardRemoved
        with module.unlocked(found[0].slot, pin()) as opened:
            return opened.sign(KEY_ID, key, b"challenge")

    card = LeavingCard(link, instruction, times)
    put_in_card(link, card)
    with pytest.raises(CardError):
        sign()
    assert (card.presented <= 1, card.pin_tries_left) == (True, 3)
    wait_until_empty()
    put_in_card(link, virtual_cards.card())
    until(lambda: [token for token in module.tokens() if token.signs], 20, "the token")
    assert len(sign()) == 64
    module.close()


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_the_way_in_by_the_makers_module(link: VpcdLink, opensc: Path, tmp_path: Path, kind: KeyKind) -> None:
    """Seen, read, signed and the vault opened through OpenSC; gone when the card is taken out."""
    bus, heard = Bus(), list[object]()
    bus.subscribe(events.CardRemoved, heard.append)
    slots, clock = TokenSlots(bus), ManualClock(wall=NOW)
    places = CardPlaces(ReaderPool([], bus.publish), slots, SeenCards(bus), lambda: None, clock)
    file = virtual_cards.card_file(kind)
    card = virtual_cards.card(kind)
    link.insert(card)
    slots.use([str(opensc)])
    try:
        until(slots.slots, 20, "the token")
        name = slots.slots()[0].name
        seen = places.read(name).result(20)
        assert seen.authentication == file.certificate(Slot.AUTHENTICATION)
        assert seen.key_management == file.certificate(Slot.KEY_MANAGEMENT)
        vault = Vault(tmp_path / "a.vault", "a", "ws", Secrets(tmp_path / "key", use_keyring=False))
        assertion = Assertion("nonce", "https://central.example/token", "thumb", NOW)
        errand = Errand(seen, assertion, [seen.authentication], vault, lambda certificate: certificate)
        first, second = (places.prove(name, pin(), errand).result(30) for _ in range(2))
        assert first.data_key == second.data_key
        key = jose.certificate_key(seen.authentication)
        assert jose.verify(first.assertion, jose.Kind.SIGN_IN, key).claims["nonce"] == "nonce"
        assert card.pin_tries_left == 3
        expected = "card-ec" if kind is KeyKind.P256 else "card-rsa"  # OpenSC unpads OAEP itself
        assert vault.kinds() == (expected,)
        assert first.data_key
        link.remove()
        until(lambda: not slots.slots(), 20, "no token")
        assert heard == [events.CardRemoved(name, b"")]
    finally:
        slots.stop()
