"""Workstations: enrolment with a code, a certificate for their key, and ``private_key_jwt``."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from cryptography import x509

from desktop_app import jose
from desktop_app.domain.attendance import GENESIS_HASH
from desktop_app.domain.ids import new_id
from desktop_app.sandbox.auth.card_grant import LEEWAY, MAX_LIFE, is_current
from desktop_app.sandbox.auth.codes import Codes
from desktop_app.sandbox.auth.spent import spend
from desktop_app.sandbox.auth.workstation_ca import WorkstationCa
from desktop_app.sandbox.origin import TOKEN_PATH, Origin
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import terminal, workstation

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

FIRST_EPOCH = 1


@dataclass(frozen=True, slots=True)
class Application:
    """What a workstation says of itself when it enrols."""

    jwk: dict[str, Any]
    key_class: str
    hostname: str
    modes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What a workstation is told once: its names, and the chain of its certificate, leaf first."""

    workstation_id: str
    terminal_id: str
    epoch: int
    chain: tuple[x509.Certificate, ...]


class Workstations:
    """Enrols workstations and knows them again by their key."""

    def __init__(
        self,
        writer: Writer,
        codes: Codes,
        authority: WorkstationCa,
        origin: Origin,
        now: Callable[[], datetime],
    ) -> None:
        self._writer = writer
        self._codes = codes
        self._authority = authority
        self._origin = origin
        self._now = now

    def enrol(self, code: str, application: Application, address: str) -> Enrolled:
        """Take ``code`` and enrol the workstation; raise ``Refused`` (``code_…``, ``key_…``)."""
        self._codes.check(code, address)
        thumbprint = _thumbprint(application.jwk)
        terminal_id = f"T{secrets.token_hex(4)}"
        chain = self._authority.issue(application.jwk, terminal_id, self._now())
        with self._writer.transaction() as connection:
            self._codes.use(connection, code)
            known = sa.select(workstation.c.id).where(workstation.c.thumbprint == thumbprint)
            if connection.execute(known).first() is not None:
                raise Refused(409, "key_known")
            workstation_id = self._keep(connection, application, thumbprint, terminal_id)
        return Enrolled(workstation_id, terminal_id, FIRST_EPOCH, chain)

    def verify_assertion(self, assertion: str, thumbprint: str) -> str:
        """Return the id of the workstation that signed ``assertion``; raise ``Refused`` (400)."""
        try:
            subject = jose.unverified(assertion).claims.get("sub")
        except jose.JwsInvalid:
            raise Refused(400, "signature_bad") from None
        with self._writer.transaction() as connection:
            row = self._row(connection, thumbprint)
            if row is None or row.id != subject:
                raise Refused(400, "workstation_unknown")
            try:
                key = jose.import_jwk(row.jwk)
                claims = jose.verify(assertion, jose.Kind.CLIENT_ASSERTION, key).claims
            except jose.JwsInvalid:
                raise Refused(400, "signature_bad") from None
            if claims.get("iss") != subject or not self._origin.covers(claims.get("aud"), TOKEN_PATH):
                raise Refused(400, "assertion_invalid")
            if not is_current(claims, self._now()):
                raise Refused(400, "assertion_expired")
            if not spend(connection, "assertion", claims["jti"], self._now() + MAX_LIFE + 2 * LEEWAY):
                raise Refused(400, "assertion_replayed")
        return str(row.id)

    def with_key(self, connection: Connection, thumbprint: str) -> str:
        """Return the id of the active workstation with this key; raise ``Refused`` (400)."""
        row = self._row(connection, thumbprint)
        if row is None:
            raise Refused(400, "workstation_unknown")
        return str(row.id)

    def _row(self, connection: Connection, thumbprint: str) -> sa.Row[tuple[object, ...]] | None:
        here = sa.and_(workstation.c.thumbprint == thumbprint, workstation.c.active)
        return connection.execute(sa.select(workstation).where(here)).first()

    def _keep(
        self, connection: Connection, application: Application, thumbprint: str, terminal_id: str
    ) -> str:
        workstation_id = new_id()
        connection.execute(
            sa.insert(workstation).values(
                id=workstation_id,
                terminal_id=terminal_id,
                thumbprint=thumbprint,
                jwk=application.jwk,
                key_class=application.key_class,
                hostname=application.hostname,
                modes=list(application.modes),
                enrolled_at=self._now(),
            )
        )
        connection.execute(
            sa.insert(terminal).values(
                id=terminal_id,
                workstation_id=workstation_id,
                epoch=FIRST_EPOCH,
                last_seq=0,
                claimed_seq=0,
                head_hash=GENESIS_HASH,
            )
        )
        return workstation_id


def _thumbprint(jwk: Mapping[str, Any]) -> str:
    """Return the name of a public P-256 key; raise ``Refused`` (422) for anything else."""
    kind = {name: value for name, value in jwk.items() if name not in {"x", "y"}}
    if kind != {"kty": "EC", "crv": "P-256"}:
        raise Refused(422, "key_invalid")
    try:
        return jose.thumbprint(jwk)
    except jose.JwsInvalid:
        raise Refused(422, "key_invalid") from None
