"""A workstation's key is read once, by what it is, and nothing else passes for one."""

from __future__ import annotations

import pytest

from desktop_app import jose
from desktop_app.sandbox.auth.known_keys import known_key
from tests.support.desk_client import DeskClient


def test_a_key_is_known_by_its_name_and_verifies() -> None:
    desk = DeskClient("http://127.0.0.1:1")
    found = known_key(desk.jwk)
    assert found.thumbprint == desk.thumbprint
    claims = jose.verify(desk.sign("dpop+jwt", {"a": 1}), jose.Kind.DPOP, found.verifies).claims
    assert claims == {"a": 1}


def test_the_same_key_is_read_once_in_whatever_order_its_members_come() -> None:
    jwk = DeskClient("http://127.0.0.1:1").jwk
    assert known_key(dict(reversed(jwk.items()))) is known_key(jwk)
    other = DeskClient("http://127.0.0.1:1").jwk
    assert known_key(other).thumbprint != known_key(jwk).thumbprint


@pytest.mark.parametrize("changes", [{"x": ["AA"]}, {"x": {}}, {"x": 1}, {"x": "AA"}, {"kty": None}])
def test_what_is_no_key_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(jose.JwsInvalid):
        known_key({**DeskClient("http://127.0.0.1:1").jwk, **changes})
