"""Written-out curves: taken for the named ones only when every number is theirs."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import curves, der, tlv
from cardio.curves import Curve
from cardio.document_errors import CurveRefused, PointNotOnCurve
from cardio.errors import ProtocolViolation, UnsupportedKey
from cardio.simulator.emrtd.document import spki
from cardio.trust import explicit_curves
from cardio.trust.curve_signature import CurvePublicKey

BRAINPOOL = curves.named("brainpoolP512r1")


def own(curve: Curve) -> bytes:
    """The curve's generator, which is also used as a public key here."""
    return curve.encode(curve.generator)


@pytest.mark.parametrize("name", ["P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP512r1"])
def test_a_written_out_curve_is_the_named_one(name: str) -> None:
    curve = curves.named(name)
    named = explicit_curves.public_key(spki(curve, own(curve)))
    spelt = explicit_curves.public_key(spki(curve, own(curve), generator=own(curve)))
    assert isinstance(named, ec.EllipticCurvePublicKey)
    assert isinstance(spelt, ec.EllipticCurvePublicKey)
    assert spelt.public_numbers() == named.public_numbers()
    assert explicit_curves.point(spki(curve, own(curve), generator=own(curve))) == (curve, own(curve))


def test_a_compressed_generator_is_the_same_one() -> None:
    x, y = BRAINPOOL.generator
    compressed = bytes((2 + (y & 1),)) + x.to_bytes(BRAINPOOL.size, "big")
    assert explicit_curves.public_key(spki(BRAINPOOL, own(BRAINPOOL), generator=compressed))


def test_another_generator_is_refused() -> None:
    doubled = BRAINPOOL.multiply(2, BRAINPOOL.generator)
    assert doubled is not None
    for generator in (BRAINPOOL.encode(doubled), b"", b"\x04" + bytes(128)):
        with pytest.raises(CurveRefused) as refusal:
            explicit_curves.public_key(spki(BRAINPOOL, own(BRAINPOOL), generator=generator))
        assert refusal.value.part == "generator"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"p": BRAINPOOL.p + 2}, "unknown"),
        ({"b": 7}, "coefficients"),
        ({"a": 7}, "coefficients"),
        ({"n": 7}, "order"),
    ],
)
def test_every_other_number_is_compared(change: dict[str, int], part: str) -> None:
    kept = {name: getattr(BRAINPOOL, name) for name in ("name", "oid", "p", "a", "b", "generator", "n")}
    forged = Curve(**{**kept, **change})
    with pytest.raises(CurveRefused) as refusal:
        explicit_curves.public_key(spki(forged, own(BRAINPOOL), generator=own(BRAINPOOL)))
    assert refusal.value.part == part


def test_points_kinds_and_rubbish() -> None:
    with pytest.raises(PointNotOnCurve):
        explicit_curves.public_key(spki(BRAINPOOL, b"\x04" + bytes(128)))
    small = curves.named("brainpoolP320r1")
    assert explicit_curves.public_key(spki(small, own(small))) == CurvePublicKey(small, small.generator)
    with pytest.raises(ProtocolViolation):
        explicit_curves.public_key(b"\x30\x03\x02\x01\x01")
    other = der.sequence(der.sequence(der.oid("1.3.101.112")), tlv.encode(3, bytes(33)))
    with pytest.raises(UnsupportedKey):
        explicit_curves.public_key(other)
    unknown = der.sequence(
        der.sequence(der.oid("1.2.840.10045.2.1"), der.oid("1.2.3")), tlv.encode(3, b"\x00\x04")
    )
    with pytest.raises(UnsupportedKey):
        explicit_curves.public_key(unknown)


def test_rsa_keys_come_through() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    data = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert explicit_curves.public_key(data) == key
    with pytest.raises(UnsupportedKey):
        explicit_curves.point(data)
