"""The flows of SP 800-73-5 part 2, byte for byte: nothing more is sent, nothing else, and in this order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from cardio.errors import PinBlocked, PinWrong
from cardio.piv import Piv, Slot
from cardio.registry import CardTraits
from cardio.tap import read_tap, supported_key
from cardio.transport import Card
from tests.apdu_scripts import script
from tests.apdu_scripts.script import FOLDER, Script, ScriptedCard
from tests.support.virtual_cards import PUK, WRONG_PIN, pin

MESSAGE = b"event"
NEW = "271828"
EPHEMERAL = ec.derive_private_key(0x1234567890ABCDEF, ec.SECP256R1())
KINDS = ("rsa2048", "p256", "p384")
LENGTHS = ("extended", "short")


@pytest.fixture(autouse=True)
def nothing_learned() -> None:
    """What one card taught is forgotten before the next."""
    CardTraits.forget()


def play(name: str, flow: Callable[[Card, Script], None]) -> None:
    """Run a flow against the card of a script, to the script's end."""
    played = Script.load(f"piv/{name}")
    # a card without extended length is in a reader that carries it: the refusal is part of the script
    card = ScriptedCard(played, extended=not name.startswith(("pin_", "wrong_", "key_")))
    flow(card, played)
    assert card.left == [], "the card expected more"


def tap(card: Card, _script: Script) -> None:
    read_tap(card).sign(MESSAGE)


def sign_in(card: Card, _script: Script) -> None:
    piv = Piv.select(card)
    key = supported_key(piv.certificate(Slot.AUTHENTICATION))
    assert piv.tries_left() == 3
    with piv.unlocked(pin()):
        piv.sign(Slot.AUTHENTICATION, key, MESSAGE)


def change_and_unblock(card: Card, _script: Script) -> None:
    piv = Piv.select(card)
    piv.change_pin(pin(), pin(NEW))
    piv.unblock(pin(PUK), pin())


def wrong_until_blocked(card: Card, _script: Script) -> None:
    piv = Piv.select(card)
    for left in (2, 1):
        with pytest.raises(PinWrong) as refusal:
            piv.verify(pin(WRONG_PIN))
        assert refusal.value.tries_left == left
    with pytest.raises(PinBlocked):
        piv.verify(pin(WRONG_PIN))


def agree(card: Card, played: Script) -> None:
    piv = Piv.select(card)
    with piv.unlocked(pin()):
        assert piv.agree(Slot.KEY_MANAGEMENT, EPHEMERAL.public_key()) == played.given["z"]


def decipher(card: Card, played: Script) -> None:
    key = load_der_public_key(played.given["public_key"])
    assert isinstance(key, rsa.RSAPublicKey)
    piv = Piv.select(card)
    if len(played.exchanges) < 7:  # reading the certificate is how extended length was found out
        piv.certificate(Slot.KEY_MANAGEMENT)
    with piv.unlocked(pin()):
        opened = piv.decipher_oaep(Slot.KEY_MANAGEMENT, key, played.given["ciphertext"])
    assert opened == b"k" * 32


def data_objects(card: Card, _script: Script) -> None:
    piv = Piv.select(card)
    for read in (piv.discovery, piv.capability, piv.chuid, piv.security_object, piv.key_history):
        read()
    with piv.unlocked(pin()):
        piv.printed()


FLOWS: dict[str, Callable[[Card, Script], None]] = {
    **{f"tap_{kind}_{length}": tap for kind in KINDS for length in LENGTHS},
    **{f"sign_in_{kind}_{length}": sign_in for kind in KINDS for length in LENGTHS},
    **{f"decipherment_rsa2048_{length}": decipher for length in LENGTHS},
    "pin_change_and_unblock": change_and_unblock,
    "wrong_pin_until_blocked": wrong_until_blocked,
    "key_agreement_p256": agree,
    "data_objects": data_objects,
}


@pytest.mark.parametrize("name", FLOWS)
def test_a_flow_is_what_its_script_says(name: str) -> None:
    play(name, FLOWS[name])


def test_every_script_is_played() -> None:
    assert {path.stem for path in (FOLDER / "piv").glob("*.apdu")} == set(FLOWS)


def test_every_exchange_is_commented() -> None:
    for path in (FOLDER / "piv").glob("*.apdu"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            assert not line.startswith(">") or lines[at - 1].startswith("# "), f"{path.name}:{at + 1}"


def test_a_deviation_fails() -> None:
    card = ScriptedCard(Script.load("piv/tap_p256_extended"), extended=True)
    with pytest.raises(AssertionError):
        read_tap(card).sign(MESSAGE + b"!")


@pytest.mark.parametrize("text", ["< 9000", "> 00\n> 00", "> 00", "? 00"])
def test_a_script_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    (tmp_path / "bad.apdu").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^[<>?]? ?(00|9000)"):
        Script.load("bad")
