"""Chip authentication (Doc 9303-11, 6.2; BSI TR-03110-2, 3.4): the chip shows that it holds DG14's key.

The key agreement renews secure messaging; a chip without the private key cannot answer under the new keys, so
the proof is the first answer after it.
"""

from __future__ import annotations

from typing import Final

from cardio import apdu, tlv
from cardio.apdu import Command
from cardio.curves import Curve
from cardio.der import oid_octets
from cardio.dh_groups import GROUPS, DhGroup
from cardio.document_errors import ChipNotGenuine, CurveRefused, ProofNotCarried, SessionBroken
from cardio.emrtd.files import data_group
from cardio.emrtd.key_agreement import Agreement, DhAgreement, EcAgreement
from cardio.emrtd.pace import DYNAMIC_DATA, GENERAL_AUTHENTICATE, MANAGE_ENVIRONMENT
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys
from cardio.emrtd.security_infos import ChipAuthenticationInfo, ChipKey, SecurityInfos
from cardio.emrtd.symmetric import Suite
from cardio.errors import ApduError, ProtocolViolation, UnsupportedKey
from cardio.trust import explicit_curves

_EPHEMERAL: Final = 0x80
_PROOF: Final = data_group(14)


def offered(infos: SecurityInfos, *, long_keys: bool = True) -> tuple[ChipAuthenticationInfo, ChipKey] | None:
    """The best way that the chip offers together with its key; `None` when there is none.

    `long_keys`: whether keys of prime fields, which fit no short APDU, can be sent at all. A chip of the
    first version may give a key alone: that means 3DES (TR-03110-3, A.1.1.2).
    """
    keys = [key for key in infos.chip_keys if key.elliptic or long_keys]
    ways = sorted(infos.chip_authentication, key=lambda one: (not one.elliptic, -one.suite.value))
    for way in ways:
        for key in keys:
            if key.elliptic == way.elliptic and (way.key_id is None or way.key_id == key.key_id):
                return way, key
    if ways or not keys:
        return None
    key = keys[0]
    oid = f"0.4.0.127.0.7.2.2.3.{2 if key.elliptic else 1}.1"
    return ChipAuthenticationInfo(oid, key.elliptic, Suite.DES3, key.key_id), key


def authenticate(session: SecureMessaging, way: ChipAuthenticationInfo, key: ChipKey) -> None:
    """Make the chip prove itself; the session goes on with new keys.

    Raises ChipNotGenuine when it cannot, ProofNotCarried when it refuses the length of a key of a prime
    field, and what reading its key raises (CurveRefused, PointNotOnCurve …).
    """
    agreement, public = _group(key)
    private = agreement.generate()
    secret = agreement.shared(private, public)
    try:
        _send(session, way, agreement.public(private))
    except ApduError as refusal:
        if refusal.sw != apdu.WRONG_LENGTH or key.elliptic:
            raise
        raise ProofNotCarried from None
    session.restart(SessionKeys.derive(way.suite, secret))
    try:
        answer = session.send(Command(apdu.Ins.SELECT, 0x02, 0x0C, _PROOF.to_bytes(2, "big")))
    except SessionBroken:
        raise ChipNotGenuine("chip_authentication") from None
    if answer.sw != apdu.OK:
        raise ChipNotGenuine("chip_authentication")


def _send(session: SecureMessaging, way: ChipAuthenticationInfo, public: bytes) -> None:
    """MSE:Set KAT for 3DES; MSE:Set AT and GENERAL AUTHENTICATE for AES (6.2.4)."""
    reference = b"" if way.key_id is None else tlv.encode(0x84, bytes((way.key_id,)))
    if way.suite is Suite.DES3:
        _require(session, Command(MANAGE_ENVIRONMENT, 0x41, 0xA6, tlv.encode(0x91, public) + reference))
        return
    chosen = tlv.encode(0x80, oid_octets(way.oid)) + reference
    _require(session, Command(MANAGE_ENVIRONMENT, 0x41, 0xA4, chosen))
    body = tlv.encode(DYNAMIC_DATA, tlv.encode(_EPHEMERAL, public))
    _require(session, Command(GENERAL_AUTHENTICATE, data=body, le=apdu.SHORT_ANSWER))


def _require(session: SecureMessaging, command: Command) -> None:
    answer = session.send(command)
    if answer.sw != apdu.OK:
        raise ApduError(answer.sw, command.ins)


def _group(key: ChipKey) -> tuple[Agreement, bytes]:
    """The group of the chip's key and the key, as bytes that travel."""
    if key.elliptic:
        curve, public = explicit_curves.point(key.spki)
        return EcAgreement.on(curve), _uncompressed(curve, public)
    return _prime_field(key.spki)


def _uncompressed(curve: Curve, public: bytes) -> bytes:
    return curve.encode(curve.decode(public))


def _prime_field(spki: bytes) -> tuple[Agreement, bytes]:
    """A Diffie–Hellman key: SEQUENCE{SEQUENCE{OID, SEQUENCE{p, g, …}}, BIT STRING{INTEGER}}."""
    parts = dict(tlv.elements(tlv.require(spki, 0x30)))
    algorithm = dict(tlv.elements(parts.get(0x30, b"")))
    numbers = [int.from_bytes(value, "big") for _, value in tlv.elements(algorithm.get(0x30, b""))]
    public = tlv.require(parts.get(0x03, b"")[1:], 0x02)
    if len(numbers) < 2:
        raise ProtocolViolation("public_key")
    group = _known(numbers[0], numbers[1])
    return DhAgreement.on(group), int.from_bytes(public, "big").to_bytes(group.size, "big")


def _known(prime: int, generator: int) -> DhGroup:
    group = next((one for one in GROUPS.values() if one.p == prime), None)
    if group is None:
        raise UnsupportedKey("DH")
    if group.g != generator:
        raise CurveRefused("generator")
    return group
