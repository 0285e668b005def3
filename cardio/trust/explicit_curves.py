"""Public keys out of certificates and data groups; explicit EC parameters mapped to the curve they spell out.

Many country signing certificates write their curve out instead of naming it. The library refuses those, and
rightly: parameters from outside can be chosen so that signatures are forged. Here every number is compared
with the published curve, the generator included (CVE-2020-0601 was a generator not compared).
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from cardio import curves, der, tlv
from cardio.curves import Curve
from cardio.document_errors import CurveRefused, PointNotOnCurve
from cardio.errors import ProtocolViolation, UnsupportedKey
from cardio.trust.asn1 import keys
from cardio.trust.curve_signature import CurvePublicKey

STANDARDISED: Final = "0.4.0.127.0.7.1.2"  # standardizedDomainParameters
_BIT_STRING: Final = 0x03
SigningKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | CurvePublicKey
MALFORMED: Final = (
    ValueError,
    TypeError,
    KeyError,
    OverflowError,
    AttributeError,
    IndexError,
    RecursionError,
)
"""What asn1crypto raises for malformed structures, some of it only when a part is looked at."""

_LIBRARY: Final[dict[str, type[ec.EllipticCurve]]] = {
    "P-192": ec.SECP192R1,
    "P-224": ec.SECP224R1,
    "P-256": ec.SECP256R1,
    "P-384": ec.SECP384R1,
    "P-521": ec.SECP521R1,
    "brainpoolP256r1": ec.BrainpoolP256R1,
    "brainpoolP384r1": ec.BrainpoolP384R1,
    "brainpoolP512r1": ec.BrainpoolP512R1,
}


def public_key(spki: bytes) -> SigningKey:
    """The key in a SubjectPublicKeyInfo.

    Raises CurveRefused, PointNotOnCurve, UnsupportedKey, ProtocolViolation.
    """
    try:
        info = keys.PublicKeyInfo.load(spki, strict=True)
        algorithm = info.algorithm
        if algorithm == "ec":
            return _elliptic(info)
        if algorithm not in {"rsa", "rsassa_pss"}:
            raise UnsupportedKey(str(algorithm))
        key = load_der_public_key(spki)
    except UnsupportedAlgorithm:
        raise UnsupportedKey("unknown") from None
    except MALFORMED:
        raise ProtocolViolation("public_key") from None
    if not isinstance(key, rsa.RSAPublicKey):
        raise UnsupportedKey(str(algorithm))
    return key


def point(spki: bytes) -> tuple[Curve, bytes]:
    """The curve and the encoded point of an EC key, for key agreement on any curve of the table.

    Raises CurveRefused, UnsupportedKey, ProtocolViolation.
    """
    numbered = _numbered(spki)
    if numbered is not None:
        return numbered
    try:
        info = keys.PublicKeyInfo.load(spki, strict=True)
        if info.algorithm != "ec":
            raise UnsupportedKey(str(info.algorithm))
        return _curve(info["algorithm"]["parameters"]), info["public_key"].native
    except MALFORMED:
        raise ProtocolViolation("public_key") from None


def _numbered(spki: bytes) -> tuple[Curve, bytes] | None:
    """A key over standardised domain parameters, which are named by their number (Doc 9303-11, 9.5.1)."""
    parts = dict(tlv.elements(tlv.require(spki, der.SEQUENCE)))
    algorithm = dict(tlv.elements(parts.get(der.SEQUENCE, b"")))
    if der.oid_text(algorithm.get(der.OID, b"")) != STANDARDISED:
        return None
    number = int.from_bytes(algorithm.get(der.INTEGER, b""), "big")
    curve = curves.standardised(number)
    if curve is None:
        raise UnsupportedKey(f"#{number}")
    return curve, parts.get(_BIT_STRING, b"")[1:]


def _elliptic(info: keys.PublicKeyInfo) -> ec.EllipticCurvePublicKey | CurvePublicKey:
    curve = _curve(info["algorithm"]["parameters"])
    kind = _LIBRARY.get(curve.name)
    if kind is None:
        return CurvePublicKey.decode(curve, info["public_key"].native)
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(kind(), info["public_key"].native)
    except ValueError:
        raise PointNotOnCurve from None


def _curve(parameters: keys.ECDomainParameters) -> Curve:
    if parameters.name == "named":
        curve = curves.with_oid(parameters.chosen.dotted)
        if curve is None:
            raise UnsupportedKey(parameters.chosen.dotted)
        return curve
    if parameters.name != "specified":
        raise CurveRefused("unknown")
    return _same_curve(parameters.chosen)


def _same_curve(spelt: keys.SpecifiedECDomain) -> Curve:
    """The known curve over the same field, when everything else is the same too."""
    if spelt["field_id"]["field_type"].native != "prime_field":
        raise CurveRefused("unknown")
    prime = spelt["field_id"]["parameters"].native
    a, b = (int.from_bytes(spelt["curve"][name].native, "big") for name in ("a", "b"))
    over = [curve for curve in curves.known() if curve.p == prime]
    if not over:
        raise CurveRefused("unknown")
    known = next((curve for curve in over if (curve.a, curve.b) == (a, b)), None)
    if known is None:
        raise CurveRefused("coefficients")
    if not _is_generator(known, spelt["base"].native):
        raise CurveRefused("generator")
    if spelt["order"].native != known.n or spelt["cofactor"].native not in {None, 1}:
        raise CurveRefused("order")
    return known


def _is_generator(curve: Curve, encoded: bytes) -> bool:
    x, y = curve.generator
    compressed = bytes((2 + (y & 1),)) + x.to_bytes(curve.size, "big")
    return encoded in {curve.encode(curve.generator), compressed}
