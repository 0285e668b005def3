"""One cycle of the terminal's journal: rows up and their receipts verified, checkpoints, trust down.

Nothing counts as delivered before a receipt that names exactly our rows, signed by a key of the trust
bundle, is in the store.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import msgspec

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage, Refused
from desktop_app.api.terminals import SentRow, Terminal, TerminalHead
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.store.journal_outbox import Receipted
from desktop_app.trust.bundle import TrustBundle

if TYPE_CHECKING:
    from desktop_app.store.journal import JournalRow
    from desktop_app.store.terminal import TerminalStore

CHECKPOINT_ROWS: Final = 50
CHECKPOINT_AGE: Final = timedelta(minutes=5)


class ReceiptForged(Garbage):
    """A receipt or counter-signature by no key of the bundle, about something else, or given before."""

    code = "receipt_forged"


@dataclass(frozen=True, slots=True)
class _Receipt:
    """What a receipt claims."""

    server_id: str
    terminal_id: str
    epoch: int
    first_seq: int
    last_seq: int
    events: tuple[Receipted, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """As whom this terminal speaks: its id, where its key lives, and the signer with that key."""

    terminal_id: str
    key_class: str
    signer: TerminalSigner


class Attendance:
    """Brings the journal of one terminal to the centre."""

    def __init__(
        self,
        store: TerminalStore,
        identity: Identity,
        bundle: Callable[[], TrustBundle],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._identity = identity
        self._bundle = bundle
        self._now = now

    def send_rows(self, centre: Terminal) -> int:
        """Send the oldest rows without a receipt; return how many were receipted. Raises ``ApiError``."""
        rows = self._store.outbox.unsent()
        if not rows:
            return 0
        try:
            answer = centre.send_rows(rows[0].epoch, [_sent(row) for row in rows])
        except Refused as refused:
            return self._gap(rows, refused)
        receipt = self._read_receipt(answer.receipt, rows)
        if self._store.outbox.is_kept(rows, answer.receipt):
            raise ReceiptForged("replayed")  # rows offered again since a restored server lost them
        return self._store.outbox.acknowledge(
            receipt.epoch, receipt.first_seq, receipt.last_seq, receipt.events, answer.receipt
        )

    def compare(self, centre: Terminal) -> TerminalHead:
        """Ask where the server stands; offer again what it has lost since it gave receipts."""
        theirs, ours = centre.head(), self._store.journal.head()
        unsent = self._store.outbox.unsent(1)
        first = unsent[0].seq if unsent else ours.next_seq
        if theirs.epoch == ours.epoch and theirs.next_expected_seq < first:
            self._store.outbox.offer_again(ours.epoch, theirs.next_expected_seq)
        return theirs

    def _gap(self, rows: list[JournalRow], refused: Refused) -> int:
        """The server stands elsewhere: a server restored from a backup gets its rows again."""
        expected = refused.problem.get("next_expected_seq")
        if refused.reason != "gap" or not isinstance(expected, int) or expected >= rows[0].seq:
            raise refused
        self._store.outbox.offer_again(rows[0].epoch, expected)
        return rows[0].seq - expected

    def _read_receipt(self, compact: str, rows: list[JournalRow]) -> _Receipt:
        claims = self._verified(compact, jose.Kind.RECEIPT)
        try:
            receipt = msgspec.convert(claims, _Receipt)
        except msgspec.ValidationError:
            raise ReceiptForged("receipt") from None
        about = (receipt.server_id, receipt.terminal_id, receipt.epoch, receipt.first_seq, receipt.last_seq)
        here = (self._bundle().server_id, self._identity.terminal_id)
        if about != (*here, rows[0].epoch, rows[0].seq, rows[-1].seq):
            raise ReceiptForged("receipt")
        return receipt

    def _verified(self, compact: str, kind: jose.Kind) -> dict[str, Any]:
        try:
            return jose.verify(compact, kind, self._bundle().receipt_keys).claims
        except jose.JwsInvalid:
            raise ReceiptForged(str(kind)) from None

    # --- checkpoints ---------------------------------------------------------------------------

    def checkpoint_due(self) -> bool:
        """Tell whether 50 rows or five minutes have passed since the last checkpoint."""
        head, last = self._store.journal.head(), self._store.outbox.last_checkpoint()
        if last is None or last.epoch != head.epoch:
            return head.seq > 0
        return head.seq - last.seq >= CHECKPOINT_ROWS or self._now() - last.made_at >= CHECKPOINT_AGE

    def make_checkpoint(self) -> None:
        """Sign where the journal stands now."""
        head = self._store.journal.head()
        claims = {
            "terminal_id": self._identity.terminal_id,
            "epoch": head.epoch,
            "seq": head.seq,
            "head_hash": head.hash,
            "wall_utc": wire.instant(self._now()),
            "key_class": self._identity.key_class,
        }
        self._store.outbox.add_checkpoint(head.epoch, head.seq, self._identity.signer.checkpoint(claims))

    def send_checkpoint(self, centre: Terminal) -> bool:
        """Have the newest checkpoint counter-signed; tell whether one was. After all rows are sent.

        One that later rows have overtaken is replaced first: it would look like a rollback.
        """
        waiting = self._store.outbox.unsent_checkpoint()
        if waiting is None:
            return False
        if waiting.seq < self._store.journal.head().seq:
            self.make_checkpoint()
            waiting = self._store.outbox.unsent_checkpoint() or waiting
        countersigned = centre.send_checkpoint(waiting.checkpoint)
        claims = self._verified(countersigned, jose.Kind.CHECKPOINT)
        if claims.get("checkpoint_sha256") != jose.sha256_hex(waiting.checkpoint):
            raise ReceiptForged("checkpoint")
        self._store.outbox.countersign(waiting, countersigned)
        return True


def _sent(row: JournalRow) -> SentRow:
    chain = tuple(b64encode(der).decode("ascii") for der in row.card_chain)
    return SentRow(row.card_jws, row.terminal_jws, chain)
