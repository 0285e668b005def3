"""The revocation list: one in force, a new one each hour or after a revocation, numbers rising."""

from __future__ import annotations

from datetime import timedelta

from cryptography import x509

from cardio.piv.objects import Slot
from cardio.trust import RevocationStatus
from desktop_app.sandbox.revocations import Revocations
from tests.support.sandbox_server import MovableClock
from tests.support.small_city import SmallCity


def number(der: bytes) -> int:
    extension = x509.load_der_x509_crl(der).extensions.get_extension_for_class(x509.CRLNumber)
    return extension.value.crl_number


def test_a_list_serves_an_hour(city: SmallCity) -> None:
    clock = MovableClock()
    revocations = Revocations(city.pki, clock)
    first = revocations.newest()
    clock.move(timedelta(minutes=59))
    assert revocations.newest() == first
    clock.move(timedelta(minutes=2))
    assert number(revocations.newest()) > number(first)


def test_a_revoked_card_is_on_the_next_list(city: SmallCity) -> None:
    revocations = Revocations(city.pki, city.service.now)
    certificate = city.card("o-handler").certificate(Slot.AUTHENTICATION)
    assert revocations.verdict(certificate).status is RevocationStatus.GOOD
    city.pki.staff_ca.revoke(certificate, x509.ReasonFlags.key_compromise, city.service.now())
    revocations.renew()
    assert revocations.verdict(certificate).status is RevocationStatus.REVOKED


def test_a_restarted_server_goes_on_counting(city: SmallCity) -> None:
    before = Revocations(city.pki, city.service.now).renew()
    assert number(Revocations(city.pki, city.service.now).renew()) == number(before) + 1
