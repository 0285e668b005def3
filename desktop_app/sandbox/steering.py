"""What an operator sets at the centre from the command line: policy, calendar, and that it was restored.

The first two hold for a centre that is served meanwhile; the last is said before it is served again.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app.domain.deadlines import Calendar, default_calendar
from desktop_app.sandbox import policy, wire
from desktop_app.sandbox.database import open_database, write_setting
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.serve import DATABASE
from desktop_app.sandbox.service import Service, build, utc_now

_NOWHERE: Final = "http://127.0.0.1"
"""Nothing is served by this process."""
_WORDS: Final = {"on": True, "off": False}


def set_policy(data: Path, database: str | None, name: str, value: str) -> None:
    """Set one value of the policy (``on``, ``off``, or a number); the next bundle tells it.

    Raises ValueError for a name or a kind of value that the policy does not have.
    """
    with _centre(data, database) as service, service.writer.transaction() as connection:
        try:
            policy.change(connection, name, _WORDS[value] if value in _WORDS else float(value))
        except (KeyError, TypeError):
            known = ", ".join(policy.DEFAULTS)
            raise ValueError(f"{name} {value}; there: {known}") from None


def correct_calendar(
    data: Path, database: str | None, off: Sequence[date], working: Sequence[date], reason: str
) -> int:
    """Declare days off and weekend days of work, with the reason; return how many reports have moved."""
    with _centre(data, database) as service:
        with service.engine.connect() as connection:
            known = service.entities.all(connection, "calendar")
        present = wire.decode(known[-1], Calendar) if known else default_calendar()
        days, told = frozenset(off), frozenset(working)
        corrected = replace(
            present,
            id=f"{present.id.partition('@')[0]}@{int(service.now().timestamp())}",
            holidays=(present.holidays | days) - told,
            working_weekends=(present.working_weekends | told) - days,
            provisional=False,
        )
        return service.calendars.change(corrected, reason)


def declare_restored(data: Path, database: str | None) -> str:
    """Give the centre the epoch of a restored one, so that every desk offers it again what it may lack.

    Return the new epoch.
    """
    epoch = secrets.token_hex(8)
    with _centre(data, database) as service, service.writer.transaction() as connection:
        write_setting(connection, "epoch", epoch)
    return epoch


@contextmanager
def _centre(data: Path, database: str | None) -> Iterator[Service]:
    data.mkdir(parents=True, exist_ok=True)
    engine = open_database(database or f"sqlite:///{data / DATABASE}")
    try:
        yield build(engine, SandboxPki.load_or_create(data, utc_now()), _NOWHERE)
    finally:
        engine.dispose()
