"""The verifier: what is sound passes, every way of cheating is named."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio.piv import Slot
from cardio.simulator import CardFile, KeyKind, VirtualPivCard
from cardio.tap import read_tap
from desktop_app import jose
from desktop_app.attendance.audit import Audit, EvidenceUnreadable, audit, read_evidence
from desktop_app.attendance.journal_row import TerminalSigner, card_part
from desktop_app.domain.attendance import GENESIS_HASH, Assurance, TapFacts, TapKind
from desktop_app.store.journal import Head
from desktop_app.store.journal_check import JournalFault
from tests.desktop_app.store.builders import Signer
from tests.support.hostile_certificates import hostile_item
from tests.support.virtual_cards import NOW, authority, card_file

Line = dict[str, Any]
RECEIPT_KEY = ec.generate_private_key(ec.SECP256R1())
PEM = RECEIPT_KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _chain(card: CardFile, slot: Slot) -> list[str]:
    certificates = (card.certificate(slot), authority().issuing, authority().root)
    return [b64encode(c.public_bytes(Encoding.DER)).decode() for c in certificates]


class Terminal:
    """Writes rows signed by a key whose certificate a real CA made (a card's, for want of another)."""

    def __init__(self) -> None:
        from cryptography.hazmat.primitives.serialization import load_der_private_key

        self.file = card_file(KeyKind.P256)
        key = load_der_private_key(self.file.keys[Slot.AUTHENTICATION], None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        self.signer, self.facts, self.head = TerminalSigner(key), Signer("T1"), Head(1, 0, GENESIS_HASH)

    def row(self) -> Line:
        card = card_file(KeyKind.RSA2048)
        event_id, seq = f"e-{self.head.next_seq}", self.head.next_seq
        tapped = TapFacts("T1", 1, seq, event_id, TapKind.TAP, NOW, None, self.head.hash, "ab", "n")
        card_jws = card_part(tapped, read_tap(VirtualPivCard(card)))
        facts = self.facts.facts(
            self.head, event_id=event_id, kind=TapKind.TAP, wall_utc=NOW, card_cert_sha256="ab",
            assurance=Assurance.CARD_KEY, card_jws_sha256=jose.sha256_hex(card_jws),
        )  # fmt: skip
        terminal_jws = self.signer.row(facts)
        self.head = Head(1, seq, jose.sha256_hex(terminal_jws))
        receipt = jose.sign(jose.Kind.RECEIPT, {"events": [{"hash": self.head.hash}]}, RECEIPT_KEY)
        return {
            "card_jws": card_jws, "terminal_jws": terminal_jws, "receipt": receipt,
            "card_x5c": _chain(card, Slot.CARD_AUTHENTICATION),
            "terminal_x5c": _chain(self.file, Slot.AUTHENTICATION),
        }  # fmt: skip


@pytest.fixture
def rows() -> list[Line]:
    terminal = Terminal()
    return [terminal.row() for _ in range(3)]


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Audit]:
    def run(rows: list[Line], key: bytes | None = PEM) -> Audit:
        path = tmp_path / "attendance.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="ascii")
        return audit(read_evidence(path), key)

    return run


def test_sound_evidence_holds(rows: list[Line], check: Callable[..., Audit]) -> None:
    result = check(rows)
    assert result.holds
    assert (result.verdict.rows, result.cards, result.receipted, result.forged) == (3, 3, 3, 0)
    assert check(rows, None).receipted == 0


def test_receipts_of_an_older_key_hold_beside_a_newer_one(
    rows: list[Line], check: Callable[..., Audit]
) -> None:
    newer = ec.generate_private_key(ec.SECP256R1()).public_key()
    pem = newer.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert check(rows, pem + PEM).receipted == 3
    assert check(rows, pem).forged == 3


def _swap(rows: list[Line]) -> list[Line]:
    return [rows[1], rows[0], rows[2]]


def _drop(rows: list[Line]) -> list[Line]:
    return [rows[0], rows[2]]


def _other_card(rows: list[Line]) -> list[Line]:
    chain = _chain(card_file(KeyKind.P384), Slot.CARD_AUTHENTICATION)
    return [{**rows[0], "card_x5c": chain}, *rows[1:]]


def _cut_chain(rows: list[Line]) -> list[Line]:
    return [{**rows[0], "card_x5c": rows[0]["card_x5c"][:1]}, *rows[1:]]


def _no_chain(rows: list[Line]) -> list[Line]:
    return [{**rows[0], "terminal_x5c": []}, *rows[1:]]


def _no_card(rows: list[Line]) -> list[Line]:
    return [{**rows[0], "card_jws": None}, *rows[1:]]


@pytest.mark.parametrize(
    ("cheat", "fault"),
    [
        (_swap, JournalFault.GAP),
        (_drop, JournalFault.GAP),
        (_other_card, JournalFault.CARD_SIGNATURE),
        (_cut_chain, JournalFault.CARD_SIGNATURE),
        (_no_chain, JournalFault.TERMINAL_SIGNATURE),
        (_no_card, JournalFault.CARD_HASH),
    ],
)
def test_every_way_of_cheating_is_named(
    rows: list[Line],
    check: Callable[..., Audit],
    cheat: Callable[[list[Line]], list[Line]],
    fault: JournalFault,
) -> None:
    result = check(cheat(rows))
    assert not result.holds
    assert result.verdict.fault is not None
    assert result.verdict.fault.what is fault


def test_a_receipt_of_another_row_or_key_is_forged(rows: list[Line], check: Callable[..., Audit]) -> None:
    result = check([{**rows[0], "receipt": rows[1]["receipt"]}, rows[1], {**rows[2], "receipt": "x.y.z"}])
    assert (result.receipted, result.forged, result.holds) == (1, 2, False)
    with pytest.raises(EvidenceUnreadable):
        check(rows, b"no key")


@pytest.mark.parametrize(
    "text", ["{", "{}", "[]", '{"card_jws": null, "terminal_jws": "x", "card_x5c": ["?"]}']
)
def test_what_is_no_evidence_names_its_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text, encoding="ascii")
    with pytest.raises(EvidenceUnreadable) as unreadable:
        read_evidence(path)
    assert unreadable.value.line == 1


def test_a_certificate_that_cannot_be_read_is_no_evidence(
    rows: list[Line], check: Callable[..., Audit]
) -> None:
    with pytest.raises(EvidenceUnreadable) as unreadable:
        check([rows[0], {**rows[1], "card_x5c": [hostile_item()]}])
    assert unreadable.value.line == 2
