"""Nonces: ours, fresh, and never two alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app import jose
from desktop_app.sandbox.auth.nonces import Nonces

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


def test_a_nonce_is_good_for_a_minute_on_any_node_with_the_key() -> None:
    clock = Clock()
    nonce = Nonces(b"k" * 32, clock).issue()
    elsewhere = Nonces(b"k" * 32, clock)
    clock.at = START + timedelta(seconds=60)
    assert elsewhere.is_fresh(nonce)
    clock.at = START + timedelta(seconds=61)
    assert not elsewhere.is_fresh(nonce)


def test_a_nonce_of_another_key_is_foreign() -> None:
    clock = Clock()
    assert not Nonces(b"a" * 32, clock).is_fresh(Nonces(b"b" * 32, clock).issue())


def test_a_nonce_from_the_future_is_not_ours() -> None:
    clock = Clock()
    nonces = Nonces(b"k" * 32, clock)
    nonce = nonces.issue()
    clock.at = START - timedelta(seconds=1)
    assert not nonces.is_fresh(nonce)


def test_every_bit_is_under_the_mark() -> None:
    nonces = Nonces(b"k" * 32, Clock())
    data = jose.decode_base64url(nonces.issue())
    for place in range(len(data)):
        changed = bytes(byte ^ (place == index) for index, byte in enumerate(data))
        assert not nonces.is_fresh(jose.encode_base64url(changed))


def test_what_is_no_nonce_is_no_nonce() -> None:
    nonces = Nonces(b"k" * 32, Clock())
    for other in (None, 7, "", "é", "A" * 10_000, [nonces.issue()]):
        assert not nonces.is_fresh(other)


def test_256_random_bits() -> None:
    nonces = Nonces(b"k" * 32, Clock())
    issued = {nonces.issue() for _ in range(100)}
    assert len(issued) == 100
    assert len({jose.decode_base64url(nonce)[:32] for nonce in issued}) == 100
