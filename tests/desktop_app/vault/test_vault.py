"""The vault on virtual cards with every kind of key, and every way that it must stay closed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID

from cardio.errors import ConditionsNotSatisfied, ForeignIssuer
from cardio.piv import Piv, Slot, key_history, objects
from cardio.piv.objects import RetiredSlot
from cardio.simulator import KeyKind, StaffCa
from cardio.simulator.card_file import CardFile
from cardio.simulator.piv_card import VirtualPivCard
from desktop_app.credentials import Secrets, vault_secret
from desktop_app.vault.slots import SlotCorrupt, VaultMissing
from desktop_app.vault.vault import (
    CardKeys,
    CardUnsuitable,
    DeviceSecretMissing,
    Vault,
    WrongCard,
    check_suitable,
    retired_keys,
)
from tests.desktop_app.test_credentials import MemoryKeyring
from tests.support.clock import NOON

CA = StaffCa.create("CA thử nghiệm", NOON)


def make_card(kind: KeyKind = KeyKind.P256, holder: str = "Lê Thị Thử") -> CardFile:
    return CA.issue_piv(
        holder=holder, staff_code="CB-1", pin="123456", puk="12345678", algorithm=kind, now=NOON
    )


def unlocked(file: CardFile) -> Piv:
    piv = Piv.select(VirtualPivCard(file))
    piv.verify(bytearray(b"123456"))
    return piv


def keys(file: CardFile) -> CardKeys:
    return CardKeys(file.certificate(Slot.AUTHENTICATION), file.certificate(Slot.KEY_MANAGEMENT))


def ed25519_certificate() -> x509.Certificate:
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lê Thị Thử")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    dated = builder.not_valid_before(NOON).not_valid_after(NOON + timedelta(days=1)).serial_number(7)
    return dated.sign(key, None)


def trusting(_certificate: x509.Certificate) -> None:
    """A path check that finds nothing wrong; the real one is tested in cardio.trust."""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "a.vault", "a" * 64, "w-1", Secrets(tmp_path / "k"))


@pytest.fixture
def with_keyring(tmp_path: Path) -> Iterator[Vault]:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield Vault(tmp_path / "a.vault", "a" * 64, "w-1", Secrets(tmp_path / "k"))
    keyring.set_keyring(before)


@pytest.mark.parametrize("kind", list(KeyKind))
def test_every_kind_of_key_unlocks(vault: Vault, kind: KeyKind) -> None:
    card = make_card(kind)
    piv, key = unlocked(card), vault.create()
    assert vault.kinds() == ()
    vault.add_card_slot(key, piv, keys(card), trusting)
    assert vault.exists
    assert vault.kinds() == (("card-rsa",) if kind is KeyKind.RSA2048 else ("card-ec",))
    assert vault.unlock_with_card(unlocked(card), keys(card).key_management) == key


def test_another_card_is_named_as_such(vault: Vault) -> None:
    mine, other = make_card(), make_card()
    vault.add_card_slot(vault.create(), unlocked(mine), keys(mine), trusting)
    with pytest.raises(WrongCard):
        vault.unlock_with_card(unlocked(other), keys(other).key_management)


def test_a_copied_certificate_opens_nothing(vault: Vault) -> None:
    """A card that shows my certificate but holds another key."""
    mine, other = make_card(), make_card()
    vault.add_card_slot(vault.create(), unlocked(mine), keys(mine), trusting)
    with pytest.raises(SlotCorrupt):
        vault.unlock_with_card(unlocked(other), keys(mine).key_management)


def test_no_vault_is_a_state_of_its_own(vault: Vault) -> None:
    card = make_card()
    with pytest.raises(VaultMissing):
        vault.unlock_with_card(unlocked(card), keys(card).key_management)


def test_without_the_pin_the_card_refuses(vault: Vault) -> None:
    card = make_card()
    vault.add_card_slot(vault.create(), unlocked(card), keys(card), trusting)
    with pytest.raises(ConditionsNotSatisfied):
        vault.unlock_with_card(Piv.select(VirtualPivCard(card)), keys(card).key_management)


def test_a_slot_that_the_card_cannot_open_is_never_stored(vault: Vault, tmp_path: Path) -> None:
    mine, other = make_card(), make_card()
    with pytest.raises(SlotCorrupt):
        vault.add_card_slot(vault.create(), unlocked(other), keys(mine), trusting)
    assert not (tmp_path / "a.vault").exists()


def test_an_untrusted_path_stops_it(vault: Vault) -> None:
    def foreign(_certificate: x509.Certificate) -> None:
        raise ForeignIssuer("somebody")

    card = make_card()
    with pytest.raises(ForeignIssuer):
        vault.add_card_slot(vault.create(), unlocked(card), keys(card), foreign)
    assert not vault.exists


def test_the_key_must_be_for_unwrapping(vault: Vault) -> None:
    card = make_card()
    signing = CardKeys(card.certificate(Slot.AUTHENTICATION), card.certificate(Slot.SIGNATURE))
    with pytest.raises(CardUnsuitable) as unsuitable:
        vault.add_card_slot(vault.create(), unlocked(card), signing, trusting)
    assert unsuitable.value.reason == "usage"


def test_the_key_must_be_the_same_persons(vault: Vault) -> None:
    mine, theirs = make_card(), make_card(holder="Người Khác")
    mixed = CardKeys(mine.certificate(Slot.AUTHENTICATION), theirs.certificate(Slot.KEY_MANAGEMENT))
    with pytest.raises(CardUnsuitable) as unsuitable:
        vault.add_card_slot(vault.create(), unlocked(theirs), mixed, trusting)
    assert unsuitable.value.reason == "holder"


def test_the_key_must_be_on_the_same_card(vault: Vault) -> None:
    old, new = make_card(), make_card()
    mixed = CardKeys(old.certificate(Slot.AUTHENTICATION), new.certificate(Slot.KEY_MANAGEMENT))
    with pytest.raises(CardUnsuitable) as unsuitable:
        vault.add_card_slot(vault.create(), unlocked(new), mixed, trusting)
    assert unsuitable.value.reason == "card"


def test_two_cards_may_open_one_vault(vault: Vault) -> None:
    first, second, key = make_card(), make_card(KeyKind.RSA2048), os.urandom(32)
    for card in (first, second, first):
        vault.add_card_slot(key, unlocked(card), keys(card), trusting)
    assert len(vault.kinds()) == 2
    for card in (first, second):
        assert vault.unlock_with_card(unlocked(card), keys(card).key_management) == key


def test_a_file_from_another_workstation_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    card = make_card()
    vault.add_card_slot(vault.create(), unlocked(card), keys(card), trusting)
    text = (tmp_path / "a.vault").read_bytes().replace(b'"w-1"', b'"w-2"')
    (tmp_path / "b.vault").write_bytes(text)
    elsewhere = Vault(tmp_path / "b.vault", "a" * 64, "w-2", Secrets(tmp_path / "k"))
    with pytest.raises(SlotCorrupt):
        elsewhere.unlock_with_card(unlocked(card), keys(card).key_management)


def test_the_keyrings_secret_joins_and_its_wipe_closes_the_vault(with_keyring: Vault) -> None:
    card, key = make_card(), with_keyring.create()
    with_keyring.add_card_slot(key, unlocked(card), keys(card), trusting)
    assert with_keyring.unlock_with_card(unlocked(card), keys(card).key_management) == key
    with_keyring._secrets.delete(vault_secret("a" * 64))
    with pytest.raises(DeviceSecretMissing):
        with_keyring.unlock_with_card(unlocked(card), keys(card).key_management)


def test_the_device_slot_opens_without_the_card(with_keyring: Vault) -> None:
    key = with_keyring.create()
    with pytest.raises(VaultMissing):
        with_keyring.unlock_with_device()
    with_keyring.add_device_slot(key)
    assert with_keyring.kinds() == ("device",)
    assert with_keyring.unlock_with_device() == key
    with_keyring._secrets.delete(vault_secret("a" * 64))
    with pytest.raises(DeviceSecretMissing):
        with_keyring.unlock_with_device()


def test_without_a_keyring_the_device_slot_lives_by_the_secrets_file(vault: Vault, tmp_path: Path) -> None:
    key = vault.create()
    vault.add_device_slot(key)
    assert vault.unlock_with_device() == key
    (tmp_path / "k").unlink()
    with pytest.raises(DeviceSecretMissing):
        vault.unlock_with_device()


def test_a_key_of_a_kind_that_we_do_not_use_is_unfit() -> None:
    card = make_card()
    odd = CardKeys(card.certificate(Slot.AUTHENTICATION), ed25519_certificate())
    with pytest.raises(CardUnsuitable) as unsuitable:
        check_suitable(odd)
    assert unsuitable.value.reason == "key"


def test_an_expired_card_still_has_its_key(vault: Vault) -> None:
    """Validity is the caller's check; the vault itself has no clock."""
    card = CA.issue_piv(
        holder="X",
        staff_code="1",
        pin="123456",
        puk="12345678",
        now=NOON - timedelta(days=900),
        valid_days=10,
    )
    key = vault.create()
    vault.add_card_slot(key, unlocked(card), keys(card), trusting)
    assert vault.unlock_with_card(unlocked(card), keys(card).key_management) == key


def test_a_renewed_card_opens_what_it_opened_before_by_the_key_it_kept(vault: Vault) -> None:
    old, fresh = make_card(), make_card()
    key = vault.create()
    vault.add_card_slot(key, unlocked(old), keys(old), trusting)
    first = RetiredSlot(0x82)
    renewed = replace(
        fresh,
        retired_keys={first: old.keys[Slot.KEY_MANAGEMENT]},
        retired_certificates={first: old.certificates[Slot.KEY_MANAGEMENT]},
    )
    found = []
    for card in (renewed, old, fresh):
        piv = unlocked(card)
        found.append(vault.unlock_as_successor(piv, keys(card).key_management, retired_keys(piv)))
    assert found == [key, key, None]
    with pytest.raises(WrongCard):
        vault.unlock_with_card(unlocked(renewed), keys(renewed).key_management)


def test_one_unreadable_retired_key_hides_no_other() -> None:
    old, fresh = make_card(), make_card()
    slots = [RetiredSlot(0x82 + number) for number in range(2)]
    renewed = replace(
        fresh,
        retired_keys=dict.fromkeys(slots, old.keys[Slot.KEY_MANAGEMENT]),
        retired_certificates=dict.fromkeys(slots, old.certificates[Slot.KEY_MANAGEMENT]),
        objects={**fresh.objects, objects.KEY_HISTORY: key_history.write(2)},
    )

    class Worn(VirtualPivCard):
        unreadable = bytes.fromhex("5FC10D")

        def transmit(self, command: bytes | bytearray) -> bytes:
            return b"\x65\x81" if self.unreadable in bytes(command) else super().transmit(command)

    card = Worn(renewed)
    assert list(retired_keys(Piv.select(card))) == slots[1:]
    card.unreadable = bytes.fromhex("5FC10C")  # the history itself
    assert retired_keys(Piv.select(card)) == {}


def test_the_vaults_beside_it_are_the_other_accounts(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path / "k", use_keyring=False)
    both = [Vault(tmp_path / f"account-{name}.vault", name, "w-1", secrets) for name in ("a", "b")]
    for each in both:
        each.add_device_slot(each.create())
    [other] = both[0].others()
    assert other.unlock_with_device() == both[1].unlock_with_device()
