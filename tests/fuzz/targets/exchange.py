"""APDU answers as they come from the wire, BER-TLV, answers to reset, and conversations with a staff card."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from cardio import registry, tlv, uid
from cardio.apdu import EXTENDED_ANSWER, Command, Ins
from cardio.errors import CardError
from cardio.piv import Piv, Slot, objects
from cardio.registry import CardTraits
from cardio.simulator import VirtualPivCard
from cardio.tap import read_tap
from cardio.transport import Exchange, Transport
from tests.fuzz.cards import HostileCard, Recorder, answers
from tests.fuzz.target import Target
from tests.support import virtual_cards
from tests.support.virtual_cards import pin

_LONG: Final = Command(Ins.GET_DATA, 0x3F, 0xFF, bytes(300), EXTENDED_ANSWER)
_SHORT: Final = Command(Ins.GET_DATA, 0x3F, 0xFF, b"\x5c\x01\x7e", 256)


def _tlv(data: bytes) -> None:
    for tag, value in tlv.elements(data):
        tlv.find(value, tag)
    tlv.require(data, objects.DATA)


def _apdu(data: bytes) -> None:
    """The first byte chooses what the card's ATR and the reader say of extended length."""
    card = _fresh(data[1:])
    if data[:1] > b"\x7f":
        card.atr = _extending()
    card.max_apdu = 261 if data[:1] and data[0] & 1 else 65_544
    exchange = Exchange(card)
    exchange.send(_LONG)
    exchange.send(_SHORT)


@cache
def _extending() -> bytes:
    """The ATR of a card that claims extended length."""
    return VirtualPivCard(virtual_cards.card_file()).power_on()


def _atr(data: bytes) -> None:
    registry.claims_extended_length(data)
    registry.historical_bytes(data)


def _read(card: Transport) -> None:
    piv = Piv.select(card)
    piv.chuid()
    piv.certificate(Slot.AUTHENTICATION)
    piv.discovery()
    piv.tries_left()
    piv.puk_tries_left()
    piv.verify(pin())
    piv.key_history()
    piv.logout()


def _present(card: Transport) -> None:
    piv = Piv.select(card)
    piv.change_pin(pin(), pin("271828"))
    piv.unblock(pin(virtual_cards.PUK), pin())
    with piv.unlocked(pin()):
        piv.sign(Slot.AUTHENTICATION, virtual_cards.public_key(Slot.AUTHENTICATION), b"event")


def _tap(card: Transport) -> None:
    read_tap(card).sign(b"event")


def _uid(data: bytes) -> None:
    uid.read_uid(_fresh(data))


def _fresh(data: bytes) -> HostileCard:
    CardTraits.forget()  # what one input taught about cards must not steer the next
    return HostileCard(data)


def _recorded(flow: Callable[[Transport], object]) -> list[bytes]:
    """What a virtual card without extended length answers in a flow."""
    CardTraits.forget()
    recorder = Recorder(virtual_cards.card(extended=False))
    flow(recorder)
    return [answers(*recorder.heard)]


_OBJECT: Final = tlv.encode(objects.DATA, tlv.encode(objects.CERTIFICATE, bytes(40)))
_TRANSPORT: Final = ("cardio.transport", "cardio.apdu")
_APPLICATION: Final = ("cardio.piv.application", "cardio.piv.pin", *_TRANSPORT)

TARGETS: Final[dict[str, Target]] = {
    "tlv": Target(
        _tlv,
        (CardError,),
        lambda: [_OBJECT, bytes.fromhex("5F52007F49820001AA")],
        ("cardio.tlv",),
        128,
        tree=0,
    ),
    "apdu": Target(
        _apdu,
        (CardError,),
        lambda: [
            b"\x00" + answers(b"\x6c\x02", b"\xaa\xbb\x61\x02", b"\xcc\xdd\x90\x00", b"\x6a\x82"),
            b"\xff" + answers(bytes(64) + b"\x61\x00", bytes(64) + b"\x90\x00", b"\x67\x00", b"\x90\x00"),
        ],
        _TRANSPORT,
    ),
    "atr": Target(
        _atr,
        (),
        lambda: [
            virtual_cards.card().power_on(),
            bytes.fromhex("3B9F958131FE9F006646530523002571DF00000000"),
        ],
        ("cardio.registry",),
        64,
    ),
    "piv": Target(
        lambda data: _read(_fresh(data)),
        (CardError,),
        lambda: _recorded(_read),
        (*_APPLICATION, "cardio.piv.data"),
        2048,
    ),
    "pin": Target(
        lambda data: _present(_fresh(data)), (CardError,), lambda: _recorded(_present), _APPLICATION, 512
    ),
    "tap": Target(
        lambda data: _tap(_fresh(data)),
        (CardError,),
        lambda: _recorded(_tap),
        ("cardio.tap", "cardio.piv.application", "cardio.piv.session", *_TRANSPORT),
        2048,
    ),
    "uid": Target(
        _uid,
        (CardError,),
        lambda: [answers(b"\x04\x11\x22\x33\x44\x55\x66\x90\x00")],
        ("cardio.uid", *_TRANSPORT),
        64,
    ),
}
