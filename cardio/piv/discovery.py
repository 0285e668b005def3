"""The discovery object 7E (SP 800-73-5 part 1, 3.3.2): which application this is, and which PIN opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv.objects import PinReference

APPLICATION_ID: Final = 0x4F
PIN_POLICY: Final = 0x5F2F

_APPLICATION_PIN: Final = 0x40
_GLOBAL_PIN: Final = 0x20
_ON_CARD_COMPARISON: Final = 0x10
_VIRTUAL_CONTACT: Final = 0x08
_GLOBAL_PRIMARY: Final = 0x20


@dataclass(frozen=True, slots=True)
class Discovery:
    """`primary_pin` is the one that people know; the others may open the application all the same."""

    application: bytes
    application_pin: bool = True
    global_pin: bool = False
    on_card_comparison: bool = False
    virtual_contact: bool = False
    primary_pin: PinReference = PinReference.APPLICATION


def read(content: bytes) -> Discovery:
    """The object in the value of tag 7E; ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    policy = fields.get(PIN_POLICY, b"")
    if len(policy) != 2:
        raise ProtocolViolation("discovery")
    has_global = bool(policy[0] & _GLOBAL_PIN)
    return Discovery(
        fields.get(APPLICATION_ID, b""),
        application_pin=bool(policy[0] & _APPLICATION_PIN),
        global_pin=has_global,
        on_card_comparison=bool(policy[0] & _ON_CARD_COMPARISON),
        virtual_contact=bool(policy[0] & _VIRTUAL_CONTACT),
        primary_pin=PinReference.GLOBAL
        if has_global and policy[1] == _GLOBAL_PRIMARY
        else PinReference.APPLICATION,
    )


def write(application: bytes, *, global_primary: bool = False) -> bytes:
    """The value of tag 7E for a card with the application PIN only, or with a global one that people know."""
    policy = (_APPLICATION_PIN | _GLOBAL_PIN, _GLOBAL_PRIMARY) if global_primary else (_APPLICATION_PIN, 0)
    return tlv.encode(APPLICATION_ID, application) + tlv.encode(PIN_POLICY, bytes(policy))
