"""The central API on one database, in processes of its own as a city would run it: one for each core."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import sqlalchemy as sa

from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.hosting import bind, serve_until_told
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import build, utc_now
from desktop_app.sandbox.tables import journal_row
from tests.chaos.killing import Life
from tests.support.small_city import SmallCity, found_small_city

HEARD_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """Where each node is served and its process, and the city beside them on the same database."""

    urls: tuple[str, ...]
    city: SmallCity
    processes: tuple[int, ...]

    def url_of(self, number: int) -> str:
        """Return the node that the client of this number comes to, as a balancer in front would choose."""
        return self.urls[number % len(self.urls)]

    def spent(self) -> float:
        """Return the seconds of processor time that the centre's own processes have used (Linux)."""
        return sum(_spent(process) for process in self.processes)

    def database_spent(self) -> float:
        """Return the seconds of processor time that the database's living processes have used."""
        with self.city.service.engine.connect() as connection:
            found = connection.execute(sa.text("SELECT pid FROM pg_stat_activity")).scalars()
            return sum(_spent(process) for process in found)

    def stored(self) -> int:
        """Return how many rows of journals the centre holds."""
        with self.city.service.engine.connect() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(journal_row)).scalar_one())


def _spent(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def many_files() -> None:
    """Let this process have a socket for everybody."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def serve(folder: Path, database: str, told: Connection) -> None:
    """Serve on a free port until killed; tell the port."""
    many_files()
    bound, url = bind()
    engine = open_database(database)
    service = build(engine, SandboxPki.load_or_create(folder, utc_now()), url)
    told.send((url, os.getpid()))
    serve_until_told(service, bound)


@contextmanager
def served(folder: Path, database: str, nodes: int = 1) -> Iterator[Served]:
    """Found the small city on ``database`` and serve it from so many processes."""
    engine = open_database(database)
    pki = SandboxPki.load_or_create(folder, utc_now())
    city = found_small_city(build(engine, pki, "http://127.0.0.1:1"), pki)
    lives = [Life(serve, folder, database) for _ in range(nodes)]
    try:
        if not all(life.pipe.poll(HEARD_SECONDS) for life in lives):
            raise RuntimeError("the centre does not start")
        urls, processes = zip(*(life.pipe.recv() for life in lives), strict=True)
        yield Served(urls, city, processes)
    finally:
        for life in lives:
            life.kill()
        engine.dispose()
