"""From two headers to who is asking: a person is not a workstation, and secrets stay out of reprs."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.auth.caller import Credentials, Person
from desktop_app.sandbox.refusal import Refused
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer

PATH = "/v1/sync/changes"


def shown(desk: DeskClient, scheme: str = "DPoP ") -> Credentials:
    desk.fresh_nonce()
    proof = desk.proof("GET", desk.url + PATH, desk.token)
    return Credentials(f"{scheme}{desk.token}", proof, "GET", PATH)


def test_a_person_is_what_the_rules_see(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    person = sandbox.service.callers.person(shown(desk))
    assert (person.actor.person_id, person.name) == ("o-handler", "Lê Thị Xử Lý")
    assert person.actor.units == {"u-lead", "u-team"}


def test_a_workstation_is_its_terminal_and_key(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.workstation_token()
    found = sandbox.service.callers.workstation(shown(desk))
    assert (found.id, found.terminal_id, found.jwk) == (desk.workstation_id, desk.terminal_id, desk.jwk)


def test_one_is_not_the_other(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.workstation_token()
    with pytest.raises(Refused, match="token_invalid"):
        sandbox.service.callers.person(shown(desk))
    desk.sign_in(sandbox.city.card("o-handler"))
    with pytest.raises(Refused, match="token_invalid"):
        sandbox.service.callers.workstation(shown(desk))


@pytest.mark.parametrize("scheme", ["Bearer ", "dpop", ""])
def test_only_the_dpop_scheme_is_known(sandbox: SandboxServer, desk: DeskClient, scheme: str) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    with pytest.raises(Refused, match="token_missing"):
        sandbox.service.callers.person(shown(desk, scheme))


def test_secrets_stay_out_of_reprs(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    credentials = shown(desk)
    person: Person = sandbox.service.callers.person(credentials)
    assert desk.token is not None
    assert desk.token not in repr(credentials)
    assert desk.token not in repr(person)
