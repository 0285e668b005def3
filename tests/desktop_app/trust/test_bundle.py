"""Bundles: believed, pinned, succeeded, refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.trust.bundle import BundleRefused, first_bundle, next_bundle, stored_bundle
from tests.desktop_app.bundles import URL, Authority
from tests.support.hostile_certificates import hostile_item


@pytest.fixture
def centre() -> Authority:
    return Authority()


def refused(code: str) -> pytest.RaisesExc[BundleRefused]:
    return pytest.raises(BundleRefused, match=f"^{code}$")


def test_a_bundle_says_whom_to_believe(centre: Authority) -> None:
    bundle = centre.bundle(
        calendar={
            "id": "2026", "first": "2026-01-01", "last": "2026-12-31", "holidays": ["2026-09-02"],
            "working_weekends": ["2026-02-07"],
        }
    )  # fmt: skip
    assert bundle.anchors == (centre.staff.root,)
    assert bundle.intermediates == (centre.staff.issuing,)
    assert bundle.calendar is not None
    assert not bundle.calendar.is_working_day(date(2026, 9, 2))
    assert bundle.calendar.is_working_day(date(2026, 2, 7))
    assert stored_bundle(bundle.compact) == bundle


def test_policy_falls_back_where_it_is_silent_or_senseless(centre: Authority) -> None:
    bundle = centre.bundle()
    assert bundle.limit("offline_hours") == 48.0
    assert bundle.limit("offline_unlocks") == 50.0
    assert bundle.limit("hold_seconds") == 5.0
    assert bundle.allows("device_slot")
    assert not centre.bundle(policy={}).allows("device_slot")


def test_a_pinned_key_must_be_the_one(centre: Authority) -> None:
    compact = centre.sign()
    thumb = jose.thumbprint(jose.public_jwk(centre.bundle_key))
    assert jose.thumbprint(first_bundle(compact, URL, thumb).bundle_key) == thumb
    assert first_bundle(compact, URL, jose.decode_base64url(thumb).hex())
    with refused("bundle_key_unexpected"):
        first_bundle(compact, URL, "0" * 64)


def test_a_successor_is_signed_by_its_predecessor(centre: Authority) -> None:
    known = centre.bundle()
    heir = ec.generate_private_key(ec.SECP256R1())
    newer = centre.sign(version=2, bundle_key=jose.public_jwk(heir))
    bundle = next_bundle(newer, URL, known)
    assert bundle.version == 2
    with refused("bundle_signature"):
        next_bundle(centre.sign(version=3), URL, bundle)  # by the key of before
    assert next_bundle(centre.sign(heir, version=3), URL, bundle).version == 3
    assert next_bundle(known.compact, URL, known) is known


def test_an_older_or_a_foreign_successor_is_refused(centre: Authority) -> None:
    known = centre.bundle(version=5)
    with refused("bundle_older"):
        next_bundle(centre.sign(version=4), URL, known)
    with refused("bundle_key_unexpected"):
        next_bundle(centre.sign(version=6, server_id="s-2"), URL, known)


@pytest.mark.parametrize("sandbox", [True, None, "no"])
def test_training_anchors_are_for_this_machine_alone(centre: Authority, sandbox: object) -> None:
    with refused("sandbox_anchors"):
        first_bundle(centre.sign(sandbox=sandbox), "https://central.example")
    assert not first_bundle(centre.sign(sandbox=False), "https://central.example").sandbox


@pytest.mark.parametrize(
    "changes",
    [
        {"version": "one"},
        {"issued_at": "2026-03-02T08:00:00"},
        {"staff_anchors": ["AAAA"]},
        {"staff_anchors": [hostile_item()]},
        {"staff_intermediates": [hostile_item()]},
        {"receipt_keys": {}},
        {"crls": ["?"]},
        {"calendar": {"id": "x"}},
        {"version": float("inf")},
    ],
)
def test_a_bundle_that_is_none_is_refused(centre: Authority, changes: dict[str, Any]) -> None:
    with refused("bundle_malformed"):
        first_bundle(centre.sign(**changes), URL)


@pytest.mark.parametrize("compact", ["", "a.b.c", "e30.e30.e30"])
def test_no_jws_at_all_is_refused(compact: str) -> None:
    with refused("bundle_malformed"):
        first_bundle(compact, URL)


def test_another_kind_is_no_bundle(centre: Authority) -> None:
    compact = jose.sign(jose.Kind.RECEIPT, centre.claims(), centre.bundle_key)
    with refused("bundle_signature"):
        first_bundle(compact, URL)
