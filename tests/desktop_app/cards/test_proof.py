"""One card transaction of a sign-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cardio import errors
from cardio.apdu import Ins
from cardio.piv import Slot
from cardio.simulator import KeyKind
from desktop_app import jose
from desktop_app.api.auth import Assertion
from desktop_app.cards.presented_card import SeenCards, read_card
from desktop_app.cards.proof import CardProof, Errand, has_vault_key, prove
from desktop_app.credentials import Secrets
from desktop_app.vault.vault import Vault, WrongCard
from tests.hostile_cards.torn import TearableCard
from tests.journeys.workbench import DESK, Workbench
from tests.support.virtual_cards import NOW, WRONG_PIN, card_file, pin

ASSERTION = Assertion("nonce", "https://central.example/token", "thumb", NOW)


@pytest.fixture
def errand(bench: Workbench, tmp_path: Path) -> Callable[..., Errand]:
    secrets = Secrets(tmp_path / "workstation.key", use_keyring=False)

    def make(kind: KeyKind = KeyKind.P256, assertion: Assertion | None = ASSERTION) -> Errand:
        bench.insert(card_file(kind))
        seen = bench.core.readers.submit(DESK, read_card).result(30)
        vault = Vault(tmp_path / "a.vault", "a", "ws", secrets)
        return Errand(seen, assertion, [seen.authentication], vault, lambda certificate: certificate)

    return make


def run(bench: Workbench, errand: Errand, typed: bytearray | None = None) -> CardProof:
    return bench.core.readers.submit(DESK, lambda card: prove(card, typed or pin(), errand)).result(30)


@pytest.mark.parametrize("kind", KeyKind)
def test_the_card_signs_and_opens_the_vault_in_one_go(
    bench: Workbench, errand: Callable[..., Errand], kind: KeyKind
) -> None:
    wanted = errand(kind)
    first, second = run(bench, wanted), run(bench, wanted)
    assert first.data_key == second.data_key  # made at the first sign-in, unwrapped at the second
    assert first.data_key is not None
    assert len(first.data_key) == 32
    key = jose.certificate_key(card_file(kind).certificate(Slot.AUTHENTICATION))
    assert jose.verify(first.assertion, jose.Kind.SIGN_IN, key).claims["nonce"] == "nonce"
    assert repr(first) == "CardProof()"


def test_afterwards_the_pin_is_not_verified_any_more(bench: Workbench, errand: Callable[..., Errand]) -> None:
    run(bench, errand())
    seen = bench.core.readers.submit(DESK, SeenCards(bench.core.bus).reading(DESK)).result(30)
    assert seen.tries_left == 3  # None would mean that anybody may sign with 9A


def test_offline_there_is_nothing_to_send(bench: Workbench, errand: Callable[..., Errand]) -> None:
    assert run(bench, errand(assertion=None)).assertion == ""


def test_a_wrong_pin_opens_nothing(bench: Workbench, errand: Callable[..., Errand]) -> None:
    wanted = errand()
    with pytest.raises(errors.PinWrong):
        run(bench, wanted, pin(WRONG_PIN))
    assert not wanted.vault.exists


def test_a_swapped_card_shows_in_its_signature(bench: Workbench, errand: Callable[..., Errand]) -> None:
    wanted = errand()
    other = bench.city.unknown_card("somebody else")
    bench.readers.remove(DESK)
    bench.insert(other)
    with pytest.raises(errors.WrongKey):
        run(bench, wanted)


def test_a_card_that_forgets_the_pin_at_all_but_its_keys_signs_in_beside_other_accounts(
    tmp_path: Path,
) -> None:
    class Forgetful(TearableCard):
        def transmit(self, command: bytes | bytearray) -> bytes:
            if command[1] in {Ins.GET_DATA, Ins.SELECT}:
                self.card.transmit(bytes.fromhex("0020FF80"))
            return super().transmit(command)

    secrets, card = Secrets(tmp_path / "workstation.key", use_keyring=False), Forgetful(card_file())
    other = Vault(tmp_path / "account-b.vault", "b", "ws", secrets)
    other.add_device_slot(other.create())
    seen = read_card(card)
    vault = Vault(tmp_path / "account-a.vault", "a", "ws", secrets)
    wanted = Errand(seen, None, [seen.authentication], vault, lambda certificate: certificate)
    assert prove(card, pin(), wanted).data_key is not None
    assert (card.presented, card.tries) == (1, (3, 3))


def test_another_persons_vault_stays_closed(bench: Workbench, errand: Callable[..., Errand]) -> None:
    run(bench, errand(KeyKind.P256))
    with pytest.raises(WrongCard):
        run(bench, errand(KeyKind.RSA2048))


def test_where_something_else_opens_the_store_the_card_still_signs(
    bench: Workbench, errand: Callable[..., Errand]
) -> None:
    wanted = errand()
    seen = replace(wanted.seen, key_management=None)
    proof = run(bench, replace(wanted, seen=seen, opens_vault=False))
    assert proof.data_key is None
    assert proof.assertion
    assert not wanted.vault.exists
    with pytest.raises(errors.PinWrong):
        run(bench, replace(wanted, seen=seen, opens_vault=False), pin(WRONG_PIN))


def test_a_vault_key_must_be_there_and_fit(errand: Callable[..., Errand]) -> None:
    seen = errand().seen
    assert has_vault_key(seen)
    assert not has_vault_key(replace(seen, key_management=None))
    assert not has_vault_key(replace(seen, key_management=seen.authentication))
