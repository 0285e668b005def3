"""A module at arm's length: real tokens of SoftHSM, and modules that crash, sleep and corrupt their heap."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from cardio.errors import (
    CardRemoved,
    ObjectMissing,
    TokenCannot,
    TokenModuleFailed,
    TokenPinWrong,
    WrongKey,
)
from cardio.piv import Slot
from cardio.pkcs11 import Token, TokenModule
from cardio.simulator import KeyKind
from tests.support import tokens, virtual_cards
from tests.support.virtual_cards import WRONG_PIN, pin, public_key

KEY_ID = bytes((Slot.AUTHENTICATION,))
SIGNATURE_ID = bytes((Slot.SIGNATURE,))
VAULT_ID = bytes((Slot.KEY_MANAGEMENT,))


@pytest.fixture(scope="module", params=[KeyKind.P256, KeyKind.RSA2048])
def token_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[KeyKind, Path]:
    """A SoftHSM token with a card's keys; its kind and configuration."""
    kind: KeyKind = request.param
    return kind, tokens.softhsm(tmp_path_factory.mktemp("token"), virtual_cards.card_file(kind))


@pytest.fixture
def module(token_of: tuple[KeyKind, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenModule]:
    """SoftHSM in a child."""
    monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(token_of[1]))
    module = TokenModule(tokens.SOFTHSM)
    yield module
    module.close()


@pytest.fixture
def token(module: TokenModule) -> Token:
    """The token with the keys; SoftHSM shows an empty one beside it."""
    return next(token for token in module.tokens() if token.initialised)


def test_a_token_tells_about_itself(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    assert (token.label, token.blocked, token.signs, token.opens) == (tokens.LABEL, False, True, True)
    found = {entry.key_id: entry.certificate for entry in module.certificates(token.slot)}
    file = virtual_cards.card_file(token_of[0])
    assert found == {bytes((slot,)): file.certificate(slot) for slot in Slot}


def test_signing_in_by_a_token(module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]) -> None:
    key = public_key(Slot.AUTHENTICATION, token_of[0])
    assert module.sign(token.slot, KEY_ID, key, b"challenge", pin())
    with pytest.raises(WrongKey):
        module.sign(token.slot, SIGNATURE_ID, key, b"challenge", pin())
    with pytest.raises(ObjectMissing):
        module.sign(token.slot, b"\x01", key, b"challenge", pin())
    with pytest.raises(CardRemoved):
        module.sign(token.slot + 99, KEY_ID, key, b"challenge", pin())
    other = ed25519.Ed25519PrivateKey.generate().public_key()
    with pytest.raises(TokenCannot):
        module.sign(token.slot, KEY_ID, other, b"challenge", pin())


def test_a_wrong_pin_is_told_and_the_right_one_still_goes(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    key = public_key(Slot.AUTHENTICATION, token_of[0])
    with pytest.raises(TokenPinWrong):
        module.sign(token.slot, KEY_ID, key, b"challenge", pin(WRONG_PIN))
    assert module.sign(token.slot, KEY_ID, key, b"challenge", pin())


def test_the_vault_as_the_token_allows(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    key = public_key(Slot.KEY_MANAGEMENT, token_of[0])
    if isinstance(key, ec.EllipticCurvePublicKey):
        ephemeral = ec.generate_private_key(key.curve)
        shared = module.agree(token.slot, VAULT_ID, ephemeral.public_key(), pin())
        assert shared == ephemeral.exchange(ec.ECDH(), key)
        with pytest.raises(TokenCannot):  # a key that is not meant for it
            module.agree(token.slot, KEY_ID, ephemeral.public_key(), pin())
    else:
        with pytest.raises(TokenCannot):  # SoftHSM knows OAEP with SHA-1 only
            module.decipher_oaep(token.slot, VAULT_ID, bytes(256), pin())


@pytest.mark.parametrize(
    ("misbehaviour", "reason"),
    [
        ("segfault", "crashed"),
        ("heap", "crashed"),
        ("exit", "crashed"),
        ("sleep", "silent"),
        ("fault", "refused"),
    ],
)
def test_whatever_a_module_does_ends_in_its_child(tmp_path: Path, misbehaviour: str, reason: str) -> None:
    path = tokens.compiled(tmp_path, tokens.MISBEHAVIOURS[misbehaviour])
    module = TokenModule(path, patience=3.0 if reason == "silent" else 20.0)
    for _ in range(2):  # the second call has a new child where it needs one
        with pytest.raises(TokenModuleFailed) as refusal:
            module.tokens()
        assert refusal.value.reason == reason
    module.close()


def test_what_a_module_prints_is_no_answer(tmp_path: Path) -> None:
    module = TokenModule(tokens.compiled(tmp_path, tokens.CHATTER))
    assert module.tokens() == ()
    module.close()


def test_what_is_no_module(tmp_path: Path) -> None:
    (tmp_path / "module.so").write_text("text", encoding="ascii")
    for path in (tmp_path / "module.so", tmp_path / "absent.so"):
        with pytest.raises(TokenModuleFailed) as refusal:
            TokenModule(path).tokens()
        assert refusal.value.reason == "unloadable"


@pytest.mark.parametrize(
    "answer", [b"\x7f\xff\xff\xff", b"\0\0\0\x01x", b"\0\0\0\x02[]", b'\0\0\0\x0e{"answer": [1]}'[:18]]
)
def test_a_child_gone_mad(answer: bytes) -> None:
    program = f"import sys; sys.stdin.buffer.read(4); sys.stdout.buffer.write({answer!r}); sys.stdout.flush()"
    module = TokenModule(Path("module"), child=(sys.executable, "-c", program))
    with pytest.raises(TokenModuleFailed) as refusal:
        module.tokens()
    assert refusal.value.reason in {"garbled", "crashed"}
    module.close()


def test_closing_twice() -> None:
    module = TokenModule(Path("never started"))
    module.close()
    module.close()
