"""The token endpoint: which grant, whose words, and a person document that follows the rights of the day."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from desktop_app.sandbox.tables import deputy, spent, token
from tests.support.desk_client import CLIENT_ASSERTION, JWT_BEARER, DeskClient
from tests.support.sandbox_server import SandboxServer


def test_a_workstation_names_the_kind_of_its_assertion(desk: DeskClient) -> None:
    assertion = desk.sign("JWT", desk.workstation_claims())
    form = {"grant_type": "client_credentials", "client_assertion": assertion}
    assert desk.call("POST", "/v1/auth/token", data=form).json()["error"] == "unsupported_grant_type"
    form["client_assertion_type"] = CLIENT_ASSERTION
    assert desk.call("POST", "/v1/auth/token", data=form).status_code == 200


def test_a_person_document_follows_the_rights_of_the_day(sandbox: SandboxServer, desk: DeskClient) -> None:
    now = sandbox.clock()
    period = {"starts": now - timedelta(hours=1), "ends": now + timedelta(hours=1)}
    desk.sign_in(sandbox.city.card("o-other"))
    assert desk.person["deputy_for"] == []
    with sandbox.service.writer.transaction() as connection:
        connection.execute(sa.insert(deputy).values(person_id="o-other", unit_id="u-lead", **period))
    desk.refresh()
    assert desk.person["deputy_for"] == ["u-lead"]
    sandbox.clock.move(timedelta(hours=2))
    desk.nonce = None
    desk.refresh()
    assert desk.person["deputy_for"] == []


def test_answers_are_not_to_be_kept_by_anyone(desk: DeskClient) -> None:
    assert desk.workstation_token().headers["Cache-Control"] == "no-store"


def test_an_empty_grant_is_refused_in_the_standards_words(desk: DeskClient) -> None:
    for grant in ("refresh_token", JWT_BEARER):
        answer = desk.call("POST", "/v1/auth/token", data={"grant_type": grant})
        assert answer.status_code == 400
        assert answer.json()["error"] == "invalid_grant"


def test_what_has_expired_is_dropped_as_workstations_come_by(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    sandbox.clock.move(timedelta(hours=13))
    desk.nonce = None
    moved = int(sandbox.clock().timestamp())
    assert desk.workstation_token(iat=moved, exp=moved + 90).status_code == 200
    with sandbox.service.engine.connect() as connection:
        kinds = list(connection.execute(sa.select(token.c.kind)).scalars())
        oldest = connection.execute(sa.select(sa.func.min(spent.c.expires_at))).scalar_one()
    assert kinds == ["access"]  # the one just issued
    assert oldest > sandbox.clock()
