"""Opens the central database and lets one transaction write at a time.

Threads of this process queue on a lock (no polling); other processes are held off by the
database: ``BEGIN IMMEDIATE`` on SQLite, the row lock on the feed's head elsewhere.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox import (  # noqa: F401 - their tables are created with the others
    fleet_tables,
    hotline_tables,
)
from desktop_app.sandbox.tables import feed_head, metadata, setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

CONNECTIONS = 16
"""Connections that one process keeps to a database server: a few more than its threads that ask."""
FEED_MOVED = "ioc_feed"
"""Where PostgreSQL tells that the feed moved (``LISTEN``)."""
_HEAD = 1
_MOVE = (
    sa.update(feed_head)
    .values(seq=feed_head.c.seq + sa.bindparam("count", type_=sa.BigInteger))
    .returning(feed_head.c.seq)
)
_MOVED = {"postgresql": _MOVE.returning(feed_head.c.seq, sa.func.pg_notify(FEED_MOVED, ""))}
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000")


def open_database(url: str) -> Engine:
    """Return the engine for ``url`` with every table in place; raises SQLAlchemy's errors."""
    if url.startswith("sqlite"):
        engine = sa.create_engine(url)
        _prepare_sqlite(engine)
    else:
        engine = sa.create_engine(url, pool_size=CONNECTIONS, max_overflow=0)
    metadata.create_all(engine)
    with Writer(engine).transaction() as connection:
        _first_rows(connection)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the engine for questions: each sees what is committed when it is asked.

    A transaction around them shows no more (READ COMMITTED) and costs two round trips. SQLite keeps
    its transaction: one look at one state.
    """
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="AUTOCOMMIT")


class Writer:
    """Hands out write transactions, one at a time; share one instance per engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._statements = reading(engine)
        self._turn = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection inside a write transaction: committed at the end, or rolled back."""
        with self._turn, self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                # The row lock orders writers of other processes by commit.
                connection.execute(sa.update(feed_head).values(seq=feed_head.c.seq))
                yield connection

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """Yield a connection inside a write that the feed does not tell of, and that waits for no other.

        The caller locks the rows it reads first, or lets a key decide. SQLite has one writer anyway.
        """
        if self._engine.dialect.name == "sqlite":
            with self.transaction() as connection:
                yield connection
        else:
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Yield a connection on which each statement is committed by itself (SQLite: one transaction)."""
        if self._engine.dialect.name == "sqlite":
            with self.transaction() as connection:
                yield connection
        else:
            with self._statements.connect() as connection:
                yield connection


def allocate(connection: Connection, count: int = 1) -> int:
    """Reserve ``count`` feed numbers inside a write transaction; return the first.

    PostgreSQL tells every node on ``FEED_MOVED`` when, and only if, the transaction is committed.
    """
    moved = connection.execute(_MOVED.get(connection.dialect.name, _MOVE), {"count": count}).one()
    return int(moved.seq) - count + 1


def head(connection: Connection) -> int:
    """Return the newest feed number that this connection sees."""
    return int(connection.execute(sa.select(feed_head.c.seq)).scalar_one())


def read_setting(connection: Connection, name: str) -> str | None:
    """Return a value the server keeps about itself, or None."""
    found: str | None = connection.execute(sa.select(setting.c.value).where(setting.c.name == name)).scalar()
    return found


def write_setting(connection: Connection, name: str, value: str) -> None:
    """Keep a value about the server itself."""
    connection.execute(sa.delete(setting).where(setting.c.name == name))
    connection.execute(sa.insert(setting).values(name=name, value=value))


def _first_rows(connection: Connection) -> None:
    if connection.execute(sa.select(feed_head.c.id)).first() is None:
        connection.execute(sa.insert(feed_head).values(id=_HEAD, seq=0, horizon=0))
    for name in ("server_id", "epoch"):
        if read_setting(connection, name) is None:
            write_setting(connection, name, secrets.token_hex(8))
    if read_setting(connection, "cursor_key") is None:
        write_setting(connection, "cursor_key", secrets.token_hex(32))


def _prepare_sqlite(engine: Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
