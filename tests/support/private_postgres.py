"""A PostgreSQL of one's own: a fresh cluster in a folder, on a UNIX socket only, gone with the block.

PostgreSQL refuses to run as root; there it runs as the first ordinary account found.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from tests.support.deadline import until

INSTALLED: Final = Path("/usr/lib/postgresql")
STARTS_WITHIN: Final = 40.0
ENDS_WITHIN: Final = 20.0
_ACCOUNTS: Final = ("postgres", "nobody")
# Nothing of a test outlives it, so nothing has to reach the disk.
_HASTY: Final = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=60")


class PostgresMissing(RuntimeError):
    """No PostgreSQL server is installed, or none that may run here."""


def programs() -> Path:
    """Return the folder of the newest server's programs; raise PostgresMissing."""
    found = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    if elsewhere is None:
        raise PostgresMissing("the Debian package postgresql must be installed (make ready-to-test)")
    return Path(elsewhere).resolve().parent


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a server; yield the SQLAlchemy URL of its maintenance database."""
    account = _account()
    # A socket's path has about a hundred characters: no folder of pytest's.
    with tempfile.TemporaryDirectory(prefix="ioc-pg-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        if account is not None:
            os.chown(folder, account.pw_uid, account.pw_gid)
        bin_folder, data = programs(), folder / "data"
        create = ("--auth=trust", "--username=ioc", "--encoding=UTF8", "--no-sync", f"--pgdata={data}")
        _run(_as(account, [bin_folder / "initdb", *create]), folder)
        settings = [word for setting in (*_HASTY, "listen_addresses=", f"unix_socket_directories={folder}")
                    for word in ("-c", setting)]  # fmt: skip
        server = subprocess.Popen(
            _as(account, [bin_folder / "postgres", "-D", data, *settings]),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"postgresql+psycopg://ioc@/postgres?host={folder}"
            until(lambda: _answers(url, server), STARTS_WITHIN, "PostgreSQL")
            yield url
        finally:
            server.terminate()
            server.wait(ENDS_WITHIN)


@contextmanager
def fresh_database(maintenance: str, name: str) -> Iterator[str]:
    """Create an empty database; yield its URL; drop it, whoever is still connected."""
    engine = sa.create_engine(maintenance, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    try:
        yield maintenance.replace("/postgres?", f"/{name}?")
    finally:
        with engine.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


def _account() -> pwd.struct_passwd | None:
    """Whom to run as; None: as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in _ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise PostgresMissing("root has no ordinary account to run PostgreSQL as")


def _as(account: pwd.struct_passwd | None, command: Sequence[str | Path]) -> list[str | Path]:
    ended_with_us: list[str | Path] = ["setpriv", "--pdeathsig", "INT"]
    if account is not None:
        ended_with_us += ["--reuid", str(account.pw_uid), "--regid", str(account.pw_gid), "--clear-groups"]
    return [*ended_with_us, *command]


def _run(command: Sequence[str | Path], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=STARTS_WITHIN, check=False
    )
    if done.returncode:
        raise PostgresMissing(done.stderr)


def _answers(url: str, server: subprocess.Popen[bytes]) -> bool:
    if server.poll() is not None:
        raise PostgresMissing(f"the server ended with {server.returncode}")
    try:
        with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
            connection.execute(sa.text("SELECT 1"))
    except OperationalError:
        return False
    return True
