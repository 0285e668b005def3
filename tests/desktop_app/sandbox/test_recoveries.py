"""Sealed work that is none: told as such, whatever it is, and nothing is put on record."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.sandbox.refusal import Refused
from tests.support.orders import order, site_admins
from tests.support.small_city import SmallCity


@pytest.mark.parametrize("kind", ["garbage", "another key", "not json", "another shape"])
def test_what_the_recovery_key_does_not_open(city: SmallCity, kind: str) -> None:
    other, ours = ec.generate_private_key(ec.SECP256R1()), city.pki.recovery_key
    work = msgspec.json.encode({"person_id": "o-handler", "events": [], "drafts": []})
    sealed = {
        "garbage": "a.b.c.d.e",
        "another key": jose.seal(work, jose.public_jwk(other)),
        "not json": jose.seal(b"{", jose.public_jwk(ours)),
        "another shape": jose.seal(b'{"person_id": 1}', jose.public_jwk(ours)),
    }[kind]
    told = {"person_id": "o-handler", "sealed_sha256": jose.sha256_hex(sealed)}
    admins = site_admins(city, "o-admin-1", "o-admin-2")
    orders = [order(card, "ioc-recovery+jws", **told) for card in admins]
    with pytest.raises(Refused, match="sealed_invalid"):
        city.service.recoveries.open(sealed, orders)
