"""The revocation list: one on every node, a new one each hour or after a revocation, numbers rising."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509

from cardio.piv.objects import Slot
from cardio.trust import RevocationStatus
from desktop_app.sandbox.database import Writer, open_database, reading
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.revocations import LOOKED_AFTER, RENEWED_AFTER, Revocations
from tests.support.sandbox_server import ON_BOTH, MovableClock
from tests.support.small_city import SmallCity

HOUR = RENEWED_AFTER + timedelta(minutes=1)


def number(der: bytes) -> int:
    extension = x509.load_der_x509_crl(der).extensions.get_extension_for_class(x509.CRLNumber)
    return extension.value.crl_number


@contextmanager
def node(folder: Path, database: str, clock: MovableClock) -> Iterator[Revocations]:
    """The lists as one more process serves them: an engine, a lock and keys in memory of its own."""
    engine = open_database(database)
    try:
        pki = SandboxPki.load_or_create(folder, clock())
        yield Revocations(pki, reading(engine), Writer(engine), clock)
    finally:
        engine.dispose()


Two = tuple[Revocations, Revocations, MovableClock]


@pytest.fixture
def two(tmp_path: Path, database: str) -> Iterator[Two]:
    """Two nodes on one database and one folder of keys."""
    clock = MovableClock()
    with node(tmp_path, database, clock) as one, node(tmp_path, database, clock) as other:
        yield one, other, clock


def made(city: SmallCity, clock: MovableClock) -> Revocations:
    service = city.service
    return Revocations(city.pki, service.reader, service.writer, clock)


def test_a_list_serves_an_hour(city: SmallCity) -> None:
    clock = MovableClock()
    revocations = made(city, clock)
    first = revocations.newest()
    clock.move(timedelta(minutes=59))
    assert revocations.newest() == first
    clock.move(timedelta(minutes=2))
    assert number(revocations.newest()) > number(first)


def test_a_revoked_card_is_on_the_next_list(city: SmallCity) -> None:
    revocations = made(city, MovableClock())
    certificate = city.card("o-handler").certificate(Slot.AUTHENTICATION)
    assert revocations.verdict(certificate).status is RevocationStatus.GOOD
    city.pki.staff_ca.revoke(certificate, x509.ReasonFlags.key_compromise, city.service.now())
    revocations.renew()
    assert revocations.verdict(certificate).status is RevocationStatus.REVOKED


def test_a_restarted_server_goes_on_counting(city: SmallCity) -> None:
    before = made(city, MovableClock()).renew()
    assert number(made(city, MovableClock()).renew()) == number(before) + 1


@ON_BOTH
def test_two_nodes_hand_out_one_list_and_no_number_twice(two: Two) -> None:
    one, other, clock = two
    handed_out = []
    for _ in range(3):
        handed_out += [one.newest(), other.newest()]
        clock.move(HOUR)
        handed_out += [other.newest(), one.newest()]
        clock.move(HOUR)
    numbers = [number(der) for der in handed_out]
    assert numbers == sorted(numbers)
    assert len({*numbers}) == len({*handed_out}) == 6


@ON_BOTH
def test_who_was_revoked_at_one_node_is_refused_at_the_other_and_stays_so(two: Two) -> None:
    one, other, clock = two
    card = one._pki.staff_ca.issue_piv(
        holder="x", staff_code="x", pin="123456", puk="12345678", now=clock()
    ).certificate(Slot.AUTHENTICATION)
    assert other.newest() == one.newest()
    assert other.verdict(card).status is RevocationStatus.GOOD
    one._pki.revoke(card, x509.ReasonFlags.key_compromise, clock())
    told = number(one.renew())
    clock.move(LOOKED_AFTER)
    assert other.verdict(card).status is RevocationStatus.REVOKED
    assert number(other.renew()) == told + 1
    clock.move(LOOKED_AFTER)
    assert one.verdict(card).status is RevocationStatus.REVOKED


@ON_BOTH
def test_the_hour_is_over_for_everybody_at_once(two: Two) -> None:
    """Many threads of both nodes find the list an hour old: one new list, none waits for another's."""
    one, other, clock = two
    before = number(one.newest())
    clock.move(HOUR)
    start = threading.Barrier(8)

    def ask(which: Revocations) -> int:
        start.wait(20)
        return number(which.newest())

    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(ask, (one, other) * 4))
    assert {*told} <= {before, before + 1}
    assert number(one.newest()) == number(other.newest()) == before + 1


def test_a_verdict_is_given_inside_a_transaction(city: SmallCity) -> None:
    clock = MovableClock()
    revocations = made(city, clock)
    revocations.newest()
    clock.move(HOUR)
    certificate = city.card("o-handler").certificate(Slot.AUTHENTICATION)
    with city.service.writer.transaction():
        assert revocations.verdict(certificate).status is RevocationStatus.GOOD
