"""`VirtualPivCard`: a PIV card that anything speaking APDUs can use, in process or over vpcd."""

from __future__ import annotations

from functools import reduce
from operator import xor
from typing import Final

from cardio.simulator.card_file import CardFile
from cardio.simulator.iso7816 import CommandLayer
from cardio.simulator.piv_applet import PivApplet

# TA1 13, no extra guard time, T=1, 45 etu block waiting. Without TB1, which no card sends any more (7816-3,
# 8.3): yubikey-manager takes a T0 that announces all four for a token of its maker's on the USB.
_INTERFACE: Final = bytes.fromhex("13008131FE45")
_SHORT_ONLY: Final = bytes.fromhex("8073C02180")  # card capabilities: chaining
_EXTENDED: Final = bytes.fromhex("8073C021C0")  # … and extended length (ISO 7816-4, 12.1.1.9)


def answer_to_reset(historical: bytes) -> bytes:
    """An ATR of a T=1 card with these historical bytes and a right check byte (ISO 7816-3, 8.2)."""
    body = bytes((0xD0 | len(historical),)) + _INTERFACE + historical
    return b"\x3b" + body + bytes((reduce(xor, body),))


def answer_to_reset_t0(historical: bytes) -> bytes:
    """An ATR of a card that speaks T=0 only: TA1, no TD1, no check byte."""
    return bytes((0x3B, 0x10 | len(historical), 0x13)) + historical


class VirtualPivCard:
    """A card with state: counters survive power, the verified PIN does not. One thread at a time.

    With `extended=False` it takes short APDUs and chains only, and says so in its ATR; with `t0` it speaks
    the protocol T=0 only.
    """

    def __init__(self, file: CardFile, *, extended: bool = True, t0: bool = False) -> None:
        self.label = file.label
        self._applet = PivApplet(file)
        self._layer = CommandLayer(self._applet, extended=extended, t0=t0)
        claims = _EXTENDED if extended and not t0 else _SHORT_ONLY
        self._atr = answer_to_reset_t0(claims) if t0 else answer_to_reset(claims)

    @property
    def contactless(self) -> bool:
        """Whether the card talks through its antenna, where the PIN and its keys are refused."""
        return self._applet.contactless

    @contactless.setter
    def contactless(self, value: bool) -> None:
        self._applet.contactless = value

    @property
    def pin_tries_left(self) -> int:
        """What the PIN's retry counter stands at."""
        return self._applet.pin_tries_left

    @property
    def global_pin_tries_left(self) -> int | None:
        """What the global PIN's retry counter stands at; `None` on a card without one."""
        return self._applet.global_pin_tries_left

    @property
    def puk_tries_left(self) -> int:
        """What the PUK's retry counter stands at."""
        return self._applet.puk_tries_left

    def power_on(self) -> bytes:
        """Cold reset; the answer is the ATR."""
        self.reset()
        return self._atr

    def reset(self) -> None:
        """Warm reset: nothing selected, nothing verified, no chain, no rest."""
        self._layer.reset()
        self._applet.power_on()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The answer, data ‖ SW1 ‖ SW2, to one APDU."""
        return self._layer.transmit(command)
