"""The journal of one terminal: append-only, gapless, chained; one owner of its head.

A row and its place in the outbox are one transaction. The head is reserved while a card signs, so
that a torn tap uses no seq::

    with journal.reserved() as slot:
        ...  # sign with slot.head.next_seq and slot.head.hash
        slot.append(card_jws, terminal_jws, facts, chain_text(chain))
"""

from __future__ import annotations

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app import jose
from desktop_app.domain.attendance import GENESIS_HASH, Direction, JournalFacts, LastTap, TapKind
from desktop_app.store.connection import Connection, Row
from desktop_app.store.database import Database
from desktop_app.store.errors import StoreError
from desktop_app.store.journal_check import ChainEnd, Signed, Verdict, check_journal
from desktop_app.store.moments import from_micros, to_micros

BATCH = 200
_TOLD = (
    "coalesce((SELECT a.direction FROM journal AS a WHERE a.refers_to = j.event_id AND a.kind = 'annotation' "
    "AND a.direction IS NOT NULL ORDER BY a.epoch DESC, a.seq DESC LIMIT 1), j.direction)"
)
_LAST = f"SELECT {_TOLD}, j.wall_utc, j.seq FROM journal AS j "  # noqa: S608 - a constant
LAST_TAP = _LAST + "WHERE j.card_cert_sha256 = ? AND j.kind = 'tap' ORDER BY j.epoch DESC, j.seq DESC LIMIT 1"
LAST_OF_PERSON = (
    _LAST + "WHERE j.person_ref = ? "
    "AND j.kind IN ('tap', 'supervised_entry') ORDER BY j.epoch DESC, j.seq DESC LIMIT 1"
)
LAST_ROW = (
    "SELECT epoch, seq, hash FROM journal WHERE epoch = (SELECT max(epoch) FROM journal_epoch) "
    "ORDER BY seq DESC LIMIT 1"
)
NUMBER = "uid:"
"""Stands before the hash of a card's number where else the hash of a certificate stands."""
_ROW = "epoch, seq, event_id, kind, wall_utc, hash, card_cert_sha256, card_jws, terminal_jws"


class NotTheNextRow(StoreError):
    """What was signed does not follow the head: ``field`` disagrees. Nothing was written."""

    code = "journal_not_the_next_row"

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of the journal; ``seq`` is 0 and ``hash`` what the epoch chains to before the first."""

    epoch: int
    seq: int
    hash: str

    @property
    def next_seq(self) -> int:
        """The seq of the row to be signed."""
        return self.seq + 1


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A row as stored; ``card_chain`` is DER, leaf first, empty where no card signed."""

    epoch: int
    seq: int
    event_id: str
    kind: TapKind
    wall_utc: datetime
    hash: str
    card_cert_sha256: str | None
    card_jws: str | None
    terminal_jws: str
    card_chain: tuple[bytes, ...] = ()

    @property
    def signed(self) -> Signed:
        """The two signed texts, as ``journal_check`` takes them."""
        return Signed(self.card_jws, self.terminal_jws)


class Slot:
    """The reserved place after the head; used at most once."""

    def __init__(self, database: Database, head: Head) -> None:
        self.head = head
        self._database = database

    def append(
        self, card_jws: str | None, terminal_jws: str, facts: JournalFacts, card_chain: str | None = None
    ) -> Head:
        """Write the row with its outbox row, durable when this returns; return the new head.

        ``card_chain`` is the chain of the card that signed, as ``chain_text`` writes it.

        Raises ``NotTheNextRow`` where the signed text is not the row that follows the head.
        """
        _check_follows(self.head, terminal_jws, facts)
        new = Head(facts.epoch, facts.seq, jose.sha256_hex(terminal_jws))
        with self._database.write() as tx:
            if read_head(tx.connection) != self.head:
                raise NotTheNextRow("head")
            _insert(tx.connection, card_jws, terminal_jws, facts, new.hash)
            if card_chain is not None and facts.card_cert_sha256 is not None:
                tx.connection.execute(
                    "INSERT OR IGNORE INTO card_chain VALUES (?, ?)", (facts.card_cert_sha256, card_chain)
                )
            tx.connection.execute(
                "INSERT INTO journal_outbox (epoch, seq) VALUES (?, ?)", (new.epoch, new.seq)
            )
        self.head = new
        return new


class Journal:
    """The terminal's journal."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._owner = threading.Lock()

    def begin_epoch(self, epoch: int, chained_to: str | None = None) -> None:
        """Begin an epoch (1 at enrolment), chained to the head so far; nothing happens for a known one.

        ``chained_to`` is another hash, where the server's last one is to be followed (a lost journal).
        """
        with self._owner, self._database.write() as tx:
            known = tx.connection.value("SELECT max(epoch) FROM journal_epoch") or 0
            if epoch > known:
                before = chained_to or (read_head(tx.connection).hash if known else GENESIS_HASH)
                tx.connection.execute(
                    "INSERT INTO journal_epoch VALUES (?, ?, ?)", (epoch, before, to_micros(self._now()))
                )

    def head(self) -> Head:
        """Return the last row's place and hash."""
        with self._database.reading() as connection:
            return read_head(connection)

    @contextmanager
    def reserved(self) -> Iterator[Slot]:
        """Hold the head for one row; leaving without ``append`` uses no seq."""
        with self._owner:
            yield Slot(self._database, self.head())

    def append(
        self, card_jws: str | None, terminal_jws: str, facts: JournalFacts, card_chain: str | None = None
    ) -> Head:
        """Append a row that was signed for the present head; see ``Slot.append``."""
        with self.reserved() as slot:
            return slot.append(card_jws, terminal_jws, facts, card_chain)

    def rows(self, first: int, last: int, epoch: int | None = None) -> list[JournalRow]:
        """Return the rows with ``first`` ≤ seq ≤ ``last`` of an epoch (the present one by default)."""
        with self._database.reading() as connection:
            wanted = read_head(connection).epoch if epoch is None else epoch
            return read_rows(connection, "WHERE epoch = ? AND seq BETWEEN ? AND ?", (wanted, first, last))

    def row(self, event_id: str) -> JournalRow | None:
        """Return the row of an event, or None."""
        with self._database.reading() as connection:
            return next(iter(read_rows(connection, "WHERE event_id = ?", (event_id,))), None)

    def epochs(self) -> tuple[int, ...]:
        """Return every epoch begun, in order."""
        with self._database.reading() as connection:
            return tuple(
                epoch for (epoch,) in connection.rows("SELECT epoch FROM journal_epoch ORDER BY epoch")
            )

    def last_tap(self, card: str, person_ref: str | None = None) -> LastTap | None:
        """Return the last tap here of a person by any of their cards, or else of a card nobody is known for.

        Its direction is the one that an annotation may have given it since.
        """
        with self._database.reading() as connection:
            query, whose = (LAST_TAP, card) if person_ref is None else (LAST_OF_PERSON, person_ref)
            found = connection.row(query, (whose,))
        if found is None:
            return None
        told, at, seq = found
        return LastTap(None if told is None else Direction(told), from_micros(at), seq)

    def verify_tail(self, length: int = 200) -> Verdict:
        """Check the chain and hashes of the last rows of the epoch: what a start-up does."""
        with self._database.reading() as connection:
            head = read_head(connection)
            first = max(1, head.seq - length + 1, _removed_through(connection, head.epoch) + 1)
            rows = read_rows(connection, "WHERE epoch = ? AND seq >= ?", (head.epoch, first))
            before = _hash_before(connection, head.epoch, first)
        return check_journal((row.signed for row in rows), after=ChainEnd(head.epoch, first - 1, before))


def chain_text(chain: Sequence[bytes]) -> str:
    """Return a chain (DER, leaf first) as the store keeps it; made while the card is at work."""
    return json.dumps([b64encode(der).decode("ascii") for der in chain])


def read_head(connection: Connection) -> Head:
    """Return the head as this connection sees it; epoch 1 where none was begun."""
    last = connection.row(LAST_ROW)
    return Head(*last) if last else _head_without_rows(connection)


def _head_without_rows(connection: Connection) -> Head:
    """The head of an epoch that has no row yet, or none any more."""
    epoch = connection.value("SELECT max(epoch) FROM journal_epoch") or 1
    found = connection.row("SELECT through_seq, hash FROM journal_removed WHERE epoch = ?", (epoch,))
    return Head(epoch, *found) if found else Head(epoch, 0, _epoch_start(connection, epoch))


def read_rows(connection: Connection, clause: str, values: Sequence[Any]) -> list[JournalRow]:
    """Return the rows that ``clause`` selects, in the journal's order, with the chains of their cards."""
    found = connection.rows(f"SELECT {_ROW} FROM journal {clause} ORDER BY epoch, seq", values)  # noqa: S608 - constants
    chains: dict[str | None, tuple[bytes, ...]] = {None: ()}
    for card in {row[6] for row in found} - {None}:
        text = connection.value("SELECT chain FROM card_chain WHERE card_cert_sha256 = ?", (card,))
        chains[card] = tuple(b64decode(der) for der in json.loads(text)) if text else ()
    return [_journal_row(row, chains[row[6]]) for row in found]


def _journal_row(row: Row, chain: tuple[bytes, ...]) -> JournalRow:
    epoch, seq, event_id, kind, wall, hash_, card, card_jws, terminal_jws = row
    return JournalRow(
        epoch, seq, event_id, TapKind(kind), from_micros(wall), hash_, card, card_jws, terminal_jws,
        chain if card_jws is not None else (),
    )  # fmt: skip


def _check_follows(head: Head, terminal_jws: str, facts: JournalFacts) -> None:
    """The facts continue the head, and the signed text says the same as the facts."""
    expected = {"epoch": head.epoch, "seq": head.next_seq, "prev_hash": head.hash}
    try:
        signed = jose.unverified(terminal_jws).claims
    except jose.JwsInvalid:
        raise NotTheNextRow("terminal_jws") from None
    for name, value in expected.items():
        if getattr(facts, name) != value:
            raise NotTheNextRow(name)
    for name in (*expected, "event_id", "terminal_id", "card_jws_sha256"):
        if signed.get(name) != getattr(facts, name):
            raise NotTheNextRow(name)


def _insert(
    connection: Connection, card_jws: str | None, terminal_jws: str, facts: JournalFacts, hash_: str
) -> None:
    connection.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            facts.epoch, facts.seq, facts.event_id, facts.kind, to_micros(facts.wall_utc), facts.prev_hash,
            hash_, _card_of(facts), facts.person_ref, facts.local_verdict, facts.direction_proposed,
            facts.refers_to, card_jws, terminal_jws,
        ),
    )  # fmt: skip


def _card_of(facts: JournalFacts) -> str | None:
    if facts.card_uid_sha256 is not None:
        return NUMBER + facts.card_uid_sha256
    return facts.card_cert_sha256


def _epoch_start(connection: Connection, epoch: int) -> str:
    return str(
        connection.value("SELECT prev_hash FROM journal_epoch WHERE epoch = ?", (epoch,)) or GENESIS_HASH
    )


def _removed_through(connection: Connection, epoch: int) -> int:
    return int(
        connection.value("SELECT max(through_seq) FROM journal_removed WHERE epoch = ?", (epoch,)) or 0
    )


def _hash_before(connection: Connection, epoch: int, seq: int) -> str:
    """The hash that row ``seq`` chains to: from the row before it, or what retention left of that."""
    found = connection.value(
        "SELECT hash FROM journal WHERE epoch = ? AND seq = ? "
        "UNION ALL SELECT hash FROM journal_removed WHERE epoch = ? AND through_seq = ?",
        (epoch, seq - 1, epoch, seq - 1),
    )
    return str(found) if found else _epoch_start(connection, epoch)
