"""`python -m cardio.pkcs11.child MODULE`: loads one maker's module and does what the parent asks.

Requests come on standard input, answers go to standard output; the module itself is given another standard
output, so that what it prints cannot be taken for an answer. A secret follows its request as a frame of its
own, is presented to the token once, at `login`, and wiped; the session lasts until `logout` or the end.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
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
    """The loaded module, and the session that is logged in, if one is."""

    def __init__(self, path: str) -> None:
        self._library = pkcs11.lib(path)
        self._session: pkcs11.Session | None = None

    def tokens(self, _request: Request, _secret: bytearray) -> list[dict[str, Any]]:
        """The tokens that are in."""
        return [self._token(slot) for slot in self._library.get_slots(token_present=True)]

    def certificates(self, request: Request, _secret: bytearray) -> list[dict[str, str]]:
        """The X.509 certificates that can be seen without PIN."""
        with self._slot(request).get_token().open() as session:
            found = session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
            return [{"id": one[Attribute.ID].hex(), "der": one[Attribute.VALUE].hex()} for one in list(found)]

    def login(self, request: Request, secret: bytearray) -> None:
        """Open a session with the PIN, or have the token ask for it on its own keys (`pin_pad`)."""
        self.logout(request, secret)
        token = self._slot(request).get_token()
        pin = pkcs11.PROTECTED_AUTH if request["pin_pad"] else secret.decode("utf-8")
        try:
            self._session = token.open(user_pin=pin)
        except pkcs11.exceptions.ArgumentsBad:  # what some modules say of a PIN that is too short
            raise pkcs11.exceptions.PinLenRange from None

    def logout(self, _request: Request, _secret: bytearray) -> None:
        """Close the session, and with it log out."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def sign(self, request: Request, _secret: bytearray) -> str:
        """The signature over `data` by the mechanism named."""
        key, mechanism = self._private_key(request, "sign"), Mechanism[request["mechanism"]]
        return bytes(key.sign(bytes.fromhex(request["data"]), mechanism=mechanism)).hex()

    def agree(self, request: Request, _secret: bytearray) -> str:
        """Z of the key and the peer's point."""
        shared = self._private_key(request, "derive_key").derive_key(
            pkcs11.KeyType.GENERIC_SECRET,
            request["bits"],
            mechanism_param=(pkcs11.KDF.NULL, None, bytes.fromhex(request["data"])),
            template={Attribute.SENSITIVE: False, Attribute.EXTRACTABLE: True},
        )
        return bytes(shared[Attribute.VALUE]).hex()

    def decipher(self, request: Request, _secret: bytearray) -> str:
        """The message encrypted by OAEP-SHA256."""
        opened = self._private_key(request, "decrypt").decrypt(
            bytes.fromhex(request["data"]),
            mechanism=Mechanism.RSA_PKCS_OAEP,
            mechanism_param=(Mechanism.SHA256, pkcs11.MGF.SHA256, None),
        )
        return bytes(opened).hex()

    def refused(self, request: Request) -> dict[str, Any]:
        """What the token says of its PIN after it was refused."""
        try:
            flags = self._slot(request).get_token().flags
        except (PKCS11Error, KeyError):
            return {}
        return {"last_try": bool(flags & TokenFlag.USER_PIN_FINAL_TRY)}

    def _slot(self, request: Request) -> pkcs11.Slot:
        found = [
            slot for slot in self._library.get_slots(token_present=True) if slot.slot_id == request["slot"]
        ]
        if not found:
            raise pkcs11.exceptions.NoSuchToken
        return found[0]

    def _private_key(self, request: Request, purpose: str) -> Any:  # noqa: ANN401 - the binding has no types
        if self._session is None:
            raise pkcs11.exceptions.UserNotLoggedIn
        wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: bytes.fromhex(request["id"])}
        keys = list(self._session.get_objects(wanted))
        if not keys:
            raise pkcs11.exceptions.NoSuchKey
        if not hasattr(keys[0], purpose):  # the token's attributes do not allow it
            raise pkcs11.exceptions.MechanismInvalid
        return keys[0]

    def _token(self, slot: pkcs11.Slot) -> dict[str, Any]:
        token, mechanisms = slot.get_token(), slot.get_mechanisms()
        return {
            "slot": slot.slot_id,
            "label": token.label.strip(),
            "serial": token.serial.decode("ascii", "replace").strip(),
            "initialised": bool(token.flags & TokenFlag.TOKEN_INITIALIZED),
            "pin_pad": bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH),
            "blocked": bool(token.flags & TokenFlag.USER_PIN_LOCKED),
            "last_try": bool(token.flags & TokenFlag.USER_PIN_FINAL_TRY),
            "signs": bool({Mechanism.ECDSA, Mechanism.RSA_PKCS} & set(mechanisms)),
            "agrees": Mechanism.ECDH1_DERIVE in mechanisms,
            "deciphers": Mechanism.RSA_PKCS_OAEP in mechanisms,
        }


def serve(module: Module, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the parent closes the pipe."""
    known: dict[str, Callable[[Request, bytearray], Any]] = {
        "tokens": module.tokens,
        "certificates": module.certificates,
        "login": module.login,
        "logout": module.logout,
        "sign": module.sign,
        "agree": module.agree,
        "decipher": module.decipher,
    }
    while (content := frames.receive(requests)) is not None:
        request = frames.document(content)
        secret = bytearray(frames.receive(requests) or b"")
        answer: dict[str, Any]
        try:
            answer = {"answer": known[request["do"]](request, secret)}
        except PKCS11Error as error:
            answer = {"error": _CODES.get(type(error).__name__, "token_module_failed")}
            if answer["error"] == "token_pin_wrong":
                answer |= module.refused(request)
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
