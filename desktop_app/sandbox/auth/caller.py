"""From a request's two headers to who is asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.domain.roles import Actor
from desktop_app.sandbox.auth.proofs import ProofRefused, Proofs
from desktop_app.sandbox.auth.tokens import Tokens
from desktop_app.sandbox.people import People
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import workstation

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

_SCHEME = "DPoP "
_ACTIVE = sa.select(workstation).where(workstation.c.id == sa.bindparam("id"), workstation.c.active)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request shows: the two headers, and what the proof must be about."""

    authorization: str | None = field(repr=False)
    proof: str | None = field(repr=False)
    method: str
    path: str


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person: what the rules see, and the name that the timeline shows."""

    actor: Actor
    name: str
    access_token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Workstation:
    """An enrolled workstation: its terminal, its public key, and how that key is kept."""

    id: str
    terminal_id: str
    jwk: dict[str, str]
    key_class: str


@dataclass(frozen=True, slots=True)
class Callers:
    """Knows persons and workstations by token and proof; raises ``Refused`` (401)."""

    engine: Engine
    proofs: Proofs
    tokens: Tokens
    people: People
    now: Callable[[], datetime]

    def person(self, shown: Credentials) -> Person:
        """Return the person whose token this is."""
        access_token, thumbprint = self._bound(shown)
        with self.engine.connect() as connection:
            subject = self.tokens.find(connection, access_token, thumbprint)
            if subject.person_id is None or not self.people.is_active(connection, subject.person_id):
                raise Refused(401, "token_invalid")
            self._workstation(connection, subject.workstation_id)
            officer = self.people.officer(connection, subject.person_id)
            actor = self.people.actor(connection, subject.person_id, self.now())
        if officer is None or actor is None:
            raise Refused(401, "token_invalid")
        return Person(actor, officer.name, access_token)

    def workstation(self, shown: Credentials) -> Workstation:
        """Return the workstation whose own token this is."""
        access_token, thumbprint = self._bound(shown)
        with self.engine.connect() as connection:
            subject = self.tokens.find(connection, access_token, thumbprint)
            if subject.person_id is not None:
                raise Refused(401, "token_invalid")
            return self._workstation(connection, subject.workstation_id)

    def _bound(self, shown: Credentials) -> tuple[str, str]:
        if shown.authorization is None or not shown.authorization.startswith(_SCHEME):
            raise Refused(401, "token_missing")
        access_token = shown.authorization.removeprefix(_SCHEME)
        try:
            return access_token, self.proofs.holder(shown.proof, shown.method, shown.path, access_token)
        except ProofRefused as refused:
            raise Refused(401, refused.code) from None

    def _workstation(self, connection: Connection, workstation_id: str) -> Workstation:
        row = connection.execute(_ACTIVE, {"id": workstation_id}).first()
        if row is None:
            raise Refused(401, "workstation_unknown")
        return Workstation(row.id, row.terminal_id, row.jwk, row.key_class)
