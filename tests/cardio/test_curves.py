"""Curve arithmetic against the library, and what is not a point."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardio import curves
from cardio.curves import Curve
from cardio.document_errors import PointNotOnCurve
from cardio.errors import UnsupportedKey

LIBRARY = {
    "P-192": ec.SECP192R1(),
    "P-224": ec.SECP224R1(),
    "P-256": ec.SECP256R1(),
    "P-384": ec.SECP384R1(),
    "P-521": ec.SECP521R1(),
    "brainpoolP256r1": ec.BrainpoolP256R1(),
    "brainpoolP384r1": ec.BrainpoolP384R1(),
    "brainpoolP512r1": ec.BrainpoolP512R1(),
}


@pytest.mark.parametrize("name", LIBRARY)
def test_multiplication_agrees_with_the_library(name: str) -> None:
    curve, scalar = curves.named(name), 0x1234567890ABCDEF1234567890ABCDEF
    numbers = ec.derive_private_key(scalar, LIBRARY[name]).public_key().public_numbers()
    assert curve.multiply(scalar, curve.generator) == (numbers.x, numbers.y)


@pytest.mark.parametrize("curve", curves.known(), ids=lambda curve: curve.name)
def test_the_group_law(curve: Curve) -> None:
    g = curve.generator
    assert curve.holds(g)
    assert curve.multiply(curve.n, g) is None
    assert curve.add(curve.multiply(2, g), g) == curve.multiply(3, g)
    assert curve.add(None, g) == curve.add(g, None) == g
    assert curve.multiply(0, g) is curve.multiply(5, None) is None
    assert curve.multiply(1, g) == curve.multiply(curve.n + 1, g) == g
    assert curve.multiply(curve.n - 1, g) == (g[0], curve.p - g[1])
    total = None
    for scalar in range(1, 20):
        total = curve.add(total, g)
        assert curve.multiply(scalar, g) == total, "both ways of adding agree"
    assert curve.decode(curve.encode(g)) == g


def test_what_is_no_point() -> None:
    curve = curves.named("P-256")
    encoded = curve.encode(curve.generator)
    for wrong in (b"", encoded[:-1], b"\x02" + encoded[1:], encoded[:-1] + bytes((encoded[-1] ^ 1,))):
        with pytest.raises(PointNotOnCurve):
            curve.decode(wrong)
    with pytest.raises(PointNotOnCurve):  # on the curve, but not reduced
        curve.decode(b"\x04" + (2**256 - 1).to_bytes(32, "big") + encoded[33:])


def test_names_numbers_and_identifiers() -> None:
    brainpool = curves.named("brainpoolP256r1")
    assert curves.standardised(13) is curves.with_oid("1.3.36.3.3.2.8.1.1.7") is brainpool
    assert curves.standardised(7) is None
    with pytest.raises(UnsupportedKey):
        curves.named("P-1")
