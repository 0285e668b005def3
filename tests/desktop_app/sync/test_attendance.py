"""The journal's way up: nothing counts before a receipt that names exactly our rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api.errors import Refused
from desktop_app.api.terminals import RowsAnswer, SentRow, Terminal, TerminalHead
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.store.journal import chain_text
from desktop_app.store.terminal import TerminalStore
from desktop_app.sync.attendance import Attendance, Identity, ReceiptForged
from desktop_app.trust.bundle import TrustBundle
from tests.desktop_app.bundles import Authority
from tests.desktop_app.store.builders import KEY, Signer
from tests.support.clock import ManualClock

TERMINAL = "terminal-1"


@dataclass
class Centre:
    """Signs receipts as the centre would; ``change`` spoils the claims, ``refusal`` refuses."""

    key: ec.EllipticCurvePrivateKey
    server_id: str
    change: Callable[[dict[str, Any]], dict[str, Any]] = lambda claims: claims
    refusal: Refused | None = None
    head_told: TerminalHead = field(default_factory=lambda: TerminalHead(1, 1, ""))

    def send_rows(self, epoch: int, rows: list[SentRow]) -> RowsAnswer:
        if self.refusal:
            raise self.refusal
        facts = [jose.unverified(row.terminal_jws).claims for row in rows]
        events = [
            {"event_id": f["event_id"], "hash": jose.sha256_hex(r.terminal_jws), "status": "stored"}
            for f, r in zip(facts, rows, strict=True)
        ]
        claims = {
            "server_id": self.server_id, "terminal_id": TERMINAL, "epoch": epoch,
            "first_seq": facts[0]["seq"], "last_seq": facts[-1]["seq"], "head_hash": "00", "events": events,
        }  # fmt: skip
        receipt = jose.sign(jose.Kind.RECEIPT, self.change(claims), self.key, self._kid)
        return RowsAnswer(receipt, facts[-1]["seq"] + 1)

    def send_checkpoint(self, checkpoint: str) -> str:
        claims = self.change({"checkpoint_sha256": jose.sha256_hex(checkpoint)})
        return jose.sign(jose.Kind.CHECKPOINT, claims, self.key, self._kid)

    def head(self) -> TerminalHead:
        return self.head_told

    @property
    def _kid(self) -> dict[str, str]:
        return {"kid": jose.thumbprint(jose.public_jwk(self.key))}


@pytest.fixture
def terminal(tmp_path: Path, clock: ManualClock) -> Iterator[TerminalStore]:
    opened = TerminalStore.open(tmp_path / "terminal.db", KEY, now=clock.now)
    opened.journal.begin_epoch(1)
    yield opened
    opened.close()


@pytest.fixture
def authority() -> Authority:
    return Authority()


@pytest.fixture
def bundle(authority: Authority) -> TrustBundle:
    return authority.bundle()


@pytest.fixture
def signer() -> Signer:
    return Signer(TERMINAL)


@pytest.fixture
def attendance(
    terminal: TerminalStore, bundle: TrustBundle, signer: Signer, clock: ManualClock
) -> Attendance:
    identity = Identity(TERMINAL, "file", TerminalSigner(signer.key))
    return Attendance(terminal, identity, lambda: bundle, clock.now)


@pytest.fixture
def centre(authority: Authority, bundle: TrustBundle) -> Centre:
    return Centre(authority.receipt_key, bundle.server_id)


def write(terminal: TerminalStore, signer: Signer, rows: int) -> None:
    for _ in range(rows):
        card, jws, facts = signer.tap(terminal.journal.head())
        terminal.journal.append(card, jws, facts, chain_text([b"leaf", b"root"]))


def as_terminal(centre: Centre) -> Terminal:
    return cast("Terminal", centre)


def test_rows_are_settled_by_their_receipt(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    assert attendance.send_rows(as_terminal(centre)) == 0
    write(terminal, signer, 3)
    assert attendance.send_rows(as_terminal(centre)) == 3
    assert terminal.outbox.waiting() == 0
    assert terminal.outbox.receipt_of(1, 2)


def _other_row(claims: dict[str, Any]) -> dict[str, Any]:
    first, *others = claims["events"]
    return {**claims, "events": [{**first, "hash": "0" * 64}, *others]}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda claims: {**claims, "server_id": "somebody"},
        lambda claims: {**claims, "terminal_id": "another"},
        lambda claims: {**claims, "last_seq": claims["last_seq"] + 1},
        lambda claims: {**claims, "epoch": 2},
        lambda claims: {"hello": "world"},
    ],
)
def test_a_receipt_about_something_else_settles_nothing(
    attendance: Attendance,
    terminal: TerminalStore,
    signer: Signer,
    centre: Centre,
    spoil: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    write(terminal, signer, 2)
    with pytest.raises(ReceiptForged):
        attendance.send_rows(as_terminal(replace(centre, change=spoil)))
    assert terminal.outbox.waiting() == 2


def test_a_receipt_of_another_key_settles_nothing(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    write(terminal, signer, 1)
    forged = replace(centre, key=ec.generate_private_key(ec.SECP256R1()))
    with pytest.raises(ReceiptForged):
        attendance.send_rows(as_terminal(forged))
    assert terminal.outbox.waiting() == 1


def test_a_receipt_with_another_hash_settles_nothing(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    from desktop_app.store.journal_outbox import ReceiptMismatch

    write(terminal, signer, 2)
    with pytest.raises(ReceiptMismatch):
        attendance.send_rows(as_terminal(replace(centre, change=_other_row)))
    assert terminal.outbox.waiting() == 2


def test_a_server_that_lost_rows_gets_them_again(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    write(terminal, signer, 3)
    attendance.send_rows(as_terminal(centre))
    write(terminal, signer, 1)
    gap = replace(centre, refusal=Refused("gap", 409, {"next_expected_seq": 2}))
    assert attendance.send_rows(as_terminal(gap)) == 2
    assert terminal.outbox.waiting() == 3
    ahead = replace(centre, refusal=Refused("gap", 409, {"next_expected_seq": 9}))
    with pytest.raises(Refused):
        attendance.send_rows(as_terminal(ahead))


def test_a_restored_server_is_noticed_without_new_rows(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    write(terminal, signer, 2)
    attendance.send_rows(as_terminal(centre))
    attendance.compare(as_terminal(replace(centre, head_told=TerminalHead(1, 3, ""))))
    assert terminal.outbox.waiting() == 0
    attendance.compare(as_terminal(replace(centre, head_told=TerminalHead(1, 2, ""))))
    assert terminal.outbox.waiting() == 1


def test_checkpoints_come_by_number_and_by_time(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, clock: ManualClock
) -> None:
    assert not attendance.checkpoint_due()
    write(terminal, signer, 1)
    assert attendance.checkpoint_due()
    attendance.make_checkpoint()
    assert not attendance.checkpoint_due()
    clock.advance(299)
    assert not attendance.checkpoint_due()
    clock.advance(1)
    assert attendance.checkpoint_due()
    attendance.make_checkpoint()
    write(terminal, signer, 50)
    assert attendance.checkpoint_due()


def test_a_checkpoint_is_countersigned_and_never_looks_like_a_rollback(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre, clock: ManualClock
) -> None:
    assert not attendance.send_checkpoint(as_terminal(centre))
    write(terminal, signer, 1)
    attendance.make_checkpoint()
    write(terminal, signer, 2)
    clock.advance(1)
    assert attendance.send_checkpoint(as_terminal(centre))
    newest = terminal.outbox.last_checkpoint()
    assert newest is not None
    assert newest.countersigned
    assert newest.seq == 3  # the one that later rows had overtaken was replaced
    claims = jose.unverified(newest.checkpoint).claims
    assert (claims["terminal_id"], claims["seq"], claims["key_class"]) == (TERMINAL, 3, "file")


def test_a_countersignature_of_something_else_is_refused(
    attendance: Attendance, terminal: TerminalStore, signer: Signer, centre: Centre
) -> None:
    write(terminal, signer, 1)
    attendance.make_checkpoint()
    with pytest.raises(ReceiptForged):
        attendance.send_checkpoint(as_terminal(replace(centre, change=lambda _: {"checkpoint_sha256": "0"})))
    assert terminal.outbox.unsent_checkpoint() is not None
