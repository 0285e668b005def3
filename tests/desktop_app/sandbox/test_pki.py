"""Keys and cards of an installation: made once, kept, private, and each card in the state its label says."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from cardio.errors import Expired
from cardio.piv.objects import Slot
from cardio.piv.session import Piv
from cardio.simulator import CardFile, VirtualPivCard
from cardio.trust import CrlStore, Purpose, RevocationStatus, verify_path
from desktop_app.sandbox.demo_cards import DEMO_CARDS, DEMO_PIN, NUMBER_CARDS
from desktop_app.sandbox.pki import IssuedCard, SandboxPki
from desktop_app.sandbox.seed.organisation import load_organisation

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)


@pytest.fixture
def pki(tmp_path: Path) -> SandboxPki:
    return SandboxPki.load_or_create(tmp_path, NOW)


def issue(pki: SandboxPki) -> tuple[IssuedCard, ...]:
    city = load_organisation()
    return pki.issue_demo_cards(city.officers, city.tree, NOW)


def card_in_state(folder: Path, state: str) -> CardFile:
    rows = json.loads((folder / "cards" / "index.json").read_text(encoding="utf-8"))
    row = next(row for row in rows if row["state"] == state)
    return CardFile.load(folder / "cards" / row["file"])


def test_a_second_start_finds_the_same_keys_and_cards(tmp_path: Path, pki: SandboxPki) -> None:
    cards = issue(pki)
    again = SandboxPki.load_or_create(tmp_path, NOW)
    assert issue(again) == cards
    assert again.staff_ca.root == pki.staff_ca.root
    for name in ("bundle_key", "receipt_key", "workstation_ca"):
        assert getattr(again, name).private_numbers() == getattr(pki, name).private_numbers()


def test_two_installations_share_no_key(tmp_path: Path) -> None:
    one, other = (SandboxPki.load_or_create(tmp_path / name, NOW) for name in ("one", "other"))
    assert one.receipt_key.private_numbers() != other.receipt_key.private_numbers()
    assert one.staff_ca.root.public_key() != other.staff_ca.root.public_key()


@pytest.mark.parametrize("folder", ["pki", "cards"])
def test_only_the_owner_reads_the_files(tmp_path: Path, pki: SandboxPki, folder: str) -> None:
    issue(pki)
    files = list((tmp_path / folder).iterdir())
    assert files
    if os.name == "posix":  # Windows keeps the profile folder private by its own rules
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700


def test_a_program_that_knows_more_cards_issues_those_alone(tmp_path: Path, pki: SandboxPki) -> None:
    before = issue(pki)
    index = tmp_path / "cards" / "index.json"
    rows = json.loads(index.read_text(encoding="utf-8"))
    kept = [row for row in rows if row["role"] != "hotline"]
    index.write_text(json.dumps(kept), encoding="utf-8")
    gone = tmp_path / "cards" / "hotline-1.json"
    gone.unlink()
    after = issue(pki)
    assert json.loads(index.read_text(encoding="utf-8")) == rows
    assert gone.exists()
    changed = {a.officer_id for a, b in zip(after, before, strict=True) if a.certificates != b.certificates}
    assert changed == {"hue-p15", "hue-p16"}


def test_the_index_names_a_file_for_every_role_and_state(tmp_path: Path, pki: SandboxPki) -> None:
    issue(pki)
    rows = json.loads((tmp_path / "cards" / "index.json").read_text(encoding="utf-8"))
    assert {row["role"] for row in rows} == {
        "dispatcher", "handler", "approver", "publisher", "supervisor", "misconduct_recipient", "clerk",
        "site_admin", "hotline", "uid",
    }  # fmt: skip
    assert [row["state"] for row in rows if row["state"] != "valid"] == ["expired", "revoked", "blocked"]
    assert {row["kind"] for row in rows} == {"P256", "P384", "RSA2048", "UID"}
    assert all((tmp_path / "cards" / row["file"]).is_file() for row in rows)


def test_a_valid_card_opens_with_its_printed_pin_and_its_path_holds(tmp_path: Path, pki: SandboxPki) -> None:
    issue(pki)
    card = card_in_state(tmp_path, "valid")
    piv = Piv.select(VirtualPivCard(card))
    piv.verify(bytearray(DEMO_PIN.encode()))
    leaf = piv.certificate(Slot.AUTHENTICATION)
    chain = verify_path(leaf, [pki.staff_ca.issuing], [pki.staff_ca.root], Purpose.STAFF_SIGN_IN, NOW)
    assert chain[0] == leaf


def test_the_expired_card_is_expired(tmp_path: Path, pki: SandboxPki) -> None:
    issue(pki)
    leaf = card_in_state(tmp_path, "expired").certificate(Slot.AUTHENTICATION)
    with pytest.raises(Expired):
        verify_path(leaf, [pki.staff_ca.issuing], [pki.staff_ca.root], Purpose.STAFF_SIGN_IN, NOW)


def test_the_blocked_card_has_no_tries_left(tmp_path: Path, pki: SandboxPki) -> None:
    issue(pki)
    assert Piv.select(VirtualPivCard(card_in_state(tmp_path, "blocked"))).tries_left() == 0


def test_the_revoked_card_is_on_the_list_and_the_others_are_not(tmp_path: Path, pki: SandboxPki) -> None:
    issue(pki)
    lists = CrlStore()
    lists.add(pki.crl(NOW), pki.staff_ca.issuing)

    def status(state: str) -> RevocationStatus:
        return lists.verdict(card_in_state(tmp_path, state).certificate(Slot.AUTHENTICATION), NOW).status

    assert status("revoked") is RevocationStatus.REVOKED
    assert status("valid") is RevocationStatus.GOOD


def test_list_numbers_go_on_rising_after_a_restart(tmp_path: Path, pki: SandboxPki) -> None:
    def number(der: bytes) -> int:
        crl = x509.load_der_x509_crl(der)
        return crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number

    before = number(pki.crl(NOW))
    assert number(SandboxPki.load_or_create(tmp_path, NOW).crl(NOW)) == before + 1


def test_issued_cards_name_both_published_certificates(pki: SandboxPki) -> None:
    cards = issue(pki)
    assert [card.officer_id for card in cards] == [card.officer_id for card in (*DEMO_CARDS, *NUMBER_CARDS)]
    slots = [sorted(card.certificates.values()) for card in cards]
    assert slots == [["9A", "9E"]] * len(DEMO_CARDS) + [["ID"]] * len(NUMBER_CARDS)
    digests = [digest for card in cards for digest in card.certificates]
    assert len(set(digests)) == len(digests)


def test_a_foreign_file_in_the_place_of_a_key_is_refused(tmp_path: Path, pki: SandboxPki) -> None:
    (tmp_path / "pki" / "receipt-key.pem").write_text("no key", encoding="ascii")
    with pytest.raises(ValueError, match=r"PEM|deserialize"):
        SandboxPki.load_or_create(tmp_path, NOW)
