"""A module at arm's length: real tokens of SoftHSM, and modules that crash, sleep and corrupt their heap."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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
from tests.support.deadline import until
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
    assert (token.label, token.blocked, token.last_try, token.pin_pad) == (tokens.LABEL, False, False, False)
    assert (token.signs, token.agrees, token.deciphers) == (True, True, True)
    found = {entry.key_id: entry.certificate for entry in module.certificates(token.slot)}
    file = virtual_cards.card_file(token_of[0])
    assert found == {bytes((slot,)): file.certificate(slot) for slot in Slot}


def test_signing_in_by_a_token(module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]) -> None:
    key = public_key(Slot.AUTHENTICATION, token_of[0])
    other = ed25519.Ed25519PrivateKey.generate().public_key()
    with module.unlocked(token.slot, pin()) as opened:
        assert opened.sign(KEY_ID, key, b"challenge")
        with pytest.raises(WrongKey):
            opened.sign(SIGNATURE_ID, key, b"challenge")
        with pytest.raises(ObjectMissing):
            opened.sign(b"\x01", key, b"challenge")
        with pytest.raises(TokenCannot):
            opened.sign(KEY_ID, other, b"challenge")
    with pytest.raises(CardRemoved), module.unlocked(token.slot + 99, pin()):
        pass


def test_outside_the_block_nobody_is_logged_in(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    with module.unlocked(token.slot, pin()) as opened:
        pass
    with pytest.raises(TokenModuleFailed) as refusal:
        opened.sign(KEY_ID, public_key(Slot.AUTHENTICATION, token_of[0]), b"challenge")
    assert refusal.value.reason == "refused"


def test_a_wrong_pin_is_told_and_the_right_one_still_goes(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    with pytest.raises(TokenPinWrong), module.unlocked(token.slot, pin(WRONG_PIN)):
        pass
    with module.unlocked(token.slot, pin()) as opened:
        assert opened.sign(KEY_ID, public_key(Slot.AUTHENTICATION, token_of[0]), b"challenge")


def test_the_vault_as_the_token_allows(
    module: TokenModule, token: Token, token_of: tuple[KeyKind, Path]
) -> None:
    key = public_key(Slot.KEY_MANAGEMENT, token_of[0])
    with module.unlocked(token.slot, pin()) as opened:
        if isinstance(key, ec.EllipticCurvePublicKey):
            ephemeral = ec.generate_private_key(key.curve)
            shared = opened.agree(VAULT_ID, ephemeral.public_key())
            assert shared == ephemeral.exchange(ec.ECDH(), key)
            with pytest.raises(TokenCannot):  # a key that is not meant for it
                opened.agree(KEY_ID, ephemeral.public_key())
        else:
            with pytest.raises(TokenCannot):  # SoftHSM knows OAEP with SHA-1 only
                opened.decipher_oaep(VAULT_ID, bytes(256))


def test_closing_ends_a_call_that_hangs(tmp_path: Path) -> None:
    module = TokenModule(tokens.compiled(tmp_path, tokens.MISBEHAVIOURS["sleep"]))
    with ThreadPoolExecutor() as calls:
        waiting = calls.submit(module.tokens)
        until(lambda: module._process is not None, what="the child's start")
        module.close()
        with pytest.raises(TokenModuleFailed):
            waiting.result(30)


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
    module = TokenModule(path, patience=2.0 if reason == "silent" else 20.0)
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


@pytest.mark.parametrize(
    ("answer", "found"), [(b"{}", None), (b'{"answer": [1, {"der": 2}, {"id": "9a"}]}', ())]
)
def test_certificates_of_a_child_gone_mad(answer: bytes, found: tuple[()] | None) -> None:
    frame = len(answer).to_bytes(4, "big") + answer
    program = f"import sys; sys.stdin.buffer.read(4); sys.stdout.buffer.write({frame!r}); sys.stdout.flush()"
    module = TokenModule(Path("module"), child=(sys.executable, "-c", program))
    if found is None:
        with pytest.raises(TokenModuleFailed):
            module.certificates(1)
    else:
        assert module.certificates(1) == found
    module.close()
    module.close()


def test_closing_twice() -> None:
    module = TokenModule(Path("never started"))
    module.close()
    module.close()
