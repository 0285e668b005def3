"""`AccountStore`: the encrypted store of one person, composed of its tables."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from desktop_app.domain.delegation import stand_ins
from desktop_app.domain.organisation import UnitTree
from desktop_app.domain.roles import Actor, StandIn
from desktop_app.store.attachments import Attachments
from desktop_app.store.calls import CallTable
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.directory import Directory
from desktop_app.store.drafts import Drafts
from desktop_app.store.entries import Entries
from desktop_app.store.habits import HabitBook
from desktop_app.store.handovers import Handovers
from desktop_app.store.inbox import Inbox
from desktop_app.store.intake import Intake
from desktop_app.store.marking import Marking
from desktop_app.store.migrations import Tell, nobody
from desktop_app.store.moments import utc_now
from desktop_app.store.notices import NoticeTable
from desktop_app.store.outbox import OutboxTable
from desktop_app.store.perspective import Perspective
from desktop_app.store.rebuild import Rebuild
from desktop_app.store.reports import ReportTable
from desktop_app.store.saved_filters import SavedFilters
from desktop_app.store.search import Search
from desktop_app.store.search_compiler import SearchCompiler
from desktop_app.store.search_help import SearchHelp
from desktop_app.store.supervision import Supervision
from desktop_app.store.sync_log import SyncLog
from desktop_app.store.sync_state import SyncState
from desktop_app.store.template_drafts import TemplateDrafts
from desktop_app.store.uploads import Uploads, forget_settled
from desktop_app.store.values import read_value, write_value
from desktop_app.store.vicinity import Vicinity

SCHEMA = "account"
_PERSON, _ACTOR = "person", "actor"
_NOBODY = Actor(person_id="", unit_id="", roles=frozenset())


class AccountStore:
    """Everything one person works on. Open it with the key from the vault; close it at lock.

    Reads may come from any thread. Writes are one short transaction at a time::

        with store.write() as tx:
            store.outbox.add(tx, event, held_until)
    """

    def __init__(self, database: Database, account_id: str, now: Callable[[], datetime]) -> None:
        self.account_id = account_id
        self._database = database
        self._now = now
        self._actor = _NOBODY
        self.approver_publishes: Callable[[], bool] = lambda: self._actor.approver_publishes
        """What the policy says of it; as it was last known, until somebody tells."""
        self.sync_state = SyncState(database)
        self.directory = Directory(database)
        self.entries = Entries(database)
        self.attachments = Attachments(database, now)
        self.uploads = Uploads(database)
        self.log = SyncLog(database, now)
        self.drafts = Drafts(database)
        self.calls = CallTable(database, now)
        self.notices = NoticeTable(database, lambda: self._actor, now)
        self.handovers = Handovers(database)
        self.outbox = OutboxTable(database, now)
        self.reports = ReportTable(database, lambda: self._actor)
        self.inbox = Inbox(database, SearchCompiler(self.directory, now), now)
        perspective = Perspective(lambda: self._actor, now, self.directory.officers_here)
        self.intake = Intake(perspective)
        self.marking = Marking(database)
        self.search = Search(self.inbox)
        self.supervision = Supervision(database)
        self.vicinity = Vicinity(database, self.inbox)
        self.search_help = SearchHelp(database, self.directory)
        self.saved_filters = SavedFilters(database, now)
        self.habits = HabitBook(database)
        self.template_drafts = TemplateDrafts(database)
        database.on_commit(Rebuild(perspective))
        self._actor = self._read_actor()

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        account_id: str,
        *,
        now: Callable[[], datetime] = utc_now,
        tell: Tell = nobody,
    ) -> Self:
        """Open or create the store; ``now`` is the trusted clock, ``tell`` hears of a long upgrade.

        Raises ``WrongKey``, ``Corrupt``, ``Unreadable``, ``DiskFull``, ``ReadOnly``. A store of a newer
        program opens read-only: ``newer`` names its schema, writes raise ``NewerSchema``.
        """
        store = cls(Database(path, key, SCHEMA, tell=tell), account_id, now)
        store.follow_delegations()
        if store.newer is None:
            store.marking.begin()
            store.tick()
            store.prune()
        return store

    @property
    def newer(self) -> str | None:
        """The name of the newer schema that keeps this store read-only, else None."""
        return self._database.newer

    def write(self) -> AbstractContextManager[Transaction]:
        """One transaction; when it ends, projections, counts and search terms are in step with it."""
        return self._database.write()

    def write_aside(self) -> AbstractContextManager[Transaction]:
        """One transaction of long work, as ``Database.write_aside`` says."""
        return self._database.write_aside()

    def long_work(self) -> AbstractContextManager[None]:
        """Many transactions in a row, as ``Database.long_work`` says."""
        return self._database.long_work()

    @property
    def is_wanted(self) -> bool:
        """Whether another thread waits to write."""
        return self._database.is_wanted

    def give_way(self) -> None:
        """Let those write first who wait."""
        self._database.give_way()

    def step_aside(self) -> None:
        """Let those come to their end who write, as ``Database.step_aside`` says."""
        self._database.step_aside()

    def reader(self) -> AbstractContextManager[Connection]:
        """A pooled read connection for the length of a ``with`` block, on any thread."""
        return self._database.reading()

    def tick(self) -> tuple[str, ...]:
        """Let deadlines that passed show; return the reports concerned. Called by the sync cycle."""
        with self.write() as tx:
            self.inbox.refresh_deadlines(tx)
        return tuple(tx.touched)

    def prune(self) -> int:
        """Delete what need not be kept any longer; return how many events went. Runs at each opening too."""
        self.log.prune()
        self.calls.prune()
        self.notices.prune()
        return self.outbox.forget(self.sync_state.durable_through)

    # --- whose store this is -------------------------------------------------------------------------------

    @property
    def actor(self) -> Actor:
        """The person as rules see them, today's absences counted; without roles before the first sign-in."""
        return self._actor

    def follow_delegations(self) -> bool:
        """Take on and lay down what colleagues delegated, by the present time; tell whether that changed.

        What the policy lets an approver do is followed likewise. Reports that come or go with it are the
        feed's; those here are marked anew.
        """
        now = replace(
            self._actor, standing_in=self._standing_in(), approver_publishes=self.approver_publishes()
        )
        if now == self._actor:
            return False
        self._actor = now
        if self.newer is None:
            self._mark_anew()
        return True

    def _standing_in(self) -> tuple[StandIn, ...]:
        made = self.directory.delegations()
        if not made:
            return ()
        officers = {officer.id: officer for officer in self.directory.officers()}
        tree = UnitTree(self.directory.units())
        return stand_ins(made, officers, tree, self._actor.person_id, self._now())

    @property
    def person(self) -> dict[str, Any] | None:
        """The person as the server last described them (the token answer's ``person``), or None."""
        with self.reader() as connection:
            found = read_value(connection, _PERSON)
        return None if found is None else dict(msgspec.json.decode(found))

    def adopt(self, actor: Actor, person: dict[str, Any]) -> None:
        """Record who signed in; where rights or units changed, every report is marked anew.

        A store that is read-only (``newer``) keeps its marks.
        """
        allowed = self.approver_publishes()
        actor = replace(actor, standing_in=self._actor.standing_in, approver_publishes=allowed)
        changed = actor != self._actor
        if self.newer is not None:
            self._actor = actor
            return
        with self.write() as tx:
            write_value(tx.connection, _PERSON, msgspec.json.encode(person).decode())
            write_value(tx.connection, _ACTOR, msgspec.json.encode(actor).decode())
        self._actor = actor
        if changed:
            self._mark_anew()

    def _mark_anew(self) -> None:
        """The newest at once, the others behind the screen (``sync.marking``)."""
        with self.write() as tx:
            self.marking.ask(tx)
        self.marking.begin()

    def _read_actor(self) -> Actor:
        with self.reader() as connection:
            found = read_value(connection, _ACTOR)
        return _NOBODY if found is None else msgspec.json.decode(found, type=Actor)

    # --- the feed ------------------------------------------------------------------------------------------

    def lose_scope(self, tx: Transaction, report_id: str) -> bool:
        """The report left the person's scope: its data goes from the disk, unsent events need a person.

        Tell whether it was here: a first sync that was cut may hear of a loss before it had the report.
        """
        known = self.reports.remove(tx, report_id)
        forget_settled(tx.connection, report_id)
        self.notices.forget(tx, report_id)
        self.outbox.strand(tx, report_id)
        return known

    def sweep(self, tx: Transaction) -> tuple[str, ...]:
        """At the end of a bootstrap: remove what it did not deliver; return the reports that are gone."""
        gone = tuple(self._unseen(tx, "report"))
        for report_id in gone:
            self.lose_scope(tx, report_id)
        for entry_id in self._unseen(tx, "entry"):
            self.entries.remove(tx, entry_id)
        for attachment_id in self._unseen(tx, "attachment"):
            self.attachments.remove(tx, attachment_id)
        for table in ("directory", "handover"):
            tx.connection.execute(f"DELETE FROM {table} WHERE generation < {_PRESENT}")
        self.sync_state.end_bootstrap(tx)
        return gone

    def _unseen(self, tx: Transaction, table: str) -> Iterator[str]:
        rows = tx.connection.rows(f"SELECT id FROM {table} WHERE generation < {_PRESENT}")
        return (id_ for (id_,) in rows)

    def close(self) -> None:
        """Have the habits on the disk, end every connection and wipe the key; idempotent."""
        self.habits.close()
        self._database.close()


_PRESENT = "(SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM value WHERE name = 'sync.generation')"
