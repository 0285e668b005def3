"""Our own workstation enrols, proves its key, and earns its token."""

from __future__ import annotations

from desktop_app import jose
from desktop_app.conformance.exchange import Exchange
from desktop_app.conformance.workstation import Workstation
from tests.support.sandbox_server import SandboxServer


def test_it_enrols_and_earns_a_token(sandbox: SandboxServer) -> None:
    station = Workstation(Exchange(sandbox.url))
    told = station.enrol(sandbox.service.codes.mint()).expect(201)
    assert (station.id, station.terminal_id) == (told["workstation_id"], told["terminal_id"])
    token = station.own_grant().expect(200)["access_token"]
    station.call("GET", "/v1/trust-bundle", token=token).expect(200)


def test_a_refused_enrolment_leaves_it_nameless(sandbox: SandboxServer) -> None:
    station = Workstation(Exchange(sandbox.url))
    station.enrol("AAAAAAAAAAAA").expect(404, "code_unknown")
    assert (station.id, station.terminal_id) == ("", "")


def test_a_proof_says_what_it_is_for(sandbox: SandboxServer) -> None:
    station = Workstation(Exchange(sandbox.url))
    proof = station.proof("GET", "/v1/sync/changes?cursor=", "token", jti="j-1", nonce=None)
    claims = jose.verify(proof, jose.Kind.DPOP, jose.import_jwk(station.jwk)).claims
    assert (claims["htm"], claims["htu"], claims["jti"]) == ("GET", f"{sandbox.url}/v1/sync/changes", "j-1")
    assert "nonce" not in claims
    assert claims["ath"] == "PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A"  # SHA-256 of "token"
