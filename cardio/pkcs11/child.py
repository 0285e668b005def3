"""`python -m cardio.pkcs11.child MODULE`: loads one maker's module and does what the parent asks.

Requests come on standard input, answers go to standard output; the module itself is given another standard
output, so that what it prints cannot be taken for an answer. A secret follows its request as a frame of its
own, is presented to the token once and wiped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

import pkcs11
from pkcs11 import Attribute, Mechanism, ObjectClass, TokenFlag
from pkcs11.exceptions import PKCS11Error

from cardio.pkcs11 import frames

_CODES: Final = {
    "PinIncorrect": "token_pin_wrong",
    "PinLocked": "pin_blocked",
    "PinExpired": "pin_blocked",
    "PinLenRange": "pin_format",
    "PinInvalid": "pin_format",
    "ArgumentsBad": "token_cannot",  # SoftHSM's answer to a hash it does not offer
    "TokenNotPresent": "card_removed",
    "DeviceRemoved": "card_removed",
    "NoSuchToken": "card_removed",
    "SlotIDInvalid": "card_removed",
    "NoSuchKey": "object_missing",
    "MechanismInvalid": "token_cannot",
    "MechanismParamInvalid": "token_cannot",
    "KeyTypeInconsistent": "token_cannot",
    "FunctionNotSupported": "token_cannot",
}
"""The binding's exceptions → codes of `cardio.errors`; any other is a fault of the module."""

Request = dict[str, Any]


class Module:
    """The loaded module."""

    def __init__(self, path: str) -> None:
        self._library = pkcs11.lib(path)

    def tokens(self, _request: Request, _secret: bytearray) -> list[dict[str, Any]]:
        """The tokens that are in."""
        return [self._token(slot) for slot in self._library.get_slots(token_present=True)]

    def certificates(self, request: Request, _secret: bytearray) -> list[dict[str, str]]:
        """The X.509 certificates that can be seen without PIN."""
        with self._slot(request).get_token().open() as session:
            found = session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
            return [{"id": one[Attribute.ID].hex(), "der": one[Attribute.VALUE].hex()} for one in list(found)]

    def sign(self, request: Request, secret: bytearray) -> str:
        """The signature over `data` by the mechanism named."""
        with self._private_key(request, secret, "sign") as key:
            mechanism = Mechanism[request["mechanism"]]
            return bytes(key.sign(bytes.fromhex(request["data"]), mechanism=mechanism)).hex()

    def agree(self, request: Request, secret: bytearray) -> str:
        """Z of the key and the peer's point."""
        with self._private_key(request, secret, "derive_key") as key:
            shared = key.derive_key(
                pkcs11.KeyType.GENERIC_SECRET,
                request["bits"],
                mechanism_param=(pkcs11.KDF.NULL, None, bytes.fromhex(request["data"])),
                template={Attribute.SENSITIVE: False, Attribute.EXTRACTABLE: True},
            )
            return bytes(shared[Attribute.VALUE]).hex()

    def decipher(self, request: Request, secret: bytearray) -> str:
        """The message encrypted by OAEP-SHA256."""
        with self._private_key(request, secret, "decrypt") as key:
            opened = key.decrypt(
                bytes.fromhex(request["data"]),
                mechanism=Mechanism.RSA_PKCS_OAEP,
                mechanism_param=(Mechanism.SHA256, pkcs11.MGF.SHA256, None),
            )
            return bytes(opened).hex()

    def _slot(self, request: Request) -> pkcs11.Slot:
        found = [
            slot for slot in self._library.get_slots(token_present=True) if slot.slot_id == request["slot"]
        ]
        if not found:
            raise pkcs11.exceptions.NoSuchToken
        return found[0]

    @contextmanager
    def _private_key(self, request: Request, secret: bytearray, purpose: str) -> Iterator[Any]:
        """The key in a session of its own, closed (and with it logged out) whatever happens."""
        with self._session(request, secret) as session:
            wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: bytes.fromhex(request["id"])}
            keys = list(session.get_objects(wanted))
            if not keys:
                raise pkcs11.exceptions.NoSuchKey
            if not hasattr(keys[0], purpose):  # the token's attributes do not allow it
                raise pkcs11.exceptions.MechanismInvalid
            yield keys[0]

    def _session(self, request: Request, secret: bytearray) -> pkcs11.Session:
        try:
            return self._slot(request).get_token().open(user_pin=secret.decode("utf-8"))
        except pkcs11.exceptions.ArgumentsBad:  # what some modules say of a PIN that is too short
            raise pkcs11.exceptions.PinLenRange from None

    def _token(self, slot: pkcs11.Slot) -> dict[str, Any]:
        token, mechanisms = slot.get_token(), slot.get_mechanisms()
        return {
            "slot": slot.slot_id,
            "label": token.label.strip(),
            "serial": token.serial.decode("ascii", "replace").strip(),
            "initialised": bool(token.flags & TokenFlag.TOKEN_INITIALIZED),
            "blocked": bool(token.flags & TokenFlag.USER_PIN_LOCKED),
            "last_try": bool(token.flags & TokenFlag.USER_PIN_FINAL_TRY),
            "signs": bool({Mechanism.ECDSA, Mechanism.RSA_PKCS} & set(mechanisms)),
            "opens": bool({Mechanism.ECDH1_DERIVE, Mechanism.RSA_PKCS_OAEP} & set(mechanisms)),
        }


def serve(module: Module, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the parent closes the pipe."""
    known: dict[str, Callable[[Request, bytearray], Any]] = {
        "tokens": module.tokens,
        "certificates": module.certificates,
        "sign": module.sign,
        "agree": module.agree,
        "decipher": module.decipher,
    }
    while (content := frames.receive(requests)) is not None:
        request = frames.document(content)
        secret = bytearray(frames.receive(requests) or b"")
        try:
            answer = {"answer": known[request["do"]](request, secret)}
        except PKCS11Error as error:
            answer = {"error": _CODES.get(type(error).__name__, "token_module_failed")}
        finally:
            secret[:] = bytes(len(secret))
        frames.send(answers, frames.encoded(answer))


def main(path: str) -> None:
    """Set the pipes aside, load the module, serve."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        module = Module(path)
    except (PKCS11Error, RuntimeError):
        frames.send(answers, frames.encoded({"error": "token_module_unloadable"}))
        return
    serve(module, sys.stdin.buffer, answers)


if __name__ == "__main__":
    main(sys.argv[1])
