"""The table of quirks: which card is which, and what the row changes in our conduct."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio import quirks, tlv
from cardio.errors import EntryWrong, PinBlocked, PinWrong
from cardio.piv import Piv, Slot
from cardio.registry import CardTraits
from cardio.simulator import KeyKind, VirtualPivCard
from cardio.simulator.iso7816 import is_extended
from tests.support import virtual_cards
from tests.support.virtual_cards import WRONG_PIN, pin, public_key

NEO: Final = bytes.fromhex("3BFC1300008131FE15597562696B65794E454F7233E1")
NOTHING_SAID: Final = bytes.fromhex("3B80800101")
SELECT, VERIFY, GET_DATA, SIGN = 0xA4, 0x20, 0xCB, 0x87


@pytest.fixture(autouse=True)
def nothing_learned() -> Iterator[None]:
    """Traits are shared by all cards of the process."""
    CardTraits.forget()
    yield
    CardTraits.forget()


class Deviant(VirtualPivCard):
    """A card in a reader that departs from the standard as it is told, and keeps what it was sent.

    `forgets_at`: instructions at which a verified PIN is lost.
    """

    reader, max_apdu = "R", 65544

    def __init__(
        self,
        atr: bytes = NOTHING_SAID,
        *,
        kind: KeyKind = KeyKind.P256,
        extended: bool = True,
        rewrite: dict[str, str] | None = None,
        refused: dict[str, str] | None = None,
        forgets_at: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(virtual_cards.card_file(kind), extended=extended)
        self.atr = atr
        self.sent: list[bytes] = []
        self.resets = 0
        self._rewrite = rewrite or {}
        refusals = (refused or {}).items()
        self._refused = {bytes.fromhex(head): bytes.fromhex(answer) for head, answer in refusals}
        self._forgets_at = forgets_at

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The standard's answer, bent."""
        raw = bytes(command)
        self.sent.append(raw)
        for head, refusal in self._refused.items():
            if raw.startswith(head):
                return refusal
        if raw[1] in self._forgets_at:
            super().transmit(bytes.fromhex("0020FF80"))
        answer = super().transmit(raw)
        sw = self._rewrite.get(answer[-2:].hex().upper())
        return answer if sw is None else answer[:-2] + bytes.fromhex(sw)

    def transaction(self) -> Deviant:
        """Nobody else is there."""
        return self

    def __enter__(self) -> None:
        return None

    def __exit__(self, *exc: object) -> None:
        return None

    def reset(self) -> None:
        """Count the resets of a reader; that of being made is none."""
        if hasattr(self, "resets"):
            self.resets += 1
        super().reset()

    @property
    def verifies(self) -> int:
        """How often a PIN was presented."""
        return sum(raw[1] == VERIFY and len(raw) > 5 for raw in self.sent)


def signed(card: Deviant, kind: KeyKind = KeyKind.P256) -> bytes:
    """The sign-in flow."""
    piv = Piv.select(card)
    piv.certificate(Slot.AUTHENTICATION)
    with piv.unlocked(pin()):
        return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION, kind), b"challenge")


@pytest.mark.parametrize(
    ("history", "properties", "name"),
    [
        (b"YubikeyNEOr3", b"", "YubiKey NEO"),
        (b"", b"\x61\x10\x50\x0ePivApplet v0.9.0/RE", "PivApplet"),
        (b"Yubikey4", b"", "SP 800-73-5"),
        (b"", b"", "SP 800-73-5"),
    ],
)
def test_rows(history: bytes, properties: bytes, name: str) -> None:
    assert quirks.of(history, properties).name == name


def test_each_row_changes_something() -> None:
    for row in quirks.KNOWN:
        assert (row.extended, row.tries_in_630x, row.logout_by_command) != (None, False, None), row.name
        assert row.history or row.label


def test_a_short_only_card_is_never_sent_extended_length() -> None:
    card = Deviant(NEO, kind=KeyKind.RSA2048)
    assert signed(card, KeyKind.RSA2048)
    assert not any(is_extended(raw) for raw in card.sent)


@pytest.mark.parametrize("atr", [NEO, NOTHING_SAID])
def test_counters_in_630x(atr: bytes) -> None:
    card = Deviant(atr, rewrite={"63C3": "6303", "63C2": "6302", "63C1": "6301", "63C0": "6300"})
    piv = Piv.select(card)
    assert piv.tries_left() == 3
    for left in (2, 1):
        with pytest.raises(PinWrong) as wrong:
            piv.verify(pin(WRONG_PIN))
        assert wrong.value.tries_left == left
    with pytest.raises(PinBlocked):
        piv.verify(pin(WRONG_PIN))
    assert card.verifies == 3


def test_a_bare_6300_is_no_count() -> None:
    card = Deviant(rewrite={"63C3": "6300", "63C2": "6300"})
    piv = Piv.select(card)
    assert piv.tries_left() is None, "not told, and not blocked"
    with pytest.raises(EntryWrong):
        piv.verify(pin(WRONG_PIN))
    assert card.verifies == 1


def test_a_wrong_pin_told_without_count_is_asked_for_the_count() -> None:
    class Terse(Deviant):
        def transmit(self, command: bytes | bytearray) -> bytes:
            answer = super().transmit(command)
            return b"\x63\x00" if command[1] == VERIFY and len(command) > 5 and answer[0] == 0x63 else answer

    card = Terse()
    with pytest.raises(PinWrong) as wrong:
        Piv.select(card).verify(pin(WRONG_PIN))
    assert (wrong.value.tries_left, card.pin_tries_left, card.verifies) == (2, 2, 1)


@pytest.mark.parametrize("refusal", ["6700", "6A80", "6A86", "6A81"])
def test_a_card_that_does_not_know_the_question_for_the_tries(refusal: str) -> None:
    class Ignorant(Deviant):
        def transmit(self, command: bytes | bytearray) -> bytes:
            if bytes(command) == bytes.fromhex("00200080"):
                return bytes.fromhex(refusal)
            return super().transmit(command)

    card = Ignorant()
    assert Piv.select(card).tries_left() is None
    assert signed(card)


@pytest.mark.parametrize("refusal", ["6A86", "6D00", "6700"])
def test_a_refused_logout_resets_and_is_not_asked_again(refusal: str) -> None:
    card = Deviant(refused={"0020FF80": refusal})
    for resets in (1, 2):
        assert signed(card)
        assert card.resets == resets
        assert Piv.select(card).tries_left() == 3, "nothing stayed verified"
    assert sum(raw[:4] == bytes.fromhex("0020FF80") for raw in card.sent) == 1


def test_a_logout_that_is_answered_and_not_done_is_found_out() -> None:
    card = Deviant(refused={"0020FF80": "9000"})
    for resets in (1, 2):
        assert signed(card)
        assert card.resets == resets
        assert Piv.select(card).tries_left() == 3, "nothing stayed verified"


def test_a_kind_of_card_known_to_keep_the_pin_is_reset_at_once() -> None:
    class Named(Deviant):
        def transmit(self, command: bytes | bytearray) -> bytes:
            answer = super().transmit(command)
            return b"PivApplet v0.8.1/RSEeD" + answer[-2:] if command[1] == SELECT else answer

    card = Named(refused={"0020FF80": "9000"})
    assert signed(card)
    assert card.resets == 1
    assert not any(raw.startswith(bytes.fromhex("0020FF80")) for raw in card.sent)


def test_logout_is_proved_once_for_each_kind_of_card() -> None:
    card = Deviant()
    counts = []
    for _ in range(2):
        before = len(card.sent)
        signed(card)
        counts.append(len(card.sent) - before)
    assert counts[0] == counts[1] + 1
    assert card.resets == 0


def test_cards_that_lose_the_pin_at_any_other_command_can_be_used() -> None:
    card = Deviant(kind=KeyKind.RSA2048, forgets_at=frozenset({SELECT, GET_DATA}))
    assert signed(card, KeyKind.RSA2048)


def test_a_card_with_extended_answers_but_short_commands() -> None:
    class ShortBuffer(Deviant):
        def transmit(self, command: bytes | bytearray) -> bytes:
            if is_extended(command) and len(command) > 200:
                self.sent.append(bytes(command))
                return bytes.fromhex("6F00")
            return super().transmit(command)

    card = ShortBuffer(kind=KeyKind.RSA2048)
    for _ in range(2):
        assert signed(card, KeyKind.RSA2048)
    assert sum(is_extended(raw) and raw[1] == SIGN for raw in card.sent) == 1, "found out once"
    assert card.verifies == 2


class Stripping(Deviant):
    """A card that answers numbers, without the zeros in front."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The standard's answer, its response shortened."""
        answer = super().transmit(command)
        if command[1] != SIGN or not answer.endswith(b"\x90\x00"):
            return answer
        number = tlv.require(tlv.require(answer[:-2], 0x7C), 0x82)
        return tlv.encode(0x7C, tlv.encode(0x82, number.lstrip(b"\0"))) + answer[-2:]


def message_signed_by_a_small_number() -> bytes:
    """A message whose signature by 9A begins with 00, as one in 256 does."""
    file = virtual_cards.card_file(KeyKind.RSA2048)
    key = load_der_private_key(file.keys[Slot.AUTHENTICATION], None)
    assert isinstance(key, rsa.RSAPrivateKey)
    messages = (number.to_bytes(4, "big") for number in range(100_000))
    return next(one for one in messages if not key.sign(one, padding.PKCS1v15(), hashes.SHA256())[0])


def test_a_card_that_leaves_zeros_in_front_out() -> None:
    card, key = Stripping(kind=KeyKind.RSA2048), public_key(Slot.KEY_MANAGEMENT, KeyKind.RSA2048)
    assert isinstance(key, rsa.RSAPublicKey)
    scheme = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    signer, message = public_key(Slot.AUTHENTICATION, KeyKind.RSA2048), message_signed_by_a_small_number()
    piv = Piv.select(card)
    piv.certificate(Slot.AUTHENTICATION)
    with piv.unlocked(pin()):
        assert piv.decipher_oaep(Slot.KEY_MANAGEMENT, key, key.encrypt(b"secret", scheme)) == b"secret"
        signature = piv.sign(Slot.AUTHENTICATION, signer, message)
    assert (len(signature), signature[0]) == (256, 0), "as JOSE wants it"
