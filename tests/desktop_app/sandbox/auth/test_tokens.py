"""Tokens: short lives, rotation, one sign-in at most twelve hours, logout ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography import x509

from cardio.piv.objects import Slot
from desktop_app.sandbox.auth.tokens import Issued
from desktop_app.sandbox.tables import person, token
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer

FEED = "/v1/sync/changes"


@pytest.fixture
def handler(sandbox: SandboxServer, desk: DeskClient) -> DeskClient:
    assert desk.sign_in(sandbox.city.card("o-handler")).status_code == 200
    return desk


def status(desk: DeskClient, access: str | None = None) -> tuple[int, str]:
    answer = desk.call("GET", FEED, token=access or desk.token)
    return answer.status_code, answer.json().get("code", "")


def test_an_access_token_lives_fifteen_minutes(sandbox: SandboxServer, handler: DeskClient) -> None:
    assert status(handler)[0] == 200
    sandbox.clock.move(timedelta(minutes=15))
    handler.nonce = None
    assert status(handler) == (401, "token_expired")
    assert handler.refresh().status_code == 200
    assert status(handler)[0] == 200


def test_a_refresh_token_is_used_up(handler: DeskClient) -> None:
    first = handler.refresh_token
    assert handler.refresh().status_code == 200
    second = handler.refresh_token
    assert handler.refresh().status_code == 200
    assert second != first
    assert handler.refresh(first).json()["code"] == "token_reused"


def test_a_copied_refresh_token_ends_the_sign_in(handler: DeskClient) -> None:
    first = handler.refresh_token
    handler.refresh()
    handler.refresh()
    handler.refresh(first)
    assert status(handler) == (401, "token_invalid")
    assert handler.refresh().json()["code"] == "token_invalid"


def test_a_refresh_whose_answer_was_lost_can_be_repeated(handler: DeskClient) -> None:
    first = handler.refresh_token
    lost = handler.refresh().json()
    assert handler.refresh(first).status_code == 200
    assert status(handler)[0] == 200
    assert status(handler, lost["access_token"]) == (401, "token_invalid")


def test_a_sign_in_lasts_twelve_hours_whatever_is_refreshed(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    sandbox.clock.move(timedelta(hours=11, minutes=50))
    handler.nonce = None
    renewed = handler.refresh().json()
    assert renewed["refresh_expires_in"] <= 600
    assert renewed["expires_in"] <= 600
    sandbox.clock.move(timedelta(minutes=11))
    handler.nonce = None
    assert status(handler) == (401, "token_expired")
    assert handler.refresh().json()["code"] == "token_expired"


def test_logout_ends_access_and_refresh(handler: DeskClient) -> None:
    assert handler.call("POST", "/v1/auth/logout", token=handler.token).status_code == 204
    assert status(handler) == (401, "token_invalid")
    assert handler.refresh().json()["code"] == "token_invalid"


def test_a_card_revoked_since_cannot_refresh(sandbox: SandboxServer, desk: DeskClient) -> None:
    card = sandbox.city.card("o-handler")
    desk.sign_in(card)
    certificate = card.certificate(Slot.AUTHENTICATION)
    sandbox.city.pki.staff_ca.revoke(certificate, x509.ReasonFlags.key_compromise, sandbox.clock())
    sandbox.service.revocations.renew()
    assert desk.refresh().json()["code"] == "certificate_revoked"


def test_a_person_made_inactive_is_out_at_once(sandbox: SandboxServer, handler: DeskClient) -> None:
    with sandbox.service.writer.transaction() as connection:
        connection.execute(sa.update(person).where(person.c.id == "o-handler").values(active=False))
    assert status(handler) == (401, "token_invalid")
    assert handler.refresh().json()["code"] == "person_inactive"


def test_tokens_of_one_kind_do_not_serve_as_the_other(handler: DeskClient) -> None:
    assert status(handler, handler.refresh_token) == (401, "token_invalid")
    person_token = handler.token
    answer = handler.call("GET", "/v1/trust-bundle", token=person_token)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
    handler.workstation_token()
    assert status(handler) == (401, "token_invalid")


def test_only_hashes_are_kept_and_nothing_shows_in_a_repr(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    with sandbox.service.engine.connect() as connection:
        kept = str(connection.execute(sa.select(token)).all())
    assert handler.token is not None
    assert handler.token not in kept
    assert handler.token not in repr(Issued(handler.token, 900, handler.refresh_token, 900))


def test_an_unknown_grant_is_refused(desk: DeskClient) -> None:
    answer = desk.call("POST", "/v1/auth/token", data={"grant_type": "password"}, follows=False)
    assert answer.json() == {"error": "unsupported_grant_type", "code": "unsupported_grant_type"}


def test_without_a_token_nobody_gets_in(desk: DeskClient) -> None:
    answer = desk.call("GET", FEED)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
