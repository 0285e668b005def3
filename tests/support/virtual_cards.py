"""Virtual staff cards for tests: one authority and a card of each kind, made once per process."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Final

from cardio.piv import Slot
from cardio.piv.algorithms import PublicKey
from cardio.simulator import CardFile, KeyKind, RareKeyKind, StaffCa, VirtualPivCard
from cardio.tap import supported_key

NOW: Final = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PIN: Final = "123456"
WRONG_PIN: Final = "654321"
PUK: Final = "12345678"
HOLDER: Final = "Nguyễn Thị Hương"


@cache
def authority() -> StaffCa:
    """The staff CA of the tests. Tests that revoke or change it make their own."""
    return StaffCa.create("CA thử nghiệm", NOW)


def card_file(kind: KeyKind = KeyKind.P256) -> CardFile:
    """The card of each kind."""
    return _issued(kind)


def rare_card_file(kind: RareKeyKind) -> CardFile:
    """A card with a card authentication key of that kind; the others are P-256, which are made faster."""
    return authority().with_key(card_file(), Slot.CARD_AUTHENTICATION, kind.generate(), NOW)


@cache
def rsa_3072_card_file() -> CardFile:
    """A card whose keys for tap, sign-in and vault are RSA-3072, which the standard allows."""
    made = card_file()
    for slot in (Slot.AUTHENTICATION, Slot.KEY_MANAGEMENT, Slot.CARD_AUTHENTICATION):
        made = authority().with_key(made, slot, RareKeyKind.RSA3072.generate(), NOW)
    return made


@cache
def _issued(kind: KeyKind) -> CardFile:
    return authority().issue_piv(
        holder=HOLDER, staff_code="CB-0012", pin=PIN, puk=PUK, algorithm=kind, now=NOW
    )


def card(kind: KeyKind = KeyKind.P256, *, extended: bool = True) -> VirtualPivCard:
    """A fresh card, full of tries, with the key material of its kind."""
    return VirtualPivCard(card_file(kind), extended=extended)


def public_key(slot: Slot, kind: KeyKind = KeyKind.P256) -> PublicKey:
    """The public key of a slot of the card of that kind."""
    return supported_key(card_file(kind).certificate(slot))


def pin(text: str = PIN) -> bytearray:
    """A PIN as the program carries it."""
    return bytearray(text.encode())
