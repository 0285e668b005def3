"""Who may act at a terminal without a session: card, PIN, and the bundle's word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509

from cardio import errors
from cardio.piv import Slot
from cardio.simulator import CardFile
from desktop_app import jose
from desktop_app.cards.officer_card import Duty, Entitled, NotEntitled, OfficerCard, act
from desktop_app.domain.organisation import Officer
from desktop_app.domain.roles import Role
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.entities import Row
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.small_city import IOC, PIN

ADMIN = Officer("o-admin", "Tô Quản Trị", IOC, (Role.SITE_ADMIN,))


def admin_card(bench: Workbench) -> CardFile:
    """The site admin's card; the workstation has heard of it by the bundle."""
    service = bench.city.service
    with service.writer.transaction() as connection:
        service.entities.put_many(
            connection, [Row("officer", ADMIN.id, wire.encode(ADMIN), audience.EVERYONE)]
        )
        service.people.register(connection, ADMIN, now=service.now())
    card = bench.city.card(ADMIN.id)
    take_bundle(bench)
    return card


def take_bundle(bench: Workbench) -> None:
    """Have the workstation take the bundle as it is now."""
    assert bench.core.workplace is not None
    bench.clock.move(timedelta(seconds=2))
    with bench.city.service.engine.connect() as connection:
        bench.core.workplace.trust.take_bundle(bench.city.service.bundles.current(connection))


def entitled(bench: Workbench, duty: Duty = Duty.SITE_ADMIN) -> Entitled:
    assert bench.core.workplace is not None
    return Entitled(bench.core.workplace.trust.cards, bench.core.clock.now(), duty)


def signed(bench: Workbench, pin: str = PIN, duty: Duty = Duty.SITE_ADMIN, reader: str = DESK) -> str:
    def work(card: OfficerCard) -> str:
        return jose.assemble({"alg": "ES256", "typ": "x"}, {"said": "so"}, card.sign)

    return act(bench.core.readers, reader, bytearray(pin.encode()), entitled(bench, duty), work)


def test_an_admins_card_signs_and_is_logged_out(enrolled: Workbench) -> None:
    file = admin_card(enrolled)
    card = enrolled.insert(file)
    assert signed(enrolled).count(".") == 2
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3
    with pytest.raises(errors.PinWrong):
        signed(enrolled, "000000")
    assert card.pin_tries_left == 2


def test_who_is_not_entitled_spends_no_try(enrolled: Workbench) -> None:
    card = enrolled.insert(enrolled.city.card("o-supervisor"))
    take_bundle(enrolled)
    with pytest.raises(NotEntitled) as refusal:
        signed(enrolled, "000000")
    assert refusal.value.duty is Duty.SITE_ADMIN
    assert card.pin_tries_left == 3
    assert signed(enrolled, duty=Duty.SUPERVISOR)


def test_a_revoked_card_spends_no_try_either(enrolled: Workbench) -> None:
    file = admin_card(enrolled)
    card, now = enrolled.insert(file), enrolled.city.service.now()
    enrolled.city.pki.revoke(file.certificate(Slot.AUTHENTICATION), x509.ReasonFlags.key_compromise, now)
    assert enrolled.core.workplace is not None
    enrolled.core.workplace.trust.take_lists([enrolled.city.service.revocations.renew()])
    with pytest.raises(errors.Revoked):
        signed(enrolled)
    assert card.pin_tries_left == 3


def test_over_the_air_there_is_no_pin(enrolled: Workbench) -> None:
    enrolled.insert(admin_card(enrolled), KIOSK)
    with pytest.raises(errors.ContactlessRefused):
        signed(enrolled, reader=KIOSK)


def test_the_pin_is_wiped_whatever_happens(enrolled: Workbench) -> None:
    for typed in (b"1", PIN.encode()):
        pin = bytearray(typed)
        with pytest.raises(errors.CardError):
            act(enrolled.core.readers, "nowhere", pin, entitled(enrolled), lambda card: card)
        assert not any(pin)
