"""A card without a key for the vault: let in where policy allows it, recorded as the lesser assurance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.errors import PinWrong
from cardio.piv import Slot
from cardio.simulator import CardFile
from desktop_app.core import Core
from desktop_app.credentials import WORKSTATION_KEY, vault_secret
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from desktop_app.news import LockReason
from desktop_app.sandbox import policy
from desktop_app.session import Assurance
from desktop_app.sign_in.sign_in import SignInRefused
from desktop_app.sign_in.store_opening import Lack, Opening
from desktop_app.vault.vault import DeviceSecretMissing
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until


def without_vault_key(file: CardFile) -> CardFile:
    keys, certificates = dict(file.keys), dict(file.certificates)
    del keys[Slot.KEY_MANAGEMENT], certificates[Slot.KEY_MANAGEMENT]
    return replace(file, keys=keys, certificates=certificates)


def vault_kinds(core: Core) -> tuple[str, ...]:
    [file] = core.home.root.glob("account-*.vault")
    return core._vault(file.stem.removeprefix("account-")).kinds()


@pytest.fixture
def allowed(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    """A workstation whose bundle allows the device slot."""
    monkeypatch.setitem(policy.DEFAULTS, "device_slot", True)
    bench.enrol()
    return bench


def test_the_device_opens_the_store_and_the_session_says_so(allowed: Workbench) -> None:
    report = allowed.city.put()
    allowed.insert(without_vault_key(allowed.city.card("o-handler")))
    session = allowed.synced(allowed.sign_in())
    assert session.assurance is Assurance.DEVICE
    assert vault_kinds(allowed.core) == ("device",)
    allowed.gate.refuse()
    session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, payloads.Nothing())
    allowed.core.lock(LockReason.PERSON)
    with pytest.raises(PinWrong):  # the card and its PIN are asked for all the same
        allowed.sign_in("000000")
    again = allowed.sign_in()
    assert not again.online
    assert again.assurance is Assurance.DEVICE
    assert again.store.reports.get(report.id).state is State.IN_PROGRESS
    allowed.gate.open()
    allowed.settled(again)


def test_a_card_with_its_own_key_never_gets_a_device_slot(allowed: Workbench) -> None:
    allowed.insert(allowed.city.card("o-handler"))
    assert allowed.sign_in().assurance is Assurance.CARD
    assert vault_kinds(allowed.core) == ("card-ec",)


def test_without_the_policy_such_a_card_works_online_only(enrolled: Workbench) -> None:
    enrolled.insert(without_vault_key(enrolled.city.card("o-handler")))
    opening = enrolled.core.sign_in.inspect(DESK).result(30).opening
    assert opening == Opening(Assurance.ONLINE, Lack.NO_KEY)
    session = enrolled.sign_in()
    assert (session.assurance, session.offline_until) == (Assurance.ONLINE, None)
    enrolled.core.lock(LockReason.PERSON)
    until(lambda: not list(enrolled.core.home.root.glob("account-*")), what="nothing left of it")


def test_online_only_is_not_offline_and_spends_no_try(enrolled: Workbench) -> None:
    enrolled.insert(without_vault_key(enrolled.city.card("o-handler")))
    enrolled.gate.refuse()
    with pytest.raises(SignInRefused):
        enrolled.sign_in("000000")
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3


def test_a_policy_withdrawn_ends_it(allowed: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed.insert(without_vault_key(allowed.city.card("o-handler")))
    allowed.sign_in()
    allowed.core.lock(LockReason.PERSON)
    workplace = allowed.core.workplace
    assert workplace is not None
    monkeypatch.setitem(policy.DEFAULTS, "device_slot", False)
    with allowed.city.service.engine.connect() as connection:
        workplace.trust.take_bundle(allowed.city.service.bundles.current(connection))
    assert allowed.sign_in().assurance is Assurance.ONLINE
    allowed.core.lock(LockReason.PERSON)
    allowed.gate.refuse()
    with pytest.raises(SignInRefused, match="card_without_vault_key"):
        allowed.sign_in()


def test_wiping_the_device_secret_closes_the_store(allowed: Workbench) -> None:
    allowed.insert(without_vault_key(allowed.city.card("o-handler")))
    session = allowed.sign_in()
    allowed.core.lock(LockReason.PERSON)
    until(lambda: allowed.core.session is None)
    allowed.core.secrets.delete(vault_secret(session.store.account_id))  # as a remote wipe does
    assert allowed.core.secrets.get(WORKSTATION_KEY)
    with pytest.raises(DeviceSecretMissing):
        allowed.sign_in()
