"""The sandbox as a process: its folder made ready, one ready line on stdout, a clean end on SIGTERM."""

from __future__ import annotations

import contextlib
import json
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from desktop_app.host import write_private
from desktop_app.sandbox.alive import BETWEEN_SECONDS, Bystanders
from desktop_app.sandbox.clockwork import Ticking
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.founding import found, import_reports
from desktop_app.sandbox.hosting import bind, serve_until_told
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.retention import prune
from desktop_app.sandbox.service import build, utc_now

DATABASE, ENROLMENT = "central.db", "enrolment.json"


@dataclass(frozen=True, slots=True)
class Options:
    """How to serve; ``port`` 0 takes a free one, ``database`` None a file in ``data``.

    ``alive_pace`` is about how many seconds lie between two moments of a city that lives.
    """

    data: Path
    port: int = 0
    database: str | None = None
    reports: Sequence[Path] = ()
    alive: bool = False
    public_url: str | None = None
    alive_pace: float = BETWEEN_SECONDS
    alive_seed: int | None = None


def serve(options: Options) -> int:
    """Found the city if it is not there, then serve until SIGTERM or SIGINT; return 0.

    Raises OSError where the folder or the port cannot be used, SQLAlchemy's errors for the database.
    """
    options.data.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(_ToldToEnd), contextlib.ExitStack() as until_end:
        until_end.enter_context(_told_by_signals())
        bound, url = bind(options.port)
        until_end.callback(bound.close)
        engine = open_database(options.database or f"sqlite:///{options.data / DATABASE}")
        until_end.callback(engine.dispose)
        pki = SandboxPki.load_or_create(options.data, utc_now())
        service = build(engine, pki, options.public_url or url)
        found(service, pki)
        import_reports(service, options.reports)
        with service.writer.transaction() as connection:
            prune(connection, service.now())
        until_end.enter_context(Ticking(service.clockwork))
        if options.alive:
            until_end.enter_context(Bystanders(service, options.alive_pace, options.alive_seed))
        _announce(options.data, url, service.codes.mint())
        serve_until_told(service, bound)
    return 0


class _ToldToEnd(BaseException):
    """Raised on the main thread by SIGTERM or SIGINT, so that everything open is closed."""


@contextlib.contextmanager
def _told_by_signals() -> Iterator[None]:
    """Take the two signals, also in the moments when the HTTP server does not."""

    def told(_number: int, _frame: FrameType | None) -> None:
        raise _ToldToEnd

    before = {number: signal.signal(number, told) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _announce(data: Path, url: str, code: str) -> None:
    """Print the one line that says where to go, and keep the code beside the data."""
    line = {"url": url, "enrolment_code": code, "data": str(data)}
    write_private(data / ENROLMENT, json.dumps(line).encode())
    print(json.dumps(line), flush=True)  # noqa: T201 - the ready line
