"""`VirtualDocument`: a citizen card or passport for anything that speaks APDUs, in process or over vpcd."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Final

from cardio import apdu, curves, tlv
from cardio.emrtd import groups
from cardio.simulator.emrtd.applet import DocumentApplet
from cardio.simulator.emrtd.authority import CountryAuthority
from cardio.simulator.emrtd.document import DocumentFile, chip_infos, spki
from cardio.simulator.emrtd.hostility import Hostility
from cardio.simulator.iso7816 import parse
from cardio.simulator.piv_card import answer_to_reset

_CAPABILITIES: Final = bytes.fromhex("8073C02180")  # chaining, short length
_EXTENDED: Final = bytes.fromhex("8073C021C0")
_ANNOUNCES_8_KIB: Final = b"\x6d\x82\x20\x00"
_SOME_TAG_11: Final = 0x5F0E


class VirtualDocument:
    """A chip with state. One thread at a time. `hostility`: what it does wrong."""

    def __init__(
        self, file: DocumentFile, hostility: Hostility = Hostility.NONE, *, extended: bool = False
    ) -> None:
        self.label = "eMRTD"
        self.contactless = True
        self._hostility = hostility
        self._applet = DocumentApplet(file, hostility)
        self._atr = answer_to_reset(_EXTENDED if extended else _CAPABILITIES)

    @property
    def pace_tries(self) -> int:
        """How often PACE was begun."""
        return self._applet.pace_tries

    @property
    def bac_tries(self) -> int:
        """How often basic access control was tried."""
        return self._applet.bac_tries

    def power_on(self) -> bytes:
        """Cold reset; the answer is the ATR."""
        self.reset()
        return self._atr

    def reset(self) -> None:
        """Nothing selected, no session."""
        self._applet.power_on()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The answer, data ‖ SW1 ‖ SW2, to one APDU; PACE's chained commands are answered one by one."""
        if self._hostility is Hostility.ENDLESS_PIECES:
            return b"\x00" * 16 + b"\x61\x10"
        parsed = parse(bytes(command))
        if parsed is None:
            return apdu.WRONG_LENGTH.to_bytes(2, "big")
        answer = self._applet.process(parsed)
        return answer.data + answer.sw.to_bytes(2, "big")


def corrupted(
    file: DocumentFile, other: DocumentFile, authority: CountryAuthority, hostility: Hostility, now: datetime
) -> DocumentFile:
    """The document as a forger would leave it, where the wrong is in what it holds."""
    held = dict(file.groups)
    security_object = file.security_object
    if hostility is Hostility.OTHER_SECURITY_OBJECT:
        security_object = other.security_object
    elif hostility is Hostility.ALTERED_GROUP:
        held[13] = held[13][:-1] + bytes((held[13][-1] ^ 1,))
    elif hostility is Hostility.ADDED_GROUP:
        held[11] = tlv.encode(groups.TAGS[11], tlv.encode(_SOME_TAG_11, b"SOMEBODY"))
    elif hostility is Hostility.FORGED_SIGNATURE:
        security_object = security_object[:-1] + bytes((security_object[-1] ^ 1,))
    elif hostility is Hostility.HIDDEN_SIGNATURE:
        security_object = b""
    elif hostility is Hostility.CUT_SHORT:
        held[13] = _ANNOUNCES_8_KIB + held[13][:3]
    elif hostility is Hostility.HIDDEN_KEY:
        held = {number: data for number, data in held.items() if number not in {14, 15}}
    elif hostility is Hostility.WRONG_GENERATOR:
        curve = curves.named("brainpoolP256r1")
        wrong = curve.encode(curve.multiply(2, curve.generator) or curve.generator)
        held[14] = chip_infos(file.profile, spki(curve, wrong, generator=wrong))
        security_object = authority.security_object(held, now)
    security = {Hostility.OTHER_CARD_SECURITY: other.card_security, Hostility.HIDDEN_CARD_SECURITY: b""}
    return dataclasses.replace(
        file,
        groups=held,
        security_object=security_object,
        card_security=security.get(hostility, file.card_security),
    )
