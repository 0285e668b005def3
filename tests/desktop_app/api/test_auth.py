"""Who we are to the centre, as it travels. Whether a server believes it, the journeys show."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardio.piv import Slot
from desktop_app import jose
from desktop_app.api import auth
from desktop_app.api.auth import Assertion, FixedToken
from desktop_app.api.errors import Garbage, Unauthorised
from desktop_app.api.session import ApiSession
from tests.desktop_app.api.conftest import NOW
from tests.desktop_app.api.test_wire import PERSON
from tests.support.scripted_server import ScriptedServer, answer
from tests.support.virtual_cards import authority, card_file

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
GRANT = {"access_token": "a", "refresh_token": "r", "expires_in": 900, "person": PERSON}


def _form(server: ScriptedServer) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(server.heard[0].body.decode()).items()}


def test_the_card_is_asked_to_sign_our_own_words(key: ec.EllipticCurvePrivateKey) -> None:
    chain = [card_file().certificate(Slot.AUTHENTICATION), authority().issuing]
    asked: list[bytes] = []

    def signer(message: bytes) -> bytes:
        asked.append(message)
        return b"signature"

    compact = Assertion("nonce", "https://central.example/token", "thumb", NOW).signed(chain, "ES256", signer)
    assert asked == [compact.rpartition(".")[0].encode()]
    read = jose.unverified(compact)
    assert read.header["typ"] == "ioc-signin+jwt"
    assert read.header["x5c"] == jose.x5c(chain)
    assert read.claims["iss"] == read.claims["sub"]
    assert len(read.claims["iss"]) == 64
    assert read.claims["aud"] == "https://central.example/token"
    assert read.claims["exp"] - read.claims["iat"] <= 120
    assert (read.claims["nonce"], read.claims["cnf"]) == ("nonce", {"jkt": "thumb"})


def test_the_workstation_proves_itself_by_its_key(serve: Serve, key: ec.EllipticCurvePrivateKey) -> None:
    server, session = serve(answer(200, {"access_token": "w", "expires_in": 300}))
    grant = auth.grant_workstation(session, "ws-1", "https://central.example/token", key)
    assert (grant.access_token, grant.expires_in, grant.refresh_token) == ("w", 300.0, None)
    form = _form(server)
    assert form["grant_type"] == "client_credentials"
    public = jose.import_jwk(jose.public_jwk(key))
    claims = jose.verify(form["client_assertion"], jose.Kind.CLIENT_ASSERTION, public).claims
    assert claims["iss"] == claims["sub"] == "ws-1"


def test_a_person_is_granted_and_renewed(serve: Serve) -> None:
    server, session = serve(answer(200, GRANT), answer(200, {**GRANT, "refresh_token": "r2"}))
    granted = auth.grant_person(session, "assertion")
    assert granted.person.id == "o-1"
    assert "assertion" in _form(server)
    assert auth.refresh(session, "r").grant.refresh_token == "r2"


def test_tokens_stay_out_of_what_is_printed(serve: Serve) -> None:
    _, session = serve(answer(200, {**GRANT, "access_token": "hush", "refresh_token": "hush"}))
    assert "hush" not in repr(auth.grant_person(session, "x"))
    assert "hush" not in repr(FixedToken("hush"))


@pytest.mark.parametrize(
    "broken", [{}, {"access_token": "a"}, {**GRANT, "person": None}, {**GRANT, "expires_in": 10**400}]
)
def test_half_an_answer_is_garbage(serve: Serve, broken: dict[str, object]) -> None:
    _, session = serve(answer(200, broken))
    with pytest.raises(Garbage):
        auth.grant_person(session, "x")


def test_a_nonce_is_fetched_and_the_refusal_has_the_servers_code(serve: Serve) -> None:
    _, session = serve(
        answer(200, {"nonce": "n"}), answer(400, {"error": "invalid_grant", "code": "certificate_revoked"})
    )
    assert auth.fetch_nonce(session, 5) == "n"
    with pytest.raises(Unauthorised) as refused:
        auth.grant_person(session, "x")
    assert refused.value.reason == "certificate_revoked"


def test_logout_uses_the_token_it_revokes(serve: Serve) -> None:
    server, session = serve(answer(204, b""), answer(401, {"code": "token_expired"}))
    auth.logout(session, "last")
    assert server.heard[0].headers["authorization"] == "DPoP last"
    with pytest.raises(Unauthorised):
        auth.logout(session, "last")


def test_a_probe_asks_for_health(serve: Serve) -> None:
    server, session = serve(answer(200, {"status": "ok"}))
    auth.probe(session)
    assert server.heard[0].target == "/v1/health"
