"""The two signatures of a row."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardio.piv import Slot
from cardio.simulator import KeyKind, VirtualPivCard
from cardio.tap import read_tap
from desktop_app import jose
from desktop_app.attendance.journal_row import TerminalSigner, card_part
from desktop_app.domain.attendance import GENESIS_HASH, Direction, TapFacts, TapKind
from desktop_app.store.journal import Head
from tests.desktop_app.store.builders import Signer
from tests.support.virtual_cards import NOW, card_file


@pytest.mark.parametrize("kind", KeyKind)
def test_any_jose_tool_verifies_the_cards_part(kind: KeyKind) -> None:
    certificate = card_file(kind).certificate(Slot.CARD_AUTHENTICATION)
    facts = TapFacts("T1", 1, 7, "e-7", TapKind.TAP, NOW, Direction.IN, GENESIS_HASH, "ab", "n")
    compact = card_part(facts, read_tap(VirtualPivCard(card_file(kind))))
    verified = jose.verify(compact, jose.Kind.TAP, jose.certificate_key(certificate))
    assert verified.header["x5t#S256"] == jose.x5t_s256(certificate)
    assert verified.claims == {
        "terminal": "T1", "epoch": 1, "seq": 7, "event_id": "e-7", "kind": "tap",
        "wall_utc": "2026-03-02T08:00:00.000000Z", "direction_proposed": "in", "prev_hash": GENESIS_HASH,
        "card_cert_sha256": "ab", "nonce": "n",
    }  # fmt: skip


def test_the_terminal_signs_row_and_checkpoint_by_one_key() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    jwk = jose.public_jwk(key)
    signer = TerminalSigner(key)
    row = jose.verify(
        signer.row(Signer().facts(Head(1, 0, GENESIS_HASH))), jose.Kind.JOURNAL, jose.import_jwk(jwk)
    )
    assert row.header["kid"] == jose.thumbprint(jwk)
    assert (row.claims["seq"], row.claims["kind"], row.claims["prev_hash"]) == (1, "boot", GENESIS_HASH)
    checkpoint = jose.verify(signer.checkpoint({"seq": 9}), jose.Kind.CHECKPOINT, jose.import_jwk(jwk))
    assert checkpoint.claims == {"seq": 9}
