"""Access and refresh tokens: random, kept as hashes, bound to the workstation's key.

An access token lives 15 minutes, a sign-in 12 hours whatever is refreshed. A refresh token is used
up by refreshing; offered again it gets another pair only while nobody has used the one made from
it (its answer was lost), else the whole family ends (it was copied).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.domain.ids import new_id
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import token as table

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

ACCESS_LIFE = timedelta(minutes=15)
SIGN_IN_LIFE = timedelta(hours=12)
_BYTES = 32
_BY_DIGEST = sa.select(table).where(
    table.c.digest == sa.bindparam("digest"), table.c.kind == sa.bindparam("kind")
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a token speaks for: a workstation, and a person where a card signed."""

    workstation_id: str
    thumbprint: str
    person_id: str | None = None
    certificate: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """Tokens as handed out, once; lives in seconds."""

    access_token: str = field(repr=False)
    expires_in: int
    refresh_token: str | None = field(default=None, repr=False)
    refresh_expires_in: int | None = None


@dataclass(frozen=True, slots=True)
class Refreshing:
    """A refresh token on its way to the next pair."""

    subject: Subject
    digest: str
    family: str
    ends: datetime


class Tokens:
    """Issues, renews and revokes tokens; works in the caller's transaction."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def for_workstation(self, connection: Connection, subject: Subject) -> Issued:
        """Return an access token of the workstation's own."""
        now = self._now()
        access = self._keep(
            connection, subject, "access", new_id(), None, now + ACCESS_LIFE, now + ACCESS_LIFE
        )
        return Issued(access, _seconds(ACCESS_LIFE))

    def for_person(self, connection: Connection, subject: Subject) -> Issued:
        """Return the first pair of a sign-in."""
        return self._pair(connection, subject, new_id(), None, self._now() + SIGN_IN_LIFE)

    def open_refresh(self, connection: Connection, refresh_token: str, thumbprint: str) -> Refreshing:
        """Return what a refresh token stands for; raise ``Refused`` (400 ``token_…``).

        Call ``close_copied`` in a transaction that commits when it raises ``token_reused``.
        """
        row = self._row(connection, refresh_token, "refresh")
        if row is None or row.thumbprint != thumbprint:
            raise Refused(400, "token_invalid")
        if row.expires_at <= self._now():
            raise Refused(400, "token_expired")
        if row.used and self._successor_used(connection, row.digest):
            raise Refused(400, "token_reused", family=row.family)
        return Refreshing(_subject(row), row.digest, row.family, row.family_expires_at)

    def renew(self, connection: Connection, old: Refreshing) -> Issued:
        """Use the refresh token up; return the next pair, which ends no later than the sign-in."""
        connection.execute(sa.delete(table).where(table.c.predecessor == old.digest))
        connection.execute(sa.update(table).where(table.c.digest == old.digest).values(used=True))
        return self._pair(connection, old.subject, old.family, old.digest, old.ends)

    def revoke_family(self, connection: Connection, family: str) -> None:
        """End a sign-in: all its tokens."""
        connection.execute(sa.delete(table).where(table.c.family == family))

    def logout(self, connection: Connection, access_token: str) -> None:
        """End the sign-in that ``access_token`` belongs to."""
        row = self._row(connection, access_token, "access")
        if row is not None:
            self.revoke_family(connection, row.family)

    def forget(self, connection: Connection) -> None:
        """Drop tokens whose sign-in is long over."""
        connection.execute(sa.delete(table).where(table.c.family_expires_at < self._now()))

    def _pair(
        self, connection: Connection, subject: Subject, family: str, predecessor: str | None, ends: datetime
    ) -> Issued:
        now = self._now()
        expires = min(now + ACCESS_LIFE, ends)
        access = self._keep(connection, subject, "access", family, predecessor, expires, ends)
        renewal = self._keep(connection, subject, "refresh", family, predecessor, ends, ends)
        return Issued(access, _seconds(expires - now), renewal, _seconds(ends - now))

    def _keep(
        self,
        connection: Connection,
        subject: Subject,
        kind: str,
        family: str,
        predecessor: str | None,
        expires: datetime,
        ends: datetime,
    ) -> str:
        value = secrets.token_urlsafe(_BYTES)
        connection.execute(
            sa.insert(table).values(
                digest=token_digest(value),
                kind=kind,
                family=family,
                predecessor=predecessor,
                workstation_id=subject.workstation_id,
                person_id=subject.person_id,
                thumbprint=subject.thumbprint,
                certificate=subject.certificate,
                expires_at=expires,
                family_expires_at=ends,
            )
        )
        return value

    def _row(self, connection: Connection, value: str, kind: str) -> sa.Row[tuple[object, ...]] | None:
        return connection.execute(_BY_DIGEST, {"digest": token_digest(value), "kind": kind}).first()

    def _successor_used(self, connection: Connection, digest: str) -> bool:
        after = sa.and_(table.c.predecessor == digest, table.c.kind == "refresh", table.c.used)
        return connection.execute(sa.select(table.c.digest).where(after)).first() is not None


def _subject(row: sa.Row[tuple[object, ...]]) -> Subject:
    return Subject(row.workstation_id, row.thumbprint, row.person_id, row.certificate)


def token_digest(value: str) -> str:
    """Return the form in which a token is kept."""
    return hashlib.sha256(value.encode()).hexdigest()


def _seconds(span: timedelta) -> int:
    return max(0, int(span.total_seconds()))
