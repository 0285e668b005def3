"""Enrolment codes: twelve base32 characters, fifteen minutes, single use; five tries per address."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.domain.ids import new_id
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import enrolment_code, enrolment_failure

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

LENGTH = 12
LIFETIME = timedelta(minutes=15)
TRIES = 5
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # RFC 4648, base32


class Codes:
    """Mints codes and takes each once."""

    def __init__(self, writer: Writer, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._now = now

    def mint(self) -> str:
        """Return a new code; only its hash is kept."""
        code = "".join(secrets.choice(_ALPHABET) for _ in range(LENGTH))
        row = {"code_sha256": _digest(code), "expires_at": self._now() + LIFETIME}
        with self._writer.transaction() as connection:
            connection.execute(sa.insert(enrolment_code).values(**row))
        return code

    def check(self, code: str, address: str) -> None:
        """Raise ``Refused`` unless ``code`` may be used from ``address``; a wrong one is counted."""
        with self._writer.transaction() as connection:
            if self._failures(connection, address) >= TRIES:
                raise Refused(429, "too_many_tries")
            problem = self._problem(connection, code)
            if problem is not None:
                row = {"id": new_id(), "address": address, "at": self._now()}
                connection.execute(sa.insert(enrolment_failure).values(**row))
        if problem is not None:  # raised after the count is committed
            raise problem

    def use(self, connection: Connection, code: str) -> None:
        """Use ``code`` up; raise ``Refused`` where another was quicker."""
        problem = self._problem(connection, code)
        if problem is not None:
            raise problem
        here = enrolment_code.c.code_sha256 == _digest(code)
        connection.execute(sa.update(enrolment_code).where(here).values(used_at=self._now()))

    def _problem(self, connection: Connection, code: str) -> Refused | None:
        query = sa.select(enrolment_code).where(enrolment_code.c.code_sha256 == _digest(code))
        row = connection.execute(query).first()
        if row is None:
            return Refused(404, "code_unknown")
        if row.used_at is not None:
            return Refused(409, "code_used")
        return Refused(410, "code_expired") if row.expires_at <= self._now() else None

    def _failures(self, connection: Connection, address: str) -> int:
        recent = sa.and_(
            enrolment_failure.c.address == address, enrolment_failure.c.at > self._now() - LIFETIME
        )
        query = sa.select(sa.func.count()).select_from(enrolment_failure).where(recent)
        return int(connection.execute(query).scalar_one())


def _digest(code: str) -> str:
    typed = code.upper().replace("-", "").replace(" ", "")
    return hashlib.sha256(typed.encode()).hexdigest()
