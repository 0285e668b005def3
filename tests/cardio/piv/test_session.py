"""`Piv` on virtual cards of every kind, by commented scripts, and against hostile answers."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from cardio.errors import (
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ContactlessRefused,
    ObjectMissing,
    PinBlocked,
    PinFormat,
    PinWrong,
    ProtocolViolation,
    UnknownCard,
    WrongKey,
)
from cardio.piv import Piv, Slot
from cardio.piv.pin import check_pin_format
from cardio.registry import CardTraits
from cardio.simulator import KeyKind, RareKeyKind, VirtualPivCard
from cardio.tap import read_tap
from tests.support import virtual_cards
from tests.support.apdu_script import AnsweringCard, ApduScript
from tests.support.virtual_cards import PIN, WRONG_PIN, pin, public_key

SELECT = ("00A4040009A0000003080000100000", "9000")
MESSAGE = "Chấm công 07:58".encode()


def verified(message: bytes, signature: bytes, kind: KeyKind, slot: Slot) -> bool:
    """Whether `cryptography` takes the JOSE signature for the card's."""
    key = public_key(slot, kind)
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    else:
        assert isinstance(key, ec.EllipticCurvePublicKey)
        half = len(signature) // 2
        r, s = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
        hash_ = hashes.SHA256() if kind is KeyKind.P256 else hashes.SHA384()
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hash_))
    return True


@pytest.mark.parametrize("extended", [True, False])
@pytest.mark.parametrize("kind", list(KeyKind))
@pytest.mark.parametrize("slot", [Slot.AUTHENTICATION, Slot.SIGNATURE, Slot.CARD_AUTHENTICATION])
def test_signing(kind: KeyKind, slot: Slot, extended: bool) -> None:
    piv = Piv.select(virtual_cards.card(kind, extended=extended))
    piv.verify(pin())
    assert verified(MESSAGE, piv.sign(slot, public_key(slot, kind), MESSAGE), kind, slot)


@pytest.mark.parametrize("kind", list(KeyKind))
def test_objects(kind: KeyKind) -> None:
    piv = Piv.select(virtual_cards.card(kind))
    for slot in Slot:
        assert piv.certificate(slot) == virtual_cards.card_file(kind).certificate(slot)
    assert piv.chuid().guid == virtual_cards.card_file(kind).guid


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_key_agreement(curve: ec.EllipticCurve) -> None:
    kind = KeyKind.P256 if isinstance(curve, ec.SECP256R1) else KeyKind.P384
    ephemeral, card_key = ec.generate_private_key(curve), public_key(Slot.KEY_MANAGEMENT, kind)
    assert isinstance(card_key, ec.EllipticCurvePublicKey)
    piv = Piv.select(virtual_cards.card(kind))
    piv.verify(pin())
    assert piv.agree(Slot.KEY_MANAGEMENT, ephemeral.public_key()) == ephemeral.exchange(ec.ECDH(), card_key)


def test_decipherment() -> None:
    key = public_key(Slot.KEY_MANAGEMENT, KeyKind.RSA2048)
    assert isinstance(key, rsa.RSAPublicKey)
    sealed = key.encrypt(b"k" * 32, padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None))
    piv = Piv.select(virtual_cards.card(KeyKind.RSA2048))
    piv.verify(pin())
    assert piv.decipher_oaep(Slot.KEY_MANAGEMENT, key, sealed) == b"k" * 32
    with pytest.raises(WrongKey):
        piv.decipher_oaep(Slot.KEY_MANAGEMENT, key, b"\x00" + b"\x55" * 255)
    with pytest.raises(ProtocolViolation):
        piv.decipher_oaep(Slot.KEY_MANAGEMENT, key, sealed[1:])


class CountedCard(AnsweringCard):
    """A virtual card in a reader, that counts its APDUs."""

    def __init__(self, card: VirtualPivCard) -> None:
        super().__init__("", atr=card.power_on())
        self._card = card

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the virtual card."""
        self.commands.append(bytes(command[:2]))
        return self._card.transmit(command)


@pytest.mark.parametrize(("extended", "apdus"), [(True, (3, 3, 3)), (False, (5, 3, 3))])
def test_apdus_from_the_pin_to_the_signature(extended: bool, apdus: tuple[int, ...]) -> None:
    counts = []
    for kind in KeyKind:
        card = CountedCard(virtual_cards.card(kind, extended=extended))
        piv = Piv.select(card)
        piv.verify(pin())
        piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION, kind), MESSAGE)
        counts.append(len(card.commands))
    assert tuple(counts) == apdus, "RSA-2048, P-256, P-384"


# --- PIN ---


def test_tries_are_counted_and_refilled() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    assert piv.tries_left() == 3
    for left in (2, 1):
        with pytest.raises(PinWrong) as refusal:
            piv.verify(pin(WRONG_PIN))
        assert refusal.value.tries_left == piv.tries_left() == left
    piv.verify(pin())
    assert piv.tries_left() is None
    piv.logout()
    assert piv.tries_left() == 3


def test_the_last_wrong_pin_blocks() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    for refusal in (PinWrong, PinWrong, PinBlocked, PinBlocked):
        with pytest.raises(refusal):
            piv.verify(pin(WRONG_PIN))
    with pytest.raises(PinBlocked):
        piv.verify(pin(PIN))
    assert piv.tries_left() == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12345", "length"),
        ("", "length"),
        ("123456789", "length"),
        ("12345đ", "characters"),
        ("12 456", "characters"),
        ("123\t56", "characters"),
    ],
)
def test_what_cannot_be_a_pin_is_not_sent(text: str, reason: str) -> None:
    card = virtual_cards.card()
    with pytest.raises(PinFormat) as refusal:
        Piv.select(card).verify(pin(text))
    assert (refusal.value.reason, card.pin_tries_left) == (reason, 3)


@pytest.mark.parametrize("text", ["123456", "12345678", "aB3$xy"])
def test_what_may_be_a_pin(text: str) -> None:
    check_pin_format(pin(text))


@pytest.mark.parametrize("sw", ["6C08", "6F00", "6700", "6982"])
def test_a_pin_is_sent_once_whatever_the_answer(sw: str) -> None:
    script = ApduScript([SELECT, ("0020008008313233343536FFFF", sw)])
    with pytest.raises(CardError):
        Piv.select(script).verify(pin())
    assert script.left == []


@pytest.mark.parametrize(
    ("sw", "left"), [("63C2", 2), ("6302", 2), ("63C0", 0), ("6983", 0), ("9000", None), ("63CF", 15)]
)
def test_ways_to_tell_the_tries(sw: str, left: int | None) -> None:
    assert Piv.select(ApduScript([SELECT, ("00200080", sw)])).tries_left() == left


def test_unlocked_logs_out_whatever_happens() -> None:
    piv = Piv.select(virtual_cards.card())
    with piv.unlocked(pin()):
        assert piv.tries_left() is None
    assert piv.tries_left() == 3
    with pytest.raises(ZeroDivisionError), piv.unlocked(pin()):
        _ = 1 // 0
    assert piv.tries_left() == 3


def test_logout_falls_back_to_reset() -> None:
    card = AnsweringCard("6B00")
    Piv(card).logout()
    assert card.resets == 1
    with pytest.raises(ConditionsNotSatisfied):
        Piv(ApduScript([("0020FF80", "6B00")])).logout()


# --- refusals ---


def test_keys_need_the_pin_each_in_its_way() -> None:
    piv = Piv.select(virtual_cards.card())
    for slot in (Slot.AUTHENTICATION, Slot.SIGNATURE):
        with pytest.raises(ConditionsNotSatisfied):
            piv.sign(slot, public_key(slot), MESSAGE)
    piv.verify(pin())
    piv.sign(Slot.SIGNATURE, public_key(Slot.SIGNATURE), MESSAGE)
    with pytest.raises(ConditionsNotSatisfied):  # the signature key wants the PIN before each use
        piv.sign(Slot.SIGNATURE, public_key(Slot.SIGNATURE), MESSAGE)


def test_contactless_is_a_reason_of_its_own() -> None:
    card = virtual_cards.card()
    card.contactless = True
    piv = Piv.select(ContactlessCard(card))
    with pytest.raises(ContactlessRefused):
        piv.verify(pin())
    with pytest.raises(ContactlessRefused):
        piv.certificate(Slot.AUTHENTICATION)
    with pytest.raises(ContactlessRefused):
        piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), MESSAGE)
    piv.sign(Slot.CARD_AUTHENTICATION, public_key(Slot.CARD_AUTHENTICATION), MESSAGE)
    assert card.pin_tries_left == 3


class ContactlessCard(AnsweringCard):
    """A virtual card on a contactless reader."""

    def __init__(self, card: VirtualPivCard) -> None:
        super().__init__("", contactless=True)
        self._card = card

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the virtual card."""
        return self._card.transmit(command)


@pytest.mark.parametrize("sw", ["6A82", "6D00", "6E00", "6999"])
def test_another_card_is_unknown(sw: str) -> None:
    with pytest.raises(UnknownCard) as refusal:
        Piv.select(AnsweringCard(sw, atr=b"\x3b\x01\x02"))
    assert refusal.value.atr == b"\x3b\x01\x02"


def test_missing_objects_and_keys() -> None:
    read = ("00CB3FFF055C035FC10500", "6A82")
    empty = ("00CB3FFF055C035FC10500", "53009000")
    piv = Piv.select(ApduScript([SELECT, read, empty]))
    for _ in range(2):
        with pytest.raises(ObjectMissing) as refusal:
            piv.certificate(Slot.AUTHENTICATION)
        assert refusal.value.tag == 0x5FC105
    other = Piv.select(virtual_cards.card(KeyKind.P256))
    other.verify(pin())
    with pytest.raises(ObjectMissing):  # the card has no such key
        other.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION, KeyKind.P384), MESSAGE)


def test_a_card_with_another_key_is_told() -> None:
    piv = Piv.select(virtual_cards.card())
    with pytest.raises(WrongKey):
        piv.sign(Slot.CARD_AUTHENTICATION, public_key(Slot.AUTHENTICATION), MESSAGE)


@pytest.mark.parametrize(
    "answer",
    [
        "9000",
        "7C009000",
        "7C028200" + "9000",
        "7C23" + "8221" + "01" * 33 + "9000",
        "8200" + "9000",
        "7C82FFFF9000",
    ],
)
def test_malformed_answers_of_the_key(answer: str) -> None:
    peer = ec.generate_private_key(ec.SECP256R1()).public_key()
    with pytest.raises(ProtocolViolation):
        Piv(AnsweringCard(answer)).agree(Slot.KEY_MANAGEMENT, peer)
    with pytest.raises((ProtocolViolation, WrongKey)):
        Piv(AnsweringCard(answer)).sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), MESSAGE)


def test_a_secret_without_its_zeros_in_front_is_whole_again() -> None:
    peer = ec.generate_private_key(ec.SECP256R1()).public_key()
    card = AnsweringCard("7C05" + "8203010203" + "9000")
    assert Piv(card).agree(Slot.KEY_MANAGEMENT, peer) == bytes(29) + b"\x01\x02\x03"


class OtherMaker(VirtualPivCard):
    """A card that knows its 9E key by another maker's identifier."""

    reader, atr, max_apdu = "R", b"\x3b\x00", 65544

    def __init__(self, standard: int, own: int, kind: RareKeyKind) -> None:
        super().__init__(virtual_cards.rare_card_file(kind))
        self._standard, self._own = standard, own
        self.asked: list[int] = []

    def transaction(self) -> AbstractContextManager[None]:
        """Nobody else is there."""
        return nullcontext()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Its own identifier in place of the standard's."""
        raw = bytearray(command)
        if raw[1] == 0x87:
            self.asked.append(raw[2])
            if raw[2] != self._own:
                return bytes.fromhex("6A86")
            raw[2] = self._standard
        return super().transmit(raw)


@pytest.mark.parametrize(
    ("kind", "standard", "own"),
    [
        (RareKeyKind.ED25519, 0xE0, 0xE2),
        (RareKeyKind.ED25519, 0xE0, 0x22),
        (RareKeyKind.RSA4096, 0x16, 0xE1),
        (RareKeyKind.RSA3072, 0x05, 0xE0),
    ],
)
def test_another_makers_identifier_is_found_once(kind: RareKeyKind, standard: int, own: int) -> None:
    CardTraits.forget()
    card = OtherMaker(standard, own, kind)
    for _ in range(2):
        read_tap(card).sign(MESSAGE)
    assert card.asked[0] == standard
    assert card.asked[-2:] == [own, own]
    assert card.asked.count(standard) == 1
    CardTraits.forget()


def test_an_unexpected_status_word_is_reported_with_its_instruction() -> None:
    with pytest.raises(ApduError) as refusal:
        Piv.select(AnsweringCard("6581"))
    assert (refusal.value.sw, refusal.value.ins) == (0x6581, 0xA4)
