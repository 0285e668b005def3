"""``POST /v1/auth/token``: the workstation's own token, the card's sign-in, the refresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.serialization import Encoding

from cardio import certificates
from desktop_app.sandbox import wire
from desktop_app.sandbox.auth.card_grant import CardGrant
from desktop_app.sandbox.auth.spent import forget
from desktop_app.sandbox.auth.tokens import Issued, Refreshing, Subject, Tokens
from desktop_app.sandbox.auth.workstations import Workstations
from desktop_app.sandbox.people import People
from desktop_app.sandbox.refusal import Refused

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

CLIENT_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Turns one of three grants into tokens bound to the key that made the request's proof."""

    writer: Writer
    workstations: Workstations
    card_grant: CardGrant
    tokens: Tokens
    people: People
    now: Callable[[], datetime]

    def grant(self, form: Mapping[str, str], thumbprint: str) -> dict[str, Any]:
        """Return the token answer of RFC 6749, 5.1; raise ``Refused`` (400)."""
        match form.get("grant_type"):
            case "client_credentials" if form.get("client_assertion_type") == CLIENT_ASSERTION:
                return self._workstation(form.get("client_assertion", ""), thumbprint)
            case kind if kind == JWT_BEARER:
                return self._person(form.get("assertion", ""), thumbprint)
            case "refresh_token":
                return self._refresh(form.get("refresh_token", ""), thumbprint)
            case _:
                raise Refused(400, "unsupported_grant_type")

    def _workstation(self, assertion: str, thumbprint: str) -> dict[str, Any]:
        """Each workstation comes by every quarter of an hour: a good moment to drop what has expired."""
        subject = Subject(self.workstations.verify_assertion(assertion, thumbprint), thumbprint)
        with self.writer.transaction() as connection:
            forget(connection, self.now())
            self.tokens.forget(connection)
            return self._answer(self.tokens.for_workstation(connection, subject))

    def _person(self, assertion: str, thumbprint: str) -> dict[str, Any]:
        card = self.card_grant.verify(assertion, thumbprint)
        with self.writer.transaction() as connection:
            workstation_id = self.workstations.with_key(connection, thumbprint)
            person_id = self.people.holder(connection, card.sha256)
            if person_id is None:
                raise Refused(400, "person_unknown")
            der = card.certificate.public_bytes(Encoding.DER)
            subject = Subject(workstation_id, thumbprint, person_id, der)
            person = self._person_document(connection, subject)
            return self._answer(self.tokens.for_person(connection, subject)) | {"person": person}

    def _refresh(self, refresh_token: str, thumbprint: str) -> dict[str, Any]:
        old = self._open(refresh_token, thumbprint)
        if old.subject.certificate is not None:
            self.card_grant.check_certificate(certificates.load(old.subject.certificate))
        with self.writer.transaction() as connection:
            self.workstations.with_key(connection, thumbprint)
            person = self._person_document(connection, old.subject)
            return self._answer(self.tokens.renew(connection, old)) | {"person": person}

    def _open(self, refresh_token: str, thumbprint: str) -> Refreshing:
        with self.writer.transaction() as connection:
            try:
                return self.tokens.open_refresh(connection, refresh_token, thumbprint)
            except Refused as refused:
                problem = refused
                if family := refused.data.pop("family", None):  # a copied token: the sign-in ends, committed
                    self.tokens.revoke_family(connection, family)
        raise problem

    def _person_document(self, connection: Connection, subject: Subject) -> dict[str, Any]:
        person_id = subject.person_id or ""
        officer = self.people.officer(connection, person_id)
        if officer is None or not self.people.is_active(connection, person_id):
            raise Refused(400, "person_inactive")
        self.people.settle_scopes(connection, person_id, self.now())
        actor = self.people.actor(connection, person_id, self.now())
        return {
            "id": officer.id,
            "name": officer.name,
            "unit_id": officer.unit_id,
            "title": officer.title,
            "roles": sorted(officer.roles),
            "units": sorted(actor.units) if actor else [],
            "deputy_for": sorted(actor.deputy_for) if actor else [],
            "organisation": officer.organisation,
            "card_sha256": wire.sha256_hex(subject.certificate or b""),
        }

    def _answer(self, issued: Issued) -> dict[str, Any]:
        answer = {
            "access_token": issued.access_token,
            "token_type": "DPoP",
            "expires_in": issued.expires_in,
            "server_time": wire.instant(self.now()),
        }
        if issued.refresh_token is not None:
            answer |= {
                "refresh_token": issued.refresh_token,
                "refresh_expires_in": issued.refresh_expires_in,
            }
        return answer
