"""The chip's side of PACE, step by step (Doc 9303-11, 4.4.4), and of basic access control (4.3.2)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from cardio import apdu, tlv
from cardio.apdu import Command, Response
from cardio.der import OID, oid_octets
from cardio.emrtd import chip_mapping, integrated_mapping, key_agreement
from cardio.emrtd.access_keys import AccessKey, MrzKey
from cardio.emrtd.key_agreement import Agreement, EcAgreement
from cardio.emrtd.pace import CHIP_DATA, DYNAMIC_DATA, PUBLIC_KEY
from cardio.emrtd.secure_messaging import SessionKeys
from cardio.emrtd.security_infos import Mapping, PaceInfo
from cardio.emrtd.symmetric import ENCRYPTION, MAC, Suite
from cardio.errors import CardError, ProtocolViolation

WRONG_DATA: Final = 0x6A80
FAILED: Final = 0x6300
REFUSED: Final = Response(b"", WRONG_DATA)


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer, and the session that begins after it, if one does."""

    answer: Response
    keys: SessionKeys | None = None


class ChipPace:
    """One run, for one password; `off_curve` makes the mapping key a point of no curve.

    `chip_key` is the chip's static private key, for chip authentication mapping.
    """

    def __init__(self, info: PaceInfo, key: AccessKey, chip_key: int = 0, *, off_curve: bool = False) -> None:
        self._info = info
        self._key = key
        self._chip_key, self._mapping_key = chip_key, 0
        self._off_curve = off_curve
        group = key_agreement.standardised(info.parameter_id or 0, elliptic=info.elliptic)
        if group is None:
            raise ProtocolViolation("pace_parameters")
        self._group: Agreement = group
        self._nonce = os.urandom(integrated_mapping.nonce_length(info.suite))
        self._steps = iter((self._give_nonce, self._map, self._agree, self._prove))
        self._keys: SessionKeys | None = None
        self._ours = self._theirs = b""

    def step(self, command: Command) -> Opened:
        """The next GENERAL AUTHENTICATE; anything malformed is refused."""
        try:
            parts = dict(tlv.elements(tlv.require(bytes(command.data), DYNAMIC_DATA)))
            return next(self._steps)(parts)
        except (CardError, KeyError, StopIteration):
            return Opened(REFUSED)

    def _give_nonce(self, _parts: dict[int, bytes]) -> Opened:
        suite = self._info.suite
        return _given(0x80, suite.encrypt(self._key.pace_key(suite), self._nonce))

    def _map(self, parts: dict[int, bytes]) -> Opened:
        theirs = parts[0x81]
        if self._info.mapping is Mapping.INTEGRATED:
            value = integrated_mapping.pseudo_random(
                self._info.suite, self._nonce, theirs, self._group.modulus
            )
            self._group = self._group.mapped_to(value)
            return Opened(Response(tlv.encode(DYNAMIC_DATA, b""), apdu.OK))
        private = self._mapping_key = self._group.generate()
        ours = self._group.public(private)
        self._group = self._group.mapped(int.from_bytes(self._nonce, "big"), private, theirs)
        return _given(0x82, ours[:-1] + bytes((ours[-1] ^ 1,)) if self._off_curve else ours)

    def _agree(self, parts: dict[int, bytes]) -> Opened:
        private = self._group.generate()
        self._ours, self._theirs = self._group.public(private), parts[0x83]
        self._keys = SessionKeys.derive(self._info.suite, self._group.shared(private, self._theirs))
        return _given(0x84, self._ours)

    def _prove(self, parts: dict[int, bytes]) -> Opened:
        if self._keys is None or parts[0x85] != self._token(self._keys, self._ours):
            return Opened(Response(b"", FAILED))
        proof = tlv.encode(0x86, self._token(self._keys, self._theirs)) + self._chip_data(self._keys)
        return Opened(Response(tlv.encode(DYNAMIC_DATA, proof), apdu.OK), self._keys)

    def _chip_data(self, keys: SessionKeys) -> bytes:
        """The encrypted chip authentication data of chip authentication mapping, after the token."""
        if self._info.mapping is not Mapping.CHIP_AUTHENTICATION or not isinstance(self._group, EcAgreement):
            return b""
        return tlv.encode(
            CHIP_DATA, chip_mapping.seal(keys, self._group.curve, self._chip_key, self._mapping_key)
        )

    def _token(self, keys: SessionKeys, public: bytes) -> bytes:
        body = tlv.encode(OID, oid_octets(self._info.oid)) + tlv.encode(self._group.tag, public)
        return keys.suite.token(keys.mac, tlv.encode(PUBLIC_KEY, body))


class ChipBac:
    """One challenge and its answer."""

    def __init__(self, key: MrzKey) -> None:
        suite = Suite.DES3
        self._encryption, self._mac = suite.derive(key.seed, ENCRYPTION), suite.derive(key.seed, MAC)
        self.challenge = os.urandom(8)

    def answer(self, data: bytes) -> Opened:
        """EXTERNAL AUTHENTICATE."""
        suite, cryptogram = Suite.DES3, data[:32]
        if len(data) != 40 or suite.token(self._mac, cryptogram) != data[32:]:
            return Opened(Response(b"", FAILED))
        plain = suite.decrypt(self._encryption, cryptogram)
        nonce, secret = plain[:8], os.urandom(16)
        if plain[8:16] != self.challenge:
            return Opened(Response(b"", FAILED))
        sealed = suite.encrypt(self._encryption, self.challenge + nonce + secret)
        seed = bytes(a ^ b for a, b in zip(plain[16:], secret, strict=True))
        counter = int.from_bytes(self.challenge[4:] + nonce[4:], "big")
        keys = SessionKeys.derive(suite, seed, counter)
        return Opened(Response(sealed + suite.token(self._mac, sealed), apdu.OK), keys)


def _given(tag: int, value: bytes) -> Opened:
    return Opened(Response(tlv.encode(DYNAMIC_DATA, tlv.encode(tag, value)), apdu.OK))
