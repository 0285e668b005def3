"""The journal as evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from joserfc.jwk import KeySet

from desktop_app.attendance.evidence import RECEIPT_KEY_FILE, export, lines
from desktop_app.store.journal import chain_text
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.bundles import Authority
from tests.desktop_app.store.builders import KEY, Signer
from tests.support.virtual_cards import authority

CHAIN = (authority().issuing, authority().root)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TerminalStore]:
    opened = TerminalStore.open(tmp_path / "terminal.db", KEY)
    opened.journal.begin_epoch(1)
    yield opened
    opened.close()


def test_every_row_is_there_with_both_chains(store: TerminalStore, tmp_path: Path) -> None:
    signer = Signer()
    boot = signer.facts(store.journal.head())
    store.journal.append(None, signer.sign(boot), boot)
    card, terminal, facts = signer.tap(store.journal.head())
    store.journal.append(card, terminal, facts, chain_text([b"leaf", b"root"]))
    path = tmp_path / "attendance.jsonl"
    assert export(store, CHAIN, Authority().bundle().receipt_keys, path) == 2
    first, second = (json.loads(line) for line in path.read_text(encoding="ascii").splitlines())
    assert (first["card_jws"], first["card_x5c"], first["receipt"]) == (None, [], None)
    assert (second["card_jws"], second["terminal_jws"]) == (card, terminal)
    assert second["card_x5c"] == ["bGVhZg==", "cm9vdA=="]
    assert len(second["terminal_x5c"]) == 2


def test_an_empty_journal_has_no_lines(store: TerminalStore) -> None:
    assert list(lines(store, CHAIN)) == []


def test_more_rows_than_one_page(store: TerminalStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.attendance.evidence._PAGE", 2)
    signer = Signer()
    for _ in range(5):
        facts = signer.facts(store.journal.head())
        store.journal.append(None, signer.sign(facts), facts)
    assert len(list(lines(store, CHAIN))) == 5


def test_the_receipt_keys_lie_beside_the_rows(store: TerminalStore, tmp_path: Path) -> None:
    """After a change of key the centre's bundle has both: old receipts stay provable."""
    old, new = Authority(), Authority()
    both = KeySet([*old.bundle().receipt_keys.keys, *new.bundle().receipt_keys.keys])
    assert export(store, CHAIN, both, tmp_path / "attendance.jsonl") == 0
    written = (tmp_path / RECEIPT_KEY_FILE).read_bytes()
    first, second = (b"-----BEGIN" + block for block in written.split(b"-----BEGIN")[1:])
    assert load_pem_public_key(first) == old.receipt_key.public_key()
    assert load_pem_public_key(second) == new.receipt_key.public_key()
