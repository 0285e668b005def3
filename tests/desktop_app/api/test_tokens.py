"""Tokens and their renewal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.auth import Grant
from desktop_app.api.errors import Unauthorised, Unreachable
from desktop_app.api.session import ApiSession
from desktop_app.api.tokens import SIGN_IN_AGAIN, PersonToken, WorkstationToken
from tests.desktop_app.api.test_auth import GRANT
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]


def workstation_answer(token: str, seconds: int = 900) -> bytes:
    return answer(200, {"access_token": token, "expires_in": seconds})


def test_the_workstations_token_is_fetched_once_and_renewed(
    serve: Serve, key: ec.EllipticCurvePrivateKey
) -> None:
    server, session = serve(workstation_answer("a"), workstation_answer("b"))
    token = WorkstationToken("ws", "https://central.example/token", key)
    assert [token.current(session), token.current(session)] == ["a", "a"]
    assert token.renew(session, "a") == "b"
    assert token.renew(session, "a") == "b"  # another thread was quicker: nothing is asked again
    assert len(server.heard) == 2


def test_a_token_about_to_end_is_renewed_before_it_fails(
    serve: Serve, key: ec.EllipticCurvePrivateKey
) -> None:
    _, session = serve(workstation_answer("a", 5), workstation_answer("b"))
    token = WorkstationToken("ws", "https://central.example/token", key)
    assert [token.current(session), token.current(session)] == ["a", "b"]


def test_a_persons_token_is_renewed_by_the_refresh_token(serve: Serve) -> None:
    kept: list[str | None] = []
    _, session = serve(answer(200, {**GRANT, "access_token": "b", "refresh_token": "r2"}))
    token = PersonToken(Grant("a", 900.0, "r1"), None, kept.append)
    assert token.current(session) == "a"
    assert token.renew(session, "a") == "b"
    assert token.current(session) == "b"
    assert kept == ["r1", "r2"]


def test_a_remembered_refresh_token_brings_an_offline_session_online(serve: Serve) -> None:
    server, session = serve(answer(200, GRANT))
    token = PersonToken(None, "remembered", lambda _: None)
    assert token.current(session) == "a"
    assert b"refresh_token=remembered" in server.heard[0].body


def test_a_refused_renewal_means_signing_in_again(serve: Serve) -> None:
    kept: list[str | None] = []
    _, session = serve(answer(400, {"error": "invalid_grant"}), answer(200, {"status": "ok"}))
    token = PersonToken(Grant("a", 900.0, "r1"), None, kept.append)
    for _ in range(2):
        with pytest.raises(Unauthorised, match=SIGN_IN_AGAIN):
            token.renew(session, "a")
    assert kept == ["r1", None]
    token.take(Grant("z", 900.0, "r9"))
    assert token.current(session) == "z"


def test_a_renewal_that_was_lost_forgets_nothing(serve: Serve) -> None:
    kept: list[str | None] = []
    _, session = serve(lambda connection: connection.close(), answer(200, GRANT))
    token = PersonToken(None, "r1", kept.append)
    with pytest.raises(Unreachable):
        token.current(session)
    assert token.current(session) == "a"


def test_without_any_token_an_unreachable_server_is_the_better_reason(serve: Serve) -> None:
    _, session = serve(lambda connection: connection.close())
    with pytest.raises(Unreachable):
        PersonToken(None, None, lambda _: None).current(session)


def test_wiping_leaves_nothing_but_the_last_word(serve: Serve) -> None:
    _, session = serve(answer(200, {"status": "ok"}))
    token = PersonToken(Grant("a", 900.0, "r1"), None, lambda _: None)
    assert token.wipe() == "a"
    assert token.wipe() is None
    with pytest.raises(Unauthorised):
        token.current(session)
