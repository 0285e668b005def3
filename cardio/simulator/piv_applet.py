"""The PIV application as a card runs it (SP 800-73-5 part 2): objects, PIN, PUK, private keys.

The counters and the state of the PIN live here, as on a chip: removing the card clears the state, not the
counters.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio import apdu, tlv
from cardio.apdu import Command, Ins, Response
from cardio.errors import ProtocolViolation
from cardio.piv import algorithms, objects
from cardio.piv.objects import KeySlot, PinReference, Slot
from cardio.simulator.card_file import CardFile
from cardio.simulator.piv_objects import BEHIND_PIN, card_objects

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey

WRONG_DATA: Final = 0x6A80
WRONG_REFERENCE: Final = 0x6A86
_METADATA_TRIES: Final = 0x06
_VERSION: Final = bytes((1, 0, 4))
"""Of this applet; one maker's clients ask for it: they know 63Cx from 1.0.4 on, want metadata from 5.3."""
_THROUGH_THE_AIR: Final = frozenset(  # part 1, table 3
    {objects.CHUID, objects.DISCOVERY, Slot.CARD_AUTHENTICATION.certificate_tag}
)
_PROPERTIES: Final = tlv.encode(
    0x61, tlv.encode(0x4F, objects.FULL_AID[5:]) + tlv.encode(0x79, tlv.encode(0x4F, objects.AID[:5]))
)


class Secret:
    """A PIN or PUK with its retry counter; compared in the padded form of the wire."""

    def __init__(self, value: str, tries: int, left: int) -> None:
        self._value = _padded(value)
        self.tries = tries
        self.left = left

    def present(self, field: bytes) -> int:
        """The status word for presenting `field`; counts down or refills the counter."""
        if not self.left:
            return apdu.BLOCKED
        if hmac.compare_digest(self._value, field):
            self.left = self.tries
            return apdu.OK
        self.left -= 1
        return 0x63C0 | self.left

    def replace(self, field: bytes) -> None:
        """Take a new value and refill the counter."""
        self._value, self.left = field, self.tries


class PivApplet:
    """One card's PIV application, from the moment it is powered."""

    def __init__(self, file: CardFile) -> None:
        self.contactless = False
        self._objects = card_objects(file)
        self._keys: dict[KeySlot, PrivateKey] = {}
        for stored in (file.keys, file.retired_keys):
            self._keys.update((slot, _private_key(der)) for slot, der in stored.items())
        left = 0 if file.blocked else file.tries
        self._pins = {int(PinReference.APPLICATION): Secret(file.pin, file.tries, left)}
        if file.global_pin:
            self._pins[PinReference.GLOBAL] = Secret(file.global_pin, file.tries, left)
        self._puk = Secret(file.puk, file.tries, file.tries)
        self.power_on()

    def power_on(self) -> None:
        """Power or warm reset: nothing selected, nothing verified."""
        self._selected = self._fresh = False
        self._verified: set[int] = set()

    @property
    def pin_tries_left(self) -> int:
        """What the application PIN's counter stands at."""
        return self._pins[PinReference.APPLICATION].left

    @property
    def global_pin_tries_left(self) -> int | None:
        """What the global PIN's counter stands at; `None` on a card without one."""
        secret = self._pins.get(PinReference.GLOBAL)
        return None if secret is None else secret.left

    @property
    def puk_tries_left(self) -> int:
        """What the PUK's counter stands at."""
        return self._puk.left

    def process(self, command: Command) -> Response:
        """The answer to one logical command."""
        if command.cla & 0x80:
            return Response(b"", apdu.CLA_NOT_SUPPORTED)
        if command.ins == Ins.SELECT:
            return self._select(command)
        handler = self._handlers().get(command.ins)
        if handler is None or not self._selected:
            return Response(b"", apdu.INS_NOT_SUPPORTED)
        try:
            return handler(command)
        except ProtocolViolation:
            return Response(b"", WRONG_DATA)
        finally:
            if command.ins != Ins.VERIFY:  # 9C wants VERIFY immediately before
                self._fresh = False

    def _handlers(self) -> Mapping[int, Callable[[Command], Response]]:
        return {
            Ins.GET_DATA: self._get_data,
            Ins.VERIFY: self._verify,
            Ins.CHANGE_REFERENCE_DATA: self._change,
            Ins.RESET_RETRY_COUNTER: self._unblock,
            Ins.GENERAL_AUTHENTICATE: self._general_authenticate,
            Ins.GET_METADATA: self._metadata,
            Ins.GET_VERSION: lambda _command: Response(_VERSION, apdu.OK),
        }

    def _select(self, command: Command) -> Response:
        ours = len(command.data) >= 5 and objects.FULL_AID.startswith(command.data)
        if (
            command.p1 != 0x04 or not ours
        ):  # another application: this one stays selected, state and all (3.1.1)
            return Response(b"", apdu.NOT_FOUND)
        self._selected = True
        return Response(_PROPERTIES, apdu.OK)

    def _get_data(self, command: Command) -> Response:
        tag = int.from_bytes(tlv.require(bytes(command.data), objects.TAG_LIST), "big")
        found = self._objects.get(tag)
        if found is None:
            return Response(b"", apdu.NOT_FOUND)
        if self.contactless and tag not in _THROUGH_THE_AIR:
            return Response(b"", apdu.SECURITY_STATUS)
        if tag in BEHIND_PIN and not self._verified:
            return Response(b"", apdu.SECURITY_STATUS)
        return Response(found, apdu.OK)

    def _verify(self, command: Command) -> Response:
        if self.contactless:
            return Response(b"", apdu.FUNCTION_NOT_SUPPORTED)
        pin = self._pins.get(command.p2)
        if pin is None:
            return Response(b"", apdu.REFERENCE_NOT_FOUND)
        if command.p1 == 0xFF:
            self._count(command.p2, verified=False)
            return Response(b"", apdu.OK)
        if not command.data:
            return Response(b"", self._pin_status(command.p2))
        if len(command.data) != objects.PIN_LENGTH:
            return Response(b"", WRONG_DATA)
        sw = pin.present(bytes(command.data))
        self._count(command.p2, verified=sw == apdu.OK)
        return Response(b"", sw)

    def _count(self, reference: int, *, verified: bool) -> None:
        """Remember whether that PIN is verified; any one of them opens the application."""
        (self._verified.add if verified else self._verified.discard)(reference)
        self._fresh = verified

    def _pin_status(self, reference: int) -> int:
        if reference in self._verified:
            return apdu.OK
        left = self._pins[reference].left
        return 0x63C0 | left if left else apdu.BLOCKED

    def _change(self, command: Command) -> Response:
        secret = self._secret(command.p2)
        if secret is None:
            return Response(b"", apdu.REFERENCE_NOT_FOUND)
        return self._replace(command, present=secret, renew=secret)

    def _secret(self, reference: int) -> Secret | None:
        return self._puk if reference == objects.PUK_REFERENCE else self._pins.get(reference)

    def _unblock(self, command: Command) -> Response:
        if command.p2 != PinReference.APPLICATION:  # the global PIN is not the PUK's (3.2.3)
            return Response(b"", apdu.REFERENCE_NOT_FOUND)
        return self._replace(command, present=self._puk, renew=self._pins[PinReference.APPLICATION])

    def _replace(self, command: Command, present: Secret, renew: Secret) -> Response:
        if self.contactless:
            return Response(b"", apdu.FUNCTION_NOT_SUPPORTED)
        old, new = bytes(command.data[: objects.PIN_LENGTH]), bytes(command.data[objects.PIN_LENGTH :])
        if len(new) != objects.PIN_LENGTH:
            return Response(b"", WRONG_DATA)
        sw = present.present(old)
        if sw == apdu.OK:
            renew.replace(new)
        return Response(b"", sw)

    def _metadata(self, command: Command) -> Response:
        """Limit and rest of the tries of PIN or PUK, as the makers' GET METADATA tells them."""
        secret = self._secret(command.p2)
        if secret is None:
            return Response(b"", apdu.REFERENCE_NOT_FOUND)
        return Response(tlv.encode(_METADATA_TRIES, bytes((secret.tries, secret.left))), apdu.OK)

    def _general_authenticate(self, command: Command) -> Response:
        slot, key = next(
            ((slot, key) for slot, key in self._keys.items() if slot == command.p2), (None, None)
        )
        if slot is None or key is None or algorithms.key_algorithm(key.public_key()).piv != command.p1:
            return Response(b"", WRONG_REFERENCE)
        if not self._may_use(slot):
            return Response(b"", apdu.SECURITY_STATUS)
        request = dict(tlv.elements(tlv.require(bytes(command.data), objects.DYNAMIC_AUTHENTICATION)))
        result = _operate(key, request)
        if result is None:
            return Response(b"", WRONG_DATA)
        answer = tlv.encode(objects.DYNAMIC_AUTHENTICATION, tlv.encode(objects.RESPONSE, result))
        return Response(answer, apdu.OK)

    def _may_use(self, slot: KeySlot) -> bool:
        if slot == Slot.CARD_AUTHENTICATION:
            return True
        if self.contactless:
            return False
        return self._fresh if slot == Slot.SIGNATURE else bool(self._verified)


def _operate(key: PrivateKey, request: Mapping[int, bytes]) -> bytes | None:
    """The bare operation that the template asks for; `None` when key and template do not go together."""
    challenge, point = request.get(objects.CHALLENGE), request.get(objects.EXPONENTIATION)
    if isinstance(key, rsa.RSAPrivateKey):
        return _rsa(key, challenge) if challenge else None
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(challenge) if challenge is not None else None
    if point:
        return _ecdh(key, point)
    return _ecdsa(key, challenge) if challenge else None


def _rsa(key: rsa.RSAPrivateKey, operand: bytes) -> bytes | None:
    """operand^d mod n by the Chinese remainder theorem (RFC 8017, 5.1.2)."""
    numbers, size = key.private_numbers(), key.key_size // 8
    message = int.from_bytes(operand, "big")
    if len(operand) != size or message >= numbers.public_numbers.n:
        return None
    m1, m2 = pow(message, numbers.dmp1, numbers.p), pow(message, numbers.dmq1, numbers.q)
    return (m2 + numbers.q * (((m1 - m2) * numbers.iqmp) % numbers.p)).to_bytes(size, "big")


def _ecdsa(key: ec.EllipticCurvePrivateKey, digest: bytes) -> bytes | None:
    hash_ = algorithms.key_algorithm(key.public_key()).hash
    return key.sign(digest, ec.ECDSA(Prehashed(hash_))) if len(digest) == hash_.digest_size else None


def _ecdh(key: ec.EllipticCurvePrivateKey, point: bytes) -> bytes | None:
    try:
        peer = ec.EllipticCurvePublicKey.from_encoded_point(key.curve, point)
    except ValueError:
        return None
    return key.exchange(ec.ECDH(), peer)


def _private_key(der: bytes) -> PrivateKey:
    key = load_der_private_key(der, password=None)
    if not isinstance(key, PrivateKey):
        raise TypeError("a card holds RSA, EC and Ed25519 keys only")
    return key


def _padded(value: str) -> bytes:
    return value.encode("ascii").ljust(objects.PIN_LENGTH, bytes((objects.PIN_FILLER,)))
