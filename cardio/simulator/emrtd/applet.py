"""The commands of a virtual document: files behind access control, and the chip's proofs.

Plain commands open the chip; everything else comes under secure messaging, and the first wrong one ends it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from typing import Final

from cryptography.hazmat.primitives.asymmetric import rsa

from cardio import apdu, curves, tlv
from cardio.apdu import Command, Ins, Response
from cardio.der import oid_octets
from cardio.emrtd import card_security
from cardio.emrtd.active_authentication import INTERNAL_AUTHENTICATE
from cardio.emrtd.bac import EXTERNAL_AUTHENTICATE, GET_CHALLENGE
from cardio.emrtd.files import (
    APPLICATION,
    CARD_ACCESS,
    COM,
    DISCRETIONARY,
    END_OF_FILE,
    OFFSET,
    READ_BINARY,
    READ_BINARY_FAR,
    SOD,
    data_group,
)
from cardio.emrtd.key_agreement import EcAgreement
from cardio.emrtd.pace import GENERAL_AUTHENTICATE, MANAGE_ENVIRONMENT
from cardio.emrtd.secure_messaging import PROTECTED, SessionKeys
from cardio.emrtd.symmetric import Suite
from cardio.errors import CardError
from cardio.simulator.emrtd.access import REFUSED, ChipBac, ChipPace, Opened
from cardio.simulator.emrtd.document import DocumentFile
from cardio.simulator.emrtd.hostility import Hostility
from cardio.simulator.emrtd.protection import ChipSession

_NOT_FOUND: Final = Response(b"", apdu.NOT_FOUND)
_NOT_ALLOWED: Final = Response(b"", apdu.SECURITY_STATUS)
_UNKNOWN: Final = Response(b"", apdu.INS_NOT_SUPPORTED)
_DONE: Final = Response(b"", apdu.OK)
_BROKEN: Final = Response(b"", 0x6988)
_OUTSIDE: Final = Response(b"", 0x6B00)
_TWO_GIGABYTES: Final = bytes.fromhex("60847fffffff")
_PROTECTED_ROOM: Final = 223  # of data in a short answer: 256 less encryption, status and checksum
_SHORT_IDENTIFIER: Final = 0x80
_CHIP_CURVE: Final = curves.named("brainpoolP256r1")


class DocumentApplet:
    """One chip. `pace_tries` and `bac_tries` count how often it was asked to open."""

    def __init__(self, file: DocumentFile, hostility: Hostility = Hostility.NONE) -> None:
        self._file = file
        self._hostility = hostility
        self._files, self._master_files = self._held(), self._held_by_master_file()
        self.pace_tries = self.bac_tries = 0
        self.power_on()

    def power_on(self) -> None:
        """Nothing selected, no session."""
        self._session: ChipSession | None = None
        self._next_keys: SessionKeys | None = None
        self._pace: ChipPace | None = None
        self._bac: ChipBac | None = None
        self._selected: bytes | None = None
        self._in_application = False
        self._agreement: Suite | None = None
        self._room = apdu.SHORT_ANSWER

    def process(self, command: Command) -> Response:
        """The whole answer to one command."""
        if command.cla & PROTECTED != PROTECTED:
            self._session = None  # a plain command ends a session (9.8.9)
            self._room = apdu.SHORT_ANSWER
            return self._plain(command)
        if self._session is None:
            return _BROKEN
        self._room = _PROTECTED_ROOM if (command.le or 0) <= apdu.SHORT_ANSWER else apdu.EXTENDED_ANSWER
        inner = self._session.take_out(command)
        if inner is None:
            self._session = None
            return _BROKEN
        if self._hostility is Hostility.UNPROTECTED:
            return _DONE
        answer = self._session.put_in(self._protected(inner), inner.ins)
        if self._next_keys is not None:
            self._session, self._next_keys = self._new_session(self._next_keys), None
        return answer

    # --- plain

    def _plain(self, command: Command) -> Response:
        commands: dict[int, Callable[[Command], Response]] = {
            Ins.SELECT: self._select,
            READ_BINARY: self._read,
            MANAGE_ENVIRONMENT: self._begin_pace,
            GENERAL_AUTHENTICATE: self._step_pace,
            GET_CHALLENGE: self._challenge,
            EXTERNAL_AUTHENTICATE: self._external,
        }
        handler = commands.get(command.ins)
        return _UNKNOWN if handler is None else handler(command)

    def _begin_pace(self, command: Command) -> Response:
        info = self._file.profile.pace
        parts = dict(tlv.elements(bytes(command.data)))
        if info is None or parts.get(0x80) != oid_octets(info.oid):
            return REFUSED
        self.pace_tries += 1
        key = self._file.can if parts.get(0x83) == b"\x02" else self._file.mrz_key
        copied = self._hostility is Hostility.COPIED_CHIP
        chip_key = EcAgreement.on(_CHIP_CURVE).generate() if copied else self._file.agreement_key
        off_curve = self._hostility is Hostility.POINT_OFF_CURVE
        self._pace = ChipPace(info, key, chip_key, off_curve=off_curve)
        return _DONE

    def _step_pace(self, command: Command) -> Response:
        return _NOT_ALLOWED if self._pace is None else self._opened(self._pace.step(command))

    def _challenge(self, _command: Command) -> Response:
        self._bac = ChipBac(self._file.mrz_key)
        return Response(self._bac.challenge, apdu.OK)

    def _external(self, command: Command) -> Response:
        self.bac_tries += 1
        return _NOT_ALLOWED if self._bac is None else self._opened(self._bac.answer(bytes(command.data)))

    def _opened(self, opened: Opened) -> Response:
        if opened.keys is not None:
            self._session = self._new_session(opened.keys)
        return opened.answer

    def _new_session(self, keys: SessionKeys) -> ChipSession:
        return ChipSession(
            keys,
            repeats=self._hostility is Hostility.REPEATED_COUNTER,
            wrong_mac=self._hostility is Hostility.WRONG_MAC,
        )

    # --- under secure messaging

    def _protected(self, command: Command) -> Response:
        commands: dict[int, Callable[[Command], Response]] = {
            Ins.SELECT: self._select,
            READ_BINARY: self._read,
            READ_BINARY_FAR: self._read_far,
            INTERNAL_AUTHENTICATE: self._sign,
            MANAGE_ENVIRONMENT: self._begin_agreement,
            GENERAL_AUTHENTICATE: self._agree,
        }
        handler = commands.get(command.ins)
        return _UNKNOWN if handler is None else handler(command)

    def _select(self, command: Command) -> Response:
        if command.p1 == 0x04:
            self._in_application = bytes(command.data) == APPLICATION
            return _DONE if self._in_application else _NOT_FOUND
        if command.p1 != 0x02:
            return _UNKNOWN  # no master file, as on the citizen card
        return self._select_file(int.from_bytes(command.data, "big"))

    def _select_file(self, identifier: int) -> Response:
        files = self._files if self._in_application else self._master_files
        if identifier not in files:
            known = not self._in_application and self._session is None and identifier in self._files
            return _NOT_ALLOWED if known else _NOT_FOUND
        if self._session is None and identifier != CARD_ACCESS:
            return _NOT_ALLOWED
        self._selected = files[identifier]
        return _DONE

    def _read(self, command: Command) -> Response:
        if not command.p1 & _SHORT_IDENTIFIER:
            return self._cut(command.p1 << 8 | command.p2, command.le or 0)
        if not self._file.profile.short_identifiers:
            return _OUTSIDE
        selected = self._select_file(0x0100 | command.p1 & 0x1F)
        return self._cut(command.p2, command.le or 0) if selected is _DONE else selected

    def _read_far(self, command: Command) -> Response:
        offset = int.from_bytes(tlv.find(bytes(command.data), OFFSET) or b"", "big")
        answer = self._cut(offset, min(command.le or 0, self._room) - 4)
        return Response(tlv.encode(DISCRETIONARY, answer.data), answer.sw) if answer.data else answer

    def _cut(self, offset: int, length: int) -> Response:
        if self._selected is None:
            return _NOT_ALLOWED
        if offset >= len(self._selected):
            return _OUTSIDE
        piece = self._selected[offset : offset + min(length, self._room)]
        ended = offset + length > len(self._selected)
        return Response(piece, END_OF_FILE if ended and len(piece) < self._room else apdu.OK)

    def _sign(self, command: Command) -> Response:
        if self._file.signature_key is None:
            return _UNKNOWN
        challenge = bytes(command.data)
        if self._hostility is Hostility.FIXED_ANSWER:
            challenge = bytes(len(challenge))
        return Response(self._signed(challenge), apdu.OK)

    def _signed(self, challenge: bytes) -> bytes:
        """ISO/IEC 9796-2, scheme 1, with SHA-256."""
        key = self._file.signature_key
        assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101 — asked for only where there is one
        numbers, size = key.private_numbers(), key.key_size // 8
        recovered = os.urandom(size - 3 - 32)
        digest = hashlib.sha256(recovered + challenge).digest()
        message = int.from_bytes(b"\x6a" + recovered + digest + b"\x34\xcc", "big")
        return pow(message, numbers.d, numbers.public_numbers.n).to_bytes(size, "big")

    def _begin_agreement(self, command: Command) -> Response:
        suite = self._file.profile.agreement
        parts = dict(tlv.elements(bytes(command.data)))
        if suite is None:
            return REFUSED
        if suite is Suite.DES3 and 0x91 in parts:
            return self._renewed(suite, parts[0x91])
        self._agreement = suite
        return _DONE

    def _agree(self, command: Command) -> Response:
        parts = dict(tlv.elements(tlv.find(bytes(command.data), 0x7C) or b""))
        if self._agreement is None or 0x80 not in parts:
            return REFUSED
        answer = self._renewed(self._agreement, parts[0x80])
        return Response(tlv.encode(0x7C, b""), apdu.OK) if answer is _DONE else answer

    def _renewed(self, suite: Suite, public: bytes) -> Response:
        copied = self._hostility is Hostility.COPIED_CHIP
        group = EcAgreement.on(_CHIP_CURVE)
        try:
            secret = group.shared(group.generate() if copied else self._file.agreement_key, public)
        except CardError:
            return REFUSED
        self._next_keys = SessionKeys.derive(suite, secret)
        return _DONE

    # --- what is held

    def _held(self) -> dict[int, bytes]:
        files = {data_group(number): data for number, data in self._file.groups.items()}
        files[COM] = self._file.listed
        files[SOD] = self._file.security_object
        if self._hostility is Hostility.TWO_GIGABYTES:
            files[COM] = _TWO_GIGABYTES + bytes(300)
        return {identifier: data for identifier, data in files.items() if data}

    def _held_by_master_file(self) -> dict[int, bytes]:
        """The files outside of the application; EF.CardSecurity has the identifier that EF.SOD has within."""
        files = {card_security.IDENTIFIER: self._file.card_security}
        if self._hostility is not Hostility.HIDDEN_PACE:
            files[CARD_ACCESS] = self._file.card_access
        return {identifier: data for identifier, data in files.items() if data}
