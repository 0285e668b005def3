"""A new workstation: its code for an identity, a certificate and the signed trust bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography import x509

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession, Request, TokenSource


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the centre gave the workstation; ``bundle`` is a compact JWS, not yet believed."""

    workstation_id: str
    terminal_id: str
    epoch: int
    chain: tuple[x509.Certificate, ...]
    bundle: str


def enrol(
    session: ApiSession,
    *,
    code: str,
    jwk: dict[str, Any],
    key_class: str,
    hostname: str,
    modes: Sequence[str],
) -> Enrolled:
    """Trade a single-use code for an identity.

    Raises ``Refused`` with ``code_unknown``, ``code_used``, ``code_expired`` or ``too_many_tries``.
    """
    body = {"code": code, "jwk": jwk, "key_class": key_class, "hostname": hostname, "modes": list(modes)}
    answer = session.call(Request("POST", "/v1/enrolments", json=body))
    chain = answer.get("certificate_chain")
    return Enrolled(
        workstation_id=wire.text(answer, "workstation_id"),
        terminal_id=wire.text(answer, "terminal_id"),
        epoch=wire.number(answer, "epoch"),
        chain=read_certificates(chain, "certificate_chain"),
        bundle=wire.text(answer, "bundle"),
    )


def fetch_bundle(session: ApiSession, token: TokenSource) -> str:
    """Return the newest trust bundle: a compact JWS, not yet believed."""
    return wire.text(session.call(Request("GET", "/v1/trust-bundle"), token), "bundle")


def read_certificates(raw: object, name: str) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a list of base64 DER; raise ``Garbage``."""
    try:
        return jose.read_x5c(raw)
    except jose.JwsInvalid:
        raise Garbage(name) from None
