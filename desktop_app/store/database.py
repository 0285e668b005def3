"""One store on disk: a single writer, and a small pool of readers for any thread.

Writers take one short ``BEGIN IMMEDIATE`` at a time; readers see the last commit and never wait. Long work
may write in transactions that whoever else wants to write takes from it (``write_aside``).
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from types import TracebackType

from desktop_app.store.checkpoints import Checkpoints
from desktop_app.store.connection import BUSY_MILLISECONDS, LOG_PAGES, Connection, open_encrypted
from desktop_app.store.errors import GivenUp, NewerSchema, StoreError, Unavailable
from desktop_app.store.migrations import Tell, nobody, open_migrated

_IDLE_READERS = 4
_READER_KIB = 2_500
"""Pages that a reader holds in memory: a screen's and the way to them. There are several, on every thread."""
_CUT_MILLISECONDS = 20
_COURTESY_SECONDS = 0.25
_LOOK_SECONDS = 0.0002
_INSIST_SECONDS = 0.002
"""From one word to long work to take its transaction back to the next: one between statements is lost."""
_LOG_PAGES = 4 * LOG_PAGES
"""Pages in the log from which a commit moves them into the store: short writes beside long work make less."""
_LONG_LOG_PAGES = 10_000_000
"""The same during long work: never."""
_MOVE_SECONDS = 0.05
"""From one move of long work's log into the store to the next, unless somebody wrote."""
_UNCUT_SECONDS = 5.0
"""For so long after long work its log is not cut: more of it comes soon."""


class _Lent:
    """A pooled connection for the length of a block; no generator, as every look-up passes here."""

    __slots__ = ("_connection", "_give_back", "_take")

    def __init__(self, take: Callable[[], Connection], give_back: Callable[[Connection], None]) -> None:
        self._take = take
        self._give_back = give_back

    def __enter__(self) -> Connection:
        self._connection = self._take()
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._give_back(self._connection)


class Transaction:
    """An open write: its connection and the reports it touched, each with whether its words changed.

    ``erases`` is set by what must leave no trace: the write-ahead log is then cut after the commit.
    ``documents`` are new ones for the search (number, folded text): written last, all in one go.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.touched: dict[str, bool] = {}
        self.erases = False
        self.documents: list[tuple[int, str]] = []

    def touch(self, report_id: str, *, words: bool = False) -> None:
        """Have this report's projection and marks rebuilt before the commit; with ``words`` its terms too."""
        self.touched[report_id] = words or self.touched.get(report_id, False)


class Database:
    """An encrypted store opened for one program; ``close`` ends every connection."""

    def __init__(
        self, path: Path, key: bytes, schema: str, *, cache_kib: int | None = None, tell: Tell = nobody
    ) -> None:
        """Open and migrate; a store of a newer program opens read-only (``newer`` names why).

        ``cache_kib`` is how much of the store each connection may hold in memory, where less will do;
        ``tell`` hears how far the copy is that is taken before the schema changes.
        """
        self.path = path
        self._cache_kib = cache_kib
        self._key = bytearray(key)
        self._lock = threading.Lock()
        self._owner: int | None = None
        self._waiting = 0
        self._is_aside = False
        self._has_yielded = False
        self._moved_at = self._uncut_until = 0.0
        self._pool_lock = threading.Lock()
        self._idle: list[Connection] = []
        self._open = True
        self._checkpoints = Checkpoints(path.with_name(path.name + "-wal"), self.reading)
        self._before_commit: Callable[[Transaction], None] = lambda _tx: None
        opened, self.newer = open_migrated(path, key, schema, tell)
        self._writer = opened
        try:
            self._sized(opened)
            opened.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            self._log_to_cut = not truncate_log(self._writer)  # a crash may have left one to be cut
        except BaseException:
            self._writer.close()
            raise

    def on_commit(self, work: Callable[[Transaction], None]) -> None:
        """Have ``work`` run inside every transaction, last before its commit."""
        self._before_commit = work

    def write(self) -> AbstractContextManager[Transaction]:
        """One transaction: committed when the block ends, rolled back when it raises; never nested.

        Raises ``NewerSchema`` where the store is read-only, ``Busy``, ``DiskFull``, ``Unavailable``.
        """
        return self._transaction(nullcontext())

    def write_aside(self) -> AbstractContextManager[Transaction]:
        """A transaction of long work, which goes back as soon as another thread wants to write.

        As ``write``; raises ``GivenUp`` too, from whatever statement is under way or from the commit. Who
        only ever writes like this may never get through: after it was given up, ``write`` little by little.
        """
        return self._transaction(self._taken_back(), is_long=True)

    @contextmanager
    def _transaction(
        self, meanwhile: AbstractContextManager[None], *, is_long: bool = False
    ) -> Iterator[Transaction]:
        if self.newer is not None:
            raise NewerSchema(self.newer)
        if self._owner == threading.get_ident():
            raise RuntimeError("a transaction inside a transaction")
        with self._turn():
            self._owner = threading.get_ident()
            try:
                tx = Transaction(self._usable_writer())
                with _immediate(tx.connection, meanwhile):
                    yield tx
                    self._before_commit(tx)
                    if is_long:
                        self._stay_if_unwanted()
                self._log_to_cut = self._log_to_cut or tx.erases
                self._keep_log_short(tx.connection)
            finally:
                self._owner = None

    @contextmanager
    def _taken_back(self) -> Iterator[None]:
        """Let ``_insist`` end what is under way on the writer's connection, within the block.

        A statement is interrupted in its course, but short ones in a row hardly ever: their rows are handed
        to SQLite one by one, as long as nobody waits.
        """
        with self._pool_lock:
            self._is_aside = True
        self._writer.before_each_row = self._stay_if_unwanted
        try:
            yield
        finally:
            self._writer.before_each_row = None
            with self._pool_lock:
                self._is_aside = False

    def _stay_if_unwanted(self) -> None:
        if self._waiting:
            raise GivenUp

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the writer's lock, after being counted for as long as another thread has it."""
        if not self._lock.acquire(blocking=False):
            with self._pool_lock:
                self._waiting += 1
                self._has_yielded = True
            try:
                self._insist()
            finally:
                with self._pool_lock:
                    self._waiting -= 1
        try:
            yield
        finally:
            self._lock.release()

    def _insist(self) -> None:
        """Get the lock; a transaction of long work is interrupted for it, until it went back."""
        got = False
        while not got:
            with self._pool_lock:
                if self._is_aside:
                    self._writer.interrupt()
            got = self._lock.acquire(timeout=_INSIST_SECONDS)

    @property
    def is_wanted(self) -> bool:
        """Whether another thread waits to write: long work ends its transaction early then."""
        return self._waiting > 0

    def give_way(self) -> None:
        """Between two transactions of long work: let those go first who wait (a lock alone is not fair).

        Then, or after a while, the log is moved into the store: who has just written does not write again in
        the same moment, and it is little each time, so that no commit waits long for the disk.
        """
        until = time.monotonic() + _COURTESY_SECONDS
        while self._waiting and time.monotonic() < until:
            time.sleep(_LOOK_SECONDS)
        if self._has_yielded or time.monotonic() > self._moved_at + _MOVE_SECONDS:
            with self._turn():
                self._has_yielded = False
            self._move_log()

    def step_aside(self) -> None:
        """Pause long work that is in no transaction while another thread is: Python runs but one of them."""
        until = 0.0 if self._owner is None else time.monotonic() + _COURTESY_SECONDS
        while self._owner is not None and time.monotonic() < until:
            time.sleep(_LOOK_SECONDS)

    @contextmanager
    def long_work(self) -> Iterator[None]:
        """Many transactions in a row: the log is moved into the store between them, not by a commit.

        Meanwhile it is not cut either when it begins anew: a commit that overwrites does not wait for what
        the file system has to note. Those who read beside it find a connection ready.
        """
        self._stock()
        self._set_log(_LONG_LOG_PAGES, cut=False)
        self._uncut_until = math.inf
        try:
            yield
            self._move_log()
        finally:
            self._uncut_until = time.monotonic() + _UNCUT_SECONDS
            with suppress(Unavailable):
                self._set_log(_LOG_PAGES, cut=False)

    def _set_log(self, pages: int, *, cut: bool) -> None:
        with self._turn():
            writer = self._usable_writer()
            writer.execute(f"PRAGMA wal_autocheckpoint = {pages}")
            writer.execute(f"PRAGMA journal_size_limit = {0 if cut else -1}")

    def _move_log(self) -> None:
        with self.reading() as connection:
            connection.rows("PRAGMA wal_checkpoint(PASSIVE)")
        self._moved_at = time.monotonic()

    def _keep_log_short(self, writer: Connection) -> None:
        if self._log_to_cut:
            with self._checkpoints.none_under_way():
                self._log_to_cut = not truncate_log(writer)
        elif time.monotonic() >= self._uncut_until:
            if self._uncut_until:
                writer.execute("PRAGMA journal_size_limit = 0")
                self._uncut_until = 0.0
            self._checkpoints.look()

    def _usable_writer(self) -> Connection:
        if not self._open:
            raise Unavailable
        return self._writer

    def reading(self) -> AbstractContextManager[Connection]:
        """A read connection of the pool, for the length of the block, on any thread."""
        return _Lent(self._take_reader, self._give_back)

    def _stock(self) -> None:
        """Have one reader ready beside the one that this thread uses: to open it takes a screen's time."""
        with self.reading(), self.reading():
            pass

    def _take_reader(self) -> Connection:
        with self._pool_lock:
            if not self._open:
                raise Unavailable
            if self._idle:
                return self._idle.pop()
            key = bytes(self._key)
        return self._sized(open_encrypted(self.path, key, read_only=True), _READER_KIB)

    def _sized(self, connection: Connection, usual: int | None = None) -> Connection:
        kib = usual if self._cache_kib is None else self._cache_kib
        if kib is not None:
            connection.execute(f"PRAGMA cache_size = -{kib}")
        return connection

    def _give_back(self, connection: Connection) -> None:
        with self._pool_lock:
            if self._open and len(self._idle) < _IDLE_READERS:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Wait for the running write, close every connection, wipe the key; idempotent."""
        with self._lock:
            self._checkpoints.stop()
            self._close()

    def _close(self) -> None:
        with self._pool_lock:
            if not self._open:
                return
            self._open = False
            for connection in self._idle:
                connection.close()
            self._idle.clear()
            self._writer.close()
            self._key[:] = bytes(len(self._key))


def fold_log(path: Path, key: bytes) -> bool:
    """Move a closed store's write-ahead log into it: then it is one file. Tell whether ``key`` opens it."""
    if not path.exists():
        return False
    try:
        connection = open_encrypted(path, key)
    except StoreError:
        return False
    try:
        return truncate_log(connection)
    finally:
        connection.close()


def delete_store(path: Path) -> None:
    """Delete a closed store with what SQLite keeps beside it; nothing happens where there is none."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def truncate_log(connection: Connection) -> bool:
    """Move the write-ahead log into the store and cut it to nothing, so that no old page stays in it.

    Return False where a reader was still in it; the next write tries again. Writers must not wait for it.
    """
    connection.execute(f"PRAGMA busy_timeout = {_CUT_MILLISECONDS}")
    try:
        return bool(connection.value("PRAGMA wal_checkpoint(TRUNCATE)") == 0)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


@contextmanager
def _immediate(connection: Connection, meanwhile: AbstractContextManager[None]) -> Iterator[None]:
    """A transaction; ``meanwhile`` holds for its block and its commit, and is over when it is rolled back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        with meanwhile:
            yield
            connection.execute("COMMIT")
    except BaseException:
        with suppress(StoreError):  # SQLite may have rolled back by itself (disk full)
            connection.roll_back()
        raise
