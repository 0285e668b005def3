"""The trust bundle: signed, whole, never older than the one before."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta

from joserfc import jws
from joserfc.jwk import ECKey
from openapi_schema_validator import OAS31Validator

from cardio.piv import Slot
from tests.support import contract
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def bundle_of(sandbox: SandboxServer, desk: DeskClient) -> dict[str, object]:
    desk.workstation_token()
    compact = desk.call("GET", "/v1/trust-bundle", token=desk.token).json()["bundle"]
    key = ECKey.import_key(sandbox.city.pki.bundle_key.public_key())
    registry = jws.JWSRegistry(algorithms=["ES256"])
    registry.max_payload_length = 1_000_000
    signed = jws.deserialize_compact(compact, key, registry=registry)
    assert signed.protected == {"alg": "ES256", "typ": "ioc-trust-bundle+jws", "kid": key.thumbprint()}
    claims: dict[str, object] = json.loads(signed.payload)
    return claims


def test_the_bundle_is_signed_and_whole(sandbox: SandboxServer, desk: DeskClient) -> None:
    bundle = bundle_of(sandbox, desk)
    written = contract.document()
    schema = {**written["components"]["schemas"]["TrustBundle"], "components": written["components"]}
    OAS31Validator(schema).validate(bundle)
    assert bundle["token_url"] == f"{sandbox.url}/v1/auth/token"
    assert bundle["sandbox"] is True
    calendar = bundle["calendar"]
    assert isinstance(calendar, dict)
    assert date(2026, 2, 17).isoformat() in calendar["holidays"]  # Tết


def test_a_successor_bundle_is_never_older(sandbox: SandboxServer, desk: DeskClient) -> None:
    first = bundle_of(sandbox, desk)
    sandbox.clock.move(timedelta(seconds=10))
    desk.nonce = None
    second = bundle_of(sandbox, desk)
    assert int(str(second["version"])) > int(str(first["version"]))
    assert second["bundle_key"] == first["bundle_key"]


def test_it_names_the_cards_of_who_may_act_at_a_terminal(sandbox: SandboxServer, desk: DeskClient) -> None:
    supervisor, handler = sandbox.city.card("o-supervisor"), sandbox.city.card("o-handler")
    officers = bundle_of(sandbox, desk)["officers"]
    signs_in = hashlib.sha256(supervisor.certificates[Slot.AUTHENTICATION]).hexdigest()
    assert officers == {"site_admin": [], "supervisor": [signs_in]}
    assert hashlib.sha256(handler.certificates[Slot.AUTHENTICATION]).hexdigest() not in json.dumps(officers)
