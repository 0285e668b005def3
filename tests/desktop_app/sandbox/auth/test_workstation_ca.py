"""Workstation certificates: one root that stays, leaves that sign and can issue nothing."""

from __future__ import annotations

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.sandbox.auth.workstation_ca import WorkstationCa
from tests.support.small_city import SmallCity


def authority(city: SmallCity, key: ec.EllipticCurvePrivateKey | None = None) -> WorkstationCa:
    return WorkstationCa(city.service.writer, key or city.pki.workstation_ca, city.service.now())


def test_the_root_outlives_a_restart_and_follows_its_key(city: SmallCity) -> None:
    first = authority(city).root
    assert authority(city).root == first
    other = authority(city, ec.generate_private_key(ec.SECP256R1()))
    assert other.root != first
    other.root.verify_directly_issued_by(other.root)


def test_a_leaf_signs_and_issues_nothing(city: SmallCity) -> None:
    jwk = jose.public_jwk(ec.generate_private_key(ec.SECP256R1()))
    leaf, root = authority(city).issue(jwk, "T1", city.service.now())
    leaf.verify_directly_issued_by(root)
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.key_cert_sign) == (True, False)
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length == 0
    assert leaf.not_valid_after_utc - city.service.now() > timedelta(days=1800)
