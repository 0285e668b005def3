"""Certificates that a library decodes and chokes on later: damaged inside, whole outside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from cryptography import x509

from cardio.certificates import load
from cardio.errors import CardError
from cardio.piv import Slot
from tests.support.virtual_cards import card_file


@cache
def unreadable_inside(der: bytes) -> bytes:
    """Return ``der`` with one byte changed so that it decodes, but one of its parts cannot be read.

    The key stays: a signature by the certificate's own key still verifies.
    """
    key = x509.load_der_x509_certificate(der).public_key()
    for at in range(len(der) - 1, 0, -1):
        damaged = der[:at] + bytes([der[at] ^ 0x15]) + der[at + 1 :]
        try:
            same = x509.load_der_x509_certificate(damaged).public_key() == key
        except Exception:  # noqa: BLE001 - refused at once: not what is sought
            continue
        if same and not _readable(damaged):
            return damaged
    raise AssertionError("no such damage")


def _readable(der: bytes) -> bool:
    try:
        load(der)
    except CardError:
        return False
    return True


def hostile_item() -> str:
    """Such a certificate as ``x5c`` writes it."""
    return b64encode(unreadable_inside(card_file().certificates[Slot.AUTHENTICATION])).decode("ascii")
