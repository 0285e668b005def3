"""From a request's two headers to who is asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.domain.roles import Actor
from desktop_app.sandbox.auth.proofs import ProofRefused, Proofs
from desktop_app.sandbox.auth.tokens import token_digest
from desktop_app.sandbox.database import Writer
from desktop_app.sandbox.people import People
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import person, token, workstation

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from desktop_app.sandbox.audience import Scope

_SCHEME = "DPoP "
_AT_WORK = sa.and_(workstation.c.id == token.c.workstation_id, workstation.c.active)
_BEARER = (
    sa.select(
        token.c.thumbprint, token.c.expires_at, token.c.person_id, person.c.active.label("works"),
        workstation.c.id.label("workstation_id"), workstation.c.terminal_id, workstation.c.jwk,
        workstation.c.key_class,
    )
    .select_from(
        token.outerjoin(workstation, _AT_WORK).outerjoin(person, person.c.id == token.c.person_id)
    )
    .where(token.c.digest == sa.bindparam("digest"), token.c.kind == "access")
)  # fmt: skip
"""One question for token, workstation and person."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request shows: the two headers, and what the proof must be about."""

    authorization: str | None = field(repr=False)
    proof: str | None = field(repr=False)
    method: str
    path: str


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person: what the rules see, the name that the timeline shows, the scopes held."""

    actor: Actor
    name: str
    access_token: str = field(repr=False)
    held: Scope


@dataclass(frozen=True, slots=True)
class Workstation:
    """An enrolled workstation: its terminal, its public key, and how that key is kept."""

    id: str
    terminal_id: str
    jwk: dict[str, str]
    key_class: str


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Whose a living token is; ``works``: the person may work; no workstation where it is out of use."""

    person_id: str | None
    works: bool
    workstation: Workstation | None


@dataclass(frozen=True, slots=True)
class Callers:
    """Knows persons and workstations by token and proof; raises ``Refused`` (401)."""

    reader: Engine
    writer: Writer
    proofs: Proofs
    people: People
    now: Callable[[], datetime]

    def person(self, shown: Credentials) -> Person:
        """Return the person whose token this is."""
        access_token, bearer = self._bearer(shown)
        if bearer.person_id is None or not bearer.works:
            raise Refused(401, "token_invalid")
        _workstation(bearer)
        with self.reader.connect() as connection:
            standing = self.people.standing(connection, bearer.person_id, self.now())
        if standing is None:
            raise Refused(401, "token_invalid")
        return Person(standing.actor, standing.officer.name, access_token, standing.held)

    def workstation(self, shown: Credentials) -> Workstation:
        """Return the workstation whose own token this is."""
        _, bearer = self._bearer(shown)
        if bearer.person_id is not None:
            raise Refused(401, "token_invalid")
        return _workstation(bearer)

    def _bearer(self, shown: Credentials) -> tuple[str, _Bearer]:
        """Return the living token that is shown and whose it is; its proof has counted."""
        if shown.authorization is None or not shown.authorization.startswith(_SCHEME):
            raise Refused(401, "token_missing")
        access_token = shown.authorization.removeprefix(_SCHEME)
        try:
            proof = self.proofs.read(shown.proof, shown.method, shown.path, access_token)
            with self.writer.alone() as connection:
                self.proofs.use(connection, proof)
                row = connection.execute(_BEARER, {"digest": token_digest(access_token)}).first()
        except ProofRefused as refused:
            raise Refused(401, refused.code) from None
        if row is None or row.thumbprint != proof.thumbprint:
            raise Refused(401, "token_invalid")
        if row.expires_at <= self.now():
            raise Refused(401, "token_expired")
        at_work = row.workstation_id is not None
        known = Workstation(row.workstation_id, row.terminal_id, row.jwk, row.key_class) if at_work else None
        return access_token, _Bearer(row.person_id, bool(row.works), known)


def _workstation(bearer: _Bearer) -> Workstation:
    if bearer.workstation is None:
        raise Refused(401, "workstation_unknown")
    return bearer.workstation
