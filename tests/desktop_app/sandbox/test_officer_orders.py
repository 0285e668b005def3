"""An order counts while its card and its holder do, and only for ten minutes."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from cryptography import x509

from cardio.piv.objects import Slot
from desktop_app import jose
from desktop_app.domain.roles import Role
from desktop_app.sandbox.officer_orders import FRESH, OfficerOrders
from desktop_app.sandbox.refusal import Refused
from tests.support.orders import order
from tests.support.small_city import SmallCity


def read(city: SmallCity, compact: str) -> str:
    orders: OfficerOrders = city.service.epochs._orders
    with city.service.engine.connect() as connection:
        return orders.read(connection, compact, jose.Kind.EPOCH, Role.SUPERVISOR).by


def test_an_order_tells_whose_it_is(city: SmallCity) -> None:
    assert read(city, order(city.card("o-supervisor"), "ioc-epoch+jws")) == "o-supervisor"


@pytest.mark.parametrize("ago", [FRESH.total_seconds() + 5, -FRESH.total_seconds() - 5])
def test_an_order_of_another_time_is_none(city: SmallCity, ago: float) -> None:
    with pytest.raises(Refused, match="order_expired"):
        read(city, order(city.card("o-supervisor"), "ioc-epoch+jws", iat=int(time.time() - ago)))


def test_a_revoked_card_orders_nothing(city: SmallCity) -> None:
    card = city.card("o-supervisor")
    at = city.service.now() - timedelta(days=1)
    city.pki.revoke(card.certificate(Slot.AUTHENTICATION), x509.ReasonFlags.key_compromise, at)
    city.service.revocations.renew()
    with pytest.raises(Refused, match="certificate_revoked"):
        read(city, order(card, "ioc-epoch+jws"))


@pytest.mark.parametrize("compact", ["", "a.b.c", "x" * 50])
def test_what_is_no_jws_is_no_order(city: SmallCity, compact: str) -> None:
    with pytest.raises(Refused, match="order_invalid"):
        read(city, compact)
