"""`TokenModule`: a maker's PKCS#11 module at arm's length, in a child process that may die without harm.

Nothing is repeated by itself: a call that the module did not survive is told as such, and the next call gets
a new child. A PIN goes over the pipe once and is never kept.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Literal, cast

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import certificates
from cardio.errors import (
    CardError,
    CardRemoved,
    ObjectMissing,
    PinBlocked,
    PinFormat,
    ProtocolViolation,
    TokenCannot,
    TokenModuleFailed,
    TokenPinWrong,
    UnsupportedKey,
)
from cardio.piv import algorithms
from cardio.piv.algorithms import PublicKey
from cardio.pkcs11 import frames

PATIENCE: Final = 20.0
"""Seconds for one call: tokens are slow, and some wait for a button."""
PAD_PATIENCE: Final = 60.0
"""Seconds for a PIN typed on the token's own keys."""
LOOK_PATIENCE: Final = 6.0
"""Seconds for a look at the slots: somebody waits for the next one."""

CHILD: Final = (sys.executable, "-m", "cardio.pkcs11.child")
_DIGEST_INFO: Final = 51  # of SHA-256: 19 bytes of prefix, 32 of hash
_ENDS_WITHIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Token:
    """A token in a slot.

    `pin_pad`: the PIN is typed on the token or its reader (CKF_PROTECTED_AUTHENTICATION_PATH). `signs`,
    `agrees` (ECDH) and `deciphers` (RSA-OAEP): the mechanisms it lists, which its keys need not allow.
    """

    slot: int
    label: str
    serial: str
    initialised: bool
    pin_pad: bool
    blocked: bool
    last_try: bool
    signs: bool
    agrees: bool
    deciphers: bool


@dataclass(frozen=True, slots=True)
class TokenCertificate:
    """A certificate on a token, and the identifier of the key that goes with it."""

    key_id: bytes
    certificate: x509.Certificate


class TokenModule:
    """One module. Calls may come from any thread; they are made one after the other."""

    def __init__(self, path: Path, *, patience: float = PATIENCE, child: Sequence[str] = CHILD) -> None:
        self.path = path
        self._command = (*child, str(path))
        self._patience = patience
        self._one_call = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def tokens(self) -> tuple[Token, ...]:
        """The tokens that are in now; call it every second or so to notice changes.

        Raises TokenModuleFailed, as every method does.
        """
        found = self._call({"do": "tokens"}, patience=min(self._patience, LOOK_PATIENCE))
        try:
            return tuple(Token(**token) for token in found)
        except TypeError:
            raise TokenModuleFailed("garbled") from None

    def certificates(self, slot: int) -> tuple[TokenCertificate, ...]:
        """The readable certificates of a token; those that are malformed are left out. Raises CardRemoved."""
        told, readable = self._call({"do": "certificates", "slot": slot}), []
        if not isinstance(told, list):
            raise TokenModuleFailed("garbled")
        for entry in told:
            with suppress(ProtocolViolation, UnsupportedKey, ValueError, TypeError, KeyError):
                found = certificates.load(bytes.fromhex(entry["der"]))
                readable.append(TokenCertificate(bytes.fromhex(entry["id"]), found))
        return tuple(readable)

    @contextmanager
    def unlocked(self, slot: int, pin: bytearray | None) -> Iterator[OpenToken]:
        """Log in, once, and out again whatever happens; nobody else reaches the module meanwhile.

        `pin` is wiped by the caller; `None` has it typed on the token's own keys. Raises TokenPinWrong,
        PinBlocked, PinFormat, CardRemoved.
        """
        with self._one_call:
            request = {"do": "login", "slot": slot, "pin_pad": pin is None}
            self._call(request, pin, patience=max(self._patience, PAD_PATIENCE if pin is None else 0))
            logged_in = self._process
            try:
                yield OpenToken(self._by_key)
            finally:
                if self._process is logged_in:  # a child that died is logged out
                    with suppress(CardError):
                        self._call({"do": "logout"})

    def close(self) -> None:
        """End the child, also in the middle of a call. The next call would start another."""
        process = self._process
        if process is not None:
            process.kill()
        with self._one_call:
            self._end()

    def _by_key(self, request: dict[str, Any], key_id: bytes, data: bytes) -> bytes:
        answer = self._call({**request, "id": key_id.hex(), "data": data.hex()})
        try:
            return bytes.fromhex(answer)
        except (TypeError, ValueError):
            raise TokenModuleFailed("garbled") from None

    # --- the child

    def _call(
        self, request: dict[str, Any], secret: bytearray | None = None, *, patience: float | None = None
    ) -> Any:  # noqa: ANN401 — JSON
        with self._one_call:
            pipe = self._started()
            try:
                frames.send(pipe, frames.encoded(request))
                frames.send(pipe, secret or b"")
                content = self._answers.get(timeout=self._patience if patience is None else patience)
            except queue.Empty:
                raise self._failed("silent") from None
            except OSError:
                raise self._failed("crashed") from None
            if content is None:
                raise self._failed("crashed")
            try:
                answer = frames.document(content)
            except frames.Garbled:
                raise self._failed("garbled") from None
            if answer.get("error") == "token_module_unloadable":
                raise self._failed("unloadable")
        if "error" in answer:
            raise _error(str(answer["error"]), last_try=answer.get("last_try") is True)
        return answer.get("answer")

    def _started(self) -> IO[bytes]:
        if self._process is None:
            self._answers = queue.SimpleQueue()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            listener = threading.Thread(
                target=_listen, args=(self._process.stdout, self._answers), name="token-module", daemon=True
            )
            listener.start()
        return cast(IO[bytes], self._process.stdin)  # a pipe, as asked for

    def _failed(self, reason: Literal["crashed", "silent", "garbled", "unloadable"]) -> TokenModuleFailed:
        self._end()
        return TokenModuleFailed(reason)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_ENDS_WITHIN)
        with suppress(OSError):  # what was not written yet finds no reader
            cast(IO[bytes], process.stdin).close()


class OpenToken:
    """A token that is logged in; used inside `TokenModule.unlocked` only."""

    def __init__(self, by_key: Callable[[dict[str, Any], bytes, bytes], bytes]) -> None:
        self._by_key = by_key

    def sign(self, key_id: bytes, public_key: PublicKey, message: bytes) -> bytes:
        """The JOSE signature over `message`, verified.

        Raises TokenCannot, ObjectMissing, CardRemoved, WrongKey, TokenModuleFailed.
        """
        operand, mechanism = algorithms.card_input(public_key, message), "ECDSA"
        if isinstance(public_key, rsa.RSAPublicKey):
            operand, mechanism = operand[-_DIGEST_INFO:], "RSA_PKCS"  # the token pads
        elif not isinstance(public_key, ec.EllipticCurvePublicKey):
            raise TokenCannot(algorithms.key_name(public_key))
        answer = self._by_key({"do": "sign", "mechanism": mechanism}, key_id, operand)
        if isinstance(public_key, ec.EllipticCurvePublicKey):
            half = len(answer) // 2
            answer = encode_dss_signature(int.from_bytes(answer[:half]), int.from_bytes(answer[half:]))
        return algorithms.jose_signature(public_key, message, answer)

    def agree(self, key_id: bytes, peer: ec.EllipticCurvePublicKey) -> bytes:
        """Z of the token's key and `peer`; raises as `sign`."""
        point, size = peer.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint), peer.key_size // 8
        shared = self._by_key({"do": "agree", "bits": size * 8}, key_id, point)
        if len(shared) != size:
            raise ProtocolViolation("key_agreement")
        return shared

    def decipher_oaep(self, key_id: bytes, ciphertext: bytes) -> bytes:
        """The message encrypted by OAEP-SHA256 to the token's RSA key; raises as `sign`."""
        return self._by_key({"do": "decipher"}, key_id, ciphertext)


def _listen(pipe: IO[bytes], answers: queue.SimpleQueue[bytes | None]) -> None:
    """Bring each frame of the child into the queue, `None` for the end, `b""` for what is no frame."""
    with pipe:
        try:
            while (content := frames.receive(pipe)) is not None:
                answers.put(content)
            answers.put(None)
        except frames.Garbled:
            answers.put(b"")
        except OSError:
            answers.put(None)


def _error(code: str, *, last_try: bool) -> CardError:
    errors: dict[str, CardError] = {
        "token_pin_wrong": TokenPinWrong(last_try),
        "pin_blocked": PinBlocked(),
        "pin_format": PinFormat("length"),
        "card_removed": CardRemoved(),
        "object_missing": ObjectMissing(0),
        "token_cannot": TokenCannot("mechanism"),
    }
    return errors.get(code) or TokenModuleFailed("refused")
