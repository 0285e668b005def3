"""A code for an identity."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from desktop_app.api import enrolments
from desktop_app.api.auth import FixedToken
from desktop_app.api.errors import Garbage, Refused
from desktop_app.api.session import ApiSession
from tests.support.hostile_certificates import hostile_item
from tests.support.scripted_server import ScriptedServer, answer
from tests.support.virtual_cards import authority

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
ROOT = b64encode(authority().root.public_bytes(Encoding.DER)).decode()
BODY = {"workstation_id": "w", "terminal_id": "T", "epoch": 1, "certificate_chain": [ROOT], "bundle": "b"}


def enrol(session: ApiSession) -> enrolments.Enrolled:
    return enrolments.enrol(
        session, code="CODE", jwk={"kty": "EC"}, key_class="file", hostname="pc", modes=("desk",)
    )


def test_the_identity_is_read(serve: Serve) -> None:
    server, session = serve(answer(201, BODY))
    told = enrol(session)
    assert (told.workstation_id, told.terminal_id, told.epoch, told.bundle) == ("w", "T", 1, "b")
    assert told.chain == (authority().root,)
    assert json.loads(server.heard[0].body)["modes"] == ["desk"]


@pytest.mark.parametrize("code", ["code_unknown", "code_used", "code_expired"])
def test_each_refusal_keeps_its_code(serve: Serve, code: str) -> None:
    _, session = serve(answer(409, {"code": code}))
    with pytest.raises(Refused, match=code):
        enrol(session)


@pytest.mark.parametrize("chain", [None, ["?"], ["AAAA"], [1], [hostile_item()], [ROOT] * 9])
def test_a_chain_that_is_none_is_garbage(serve: Serve, chain: object) -> None:
    _, session = serve(answer(201, {**BODY, "certificate_chain": chain}))
    with pytest.raises(Garbage, match="certificate_chain"):
        enrol(session)


def test_the_bundle_is_asked_for_with_the_workstations_token(serve: Serve) -> None:
    server, session = serve(answer(200, {"bundle": "x.y.z"}))
    assert enrolments.fetch_bundle(session, FixedToken("w")) == "x.y.z"
    assert server.heard[0].headers["authorization"] == "DPoP w"
