"""What an ATR claims, and that what use teaches stays."""

from __future__ import annotations

import pytest

from cardio.registry import CardTraits, claims_extended_length, historical_bytes


@pytest.mark.parametrize(
    ("atr", "history"),
    [
        ("3BF81300008131FE15597562696B657934D4", "597562696B657934"),  # interface bytes TA1–TD2, TA3, TB3
        ("3BFA1800008131FE454A434F5033315632333298", "4A434F50333156323332"),
        ("3B8001", ""),
        ("3B", ""),
        ("3BFF", ""),
    ],
)
def test_historical_bytes(atr: str, history: str) -> None:
    assert historical_bytes(bytes.fromhex(atr)).hex().upper() == history


@pytest.mark.parametrize(
    ("history", "claim"),
    [
        ("8073C021C0", True),
        ("8073C02180", False),
        ("80318073C021C0", True),  # after another compact-TLV object
        ("803180", None),
        ("8073C0", None),  # cut off
        ("4A434F50", None),  # proprietary
    ],
)
def test_claims(history: str, claim: bool | None) -> None:
    content = bytes.fromhex(history)
    assert claims_extended_length(bytes((0x3B, len(content))) + content) is claim


def test_cards_with_the_same_atr_share_what_was_learned() -> None:
    CardTraits.forget()
    CardTraits.of(b"\x3b\x00").extended = False
    assert CardTraits.of(b"\x3b\x00").extended is False
    CardTraits.forget()
    assert CardTraits.of(b"\x3b\x00").extended is None
