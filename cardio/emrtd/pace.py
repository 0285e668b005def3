"""Password authenticated connection establishment (Doc 9303-11, 4.4; BSI TR-03110-2, 3.2).

Generic and integrated mapping, over curves and over prime fields; chip authentication mapping over curves.
One run spends one try of the password: a refusal is final here, and never turns into another protocol.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cardio import apdu, tlv
from cardio.apdu import Command
from cardio.der import OID, oid_octets
from cardio.document_errors import AccessDenied, SessionBroken
from cardio.emrtd import integrated_mapping, key_agreement
from cardio.emrtd.access_keys import AccessKey
from cardio.emrtd.chip_mapping import ChipMapping
from cardio.emrtd.key_agreement import Agreement, EcAgreement
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys
from cardio.emrtd.security_infos import Mapping, PaceInfo
from cardio.emrtd.symmetric import Suite, same
from cardio.errors import ApduError, ProtocolViolation
from cardio.transport import Exchange

MANAGE_ENVIRONMENT: Final = 0x22
GENERAL_AUTHENTICATE: Final = 0x86  # PIV's has the other parity
DYNAMIC_DATA: Final = 0x7C
PUBLIC_KEY: Final = 0x7F49
ENCRYPTED_NONCE, MAPPING_OURS, MAPPING_THEIRS = 0x80, 0x81, 0x82
EPHEMERAL_OURS, EPHEMERAL_THEIRS, TOKEN_OURS, TOKEN_THEIRS = 0x83, 0x84, 0x85, 0x86
CHIP_DATA: Final = 0x8A
_TRIES_LEFT: Final = 0x63C


@dataclass(frozen=True, slots=True)
class Chance:
    """Where ephemeral keys and nonces come from."""

    octets: Callable[[int], bytes] = secrets.token_bytes
    private_key: Callable[[Agreement], int] = lambda agreement: agreement.generate()


@dataclass(frozen=True, slots=True)
class Paced:
    """A session, and after chip authentication mapping what is left to be checked of the chip."""

    session: SecureMessaging
    chip_mapping: ChipMapping | None = None


def supported(infos: tuple[PaceInfo, ...]) -> tuple[PaceInfo, ...]:
    """Those ways that we can go, best first: curves, what proves the chip too, the longer key."""
    usable = [info for info in infos if _agreement(info) is not None]
    return tuple(sorted(usable, key=_rank))


def open_session(
    exchange: Exchange,
    info: PaceInfo,
    key: AccessKey,
    *,
    ambiguous: bool = False,
    chance: Chance | None = None,
) -> Paced:
    """Run PACE before any application is selected, and start secure messaging.

    Chip authentication mapping is not judged here: the key that the chip's data must fit is in a file behind
    the session. `ambiguous`: the chip offers several domain parameters, so that they must be named.

    Raises AccessDenied, PointNotOnCurve, SessionBroken (the chip's own token is wrong), ApduError,
    ProtocolViolation.
    """
    agreement = _agreement(info)
    if agreement is None:
        raise ProtocolViolation("pace_parameters")
    run = _Run(exchange, info.suite, chance or Chance())
    run.select(info, key, ambiguous=ambiguous)
    nonce = run.nonce(key)
    mapped = run.map(agreement, info.mapping, nonce)
    return run.agree(mapped, info.oid)


class _Run:
    """One run of the protocol."""

    def __init__(self, exchange: Exchange, suite: Suite, chance: Chance) -> None:
        self._exchange = exchange
        self._suite = suite
        self._chance = chance
        self._mapping_key: tuple[EcAgreement, bytes] | None = None

    def select(self, info: PaceInfo, key: AccessKey, *, ambiguous: bool) -> None:
        """MSE:Set AT."""
        data = tlv.encode(0x80, oid_octets(info.oid)) + tlv.encode(0x83, bytes((key.reference,)))
        if ambiguous and info.parameter_id is not None:
            data += tlv.encode(0x84, bytes((info.parameter_id,)))
        answer = self._exchange.send(Command(MANAGE_ENVIRONMENT, 0xC1, 0xA4, data))
        if answer.sw != apdu.OK and answer.sw >> 4 != _TRIES_LEFT:  # a count of tries is only told
            raise ApduError(answer.sw, MANAGE_ENVIRONMENT)

    def nonce(self, key: AccessKey) -> bytes:
        """Step 1: the chip's nonce, decrypted."""
        sealed = self._step(b"", ENCRYPTED_NONCE)
        if len(sealed) != integrated_mapping.nonce_length(self._suite):
            raise ProtocolViolation("pace")
        return self._suite.decrypt(key.pace_key(self._suite), sealed)

    def map(self, agreement: Agreement, mapping: Mapping, nonce: bytes) -> Agreement:
        """Step 2: the session's own generator."""
        if mapping is Mapping.INTEGRATED:
            additional = self._chance.octets(self._suite.key_length)
            self._step(tlv.encode(MAPPING_OURS, additional), None)
            value = integrated_mapping.pseudo_random(self._suite, nonce, additional, agreement.modulus)
            return agreement.mapped_to(value)
        private = self._chance.private_key(agreement)
        theirs = self._step(tlv.encode(MAPPING_OURS, agreement.public(private)), MAPPING_THEIRS)
        if mapping is Mapping.CHIP_AUTHENTICATION and isinstance(agreement, EcAgreement):
            self._mapping_key = agreement, theirs
        return agreement.mapped(int.from_bytes(nonce, "big"), private, theirs)

    def agree(self, agreement: Agreement, oid: str) -> Paced:
        """Steps 3 and 4: the shared secret, and the proof on both sides that it is shared."""
        private = self._chance.private_key(agreement)
        ours = agreement.public(private)
        theirs = self._step(tlv.encode(EPHEMERAL_OURS, ours), EPHEMERAL_THEIRS)
        if same(ours, theirs):  # a reflected key proves nothing (4.4.1)
            raise SessionBroken("replay")
        keys = SessionKeys.derive(self._suite, agreement.shared(private, theirs))
        token = keys.suite.token(keys.mac, _token_input(oid, agreement.tag, theirs))
        answer = self._last(tlv.encode(TOKEN_OURS, token))
        proof = tlv.require(answer, TOKEN_THEIRS)
        if not same(proof, keys.suite.token(keys.mac, _token_input(oid, agreement.tag, ours))):
            raise SessionBroken("mac")
        return Paced(SecureMessaging(self._exchange, keys), self._left_to_check(answer, keys))

    def _left_to_check(self, answer: bytes, keys: SessionKeys) -> ChipMapping | None:
        if self._mapping_key is None:
            return None
        agreement, public_key = self._mapping_key
        return ChipMapping(agreement.curve, public_key, tlv.find(answer, CHIP_DATA) or b"", keys)

    def _step(self, data: bytes, wanted: int | None) -> bytes:
        body = tlv.encode(DYNAMIC_DATA, data)
        answer = self._exchange.send(
            Command(GENERAL_AUTHENTICATE, data=body, le=apdu.SHORT_ANSWER, cla=apdu.CHAINED)
        )
        if answer.sw != apdu.OK:
            raise ApduError(answer.sw, GENERAL_AUTHENTICATE)
        if wanted is None:
            return b""
        return tlv.require(tlv.require(answer.data, DYNAMIC_DATA), wanted)

    def _last(self, data: bytes) -> bytes:
        body = tlv.encode(DYNAMIC_DATA, data)
        answer = self._exchange.send(Command(GENERAL_AUTHENTICATE, data=body, le=apdu.SHORT_ANSWER))
        if answer.sw != apdu.OK:  # whatever the code: the chip did not get the token that it expected
            raise AccessDenied("pace")
        return tlv.require(answer.data, DYNAMIC_DATA)


def _agreement(info: PaceInfo) -> Agreement | None:
    if info.parameter_id is None:
        return None
    agreement = key_agreement.standardised(info.parameter_id, elliptic=info.elliptic)
    if agreement is None or not info.elliptic or info.mapping is not Mapping.INTEGRATED:
        return agreement
    return agreement if agreement.modulus % 4 == 3 else None  # no point encoding otherwise


def _rank(info: PaceInfo) -> tuple[bool, bool, int, bool]:
    return (
        not info.elliptic,
        info.mapping is not Mapping.CHIP_AUTHENTICATION,
        -info.suite.value,
        info.mapping is not Mapping.GENERIC,
    )


def _token_input(oid: str, tag: int, public_key: bytes) -> bytes:
    """The public key data object that a token authenticates (TR-03110-3, A.2.4)."""
    return tlv.encode(PUBLIC_KEY, tlv.encode(OID, oid_octets(oid)) + tlv.encode(tag, public_key))
