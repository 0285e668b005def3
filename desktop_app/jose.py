"""Signed kinds: compact JWS, one ``typ`` per kind, required by every reader (RFC 7515, 8725).

Algorithms are ES256, ES384 and RS256. A card signs through ``assemble``: we build the signing input,
the card's key signs it, the bytes are joined; a software key signs through ``sign``.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NewType

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from joserfc import jwe, jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from cardio import certificates
from cardio.errors import CardError

ALGORITHMS: Final = ["ES256", "ES384", "RS256"]
LONGEST_CHAIN: Final = 8
LONGEST_SEALED: Final = 4 * 1024 * 1024
_SEALING: Final = ["ECDH-ES", "A256GCM"]
_COORDINATE: Final = 32  # bytes, of P-256
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Kind(StrEnum):
    """The ``typ`` of each signed kind."""

    TRUST_BUNDLE = "ioc-trust-bundle+jws"
    SIGN_IN = "ioc-signin+jwt"
    RECEIPT = "ioc-receipt+jws"
    CHECKPOINT = "ioc-checkpoint+jws"
    TAP = "ioc-tap+jws"
    JOURNAL = "ioc-journal+jws"
    ANCHOR_CHANGE = "ioc-anchor-change+jws"
    DPOP = "dpop+jwt"
    CLIENT_ASSERTION = "JWT"
    EPOCH = "ioc-epoch+jws"
    LEAVE_OUT = "ioc-leave-out+jws"
    RECOVERY = "ioc-recovery+jws"
    APPROVAL = "ioc-approval+jws"


EncodedHeader = NewType("EncodedHeader", str)
"""A protected header in base64url, as ``assemble`` takes it in place of its members."""


class JwsInvalid(Exception):
    """A JWS is malformed, of another kind, or not signed by the key asked for; ``what`` is a code."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Verified:
    """A JWS whose signature held: its protected header and its claims."""

    header: dict[str, Any]
    claims: dict[str, Any]


VerifyKey = ECKey | RSAKey | KeySet


def _registry() -> jws.JWSRegistry:
    registry = jws.JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    registry.max_header_length = 16_384  # x5c carries a chain; the library's default is 512
    registry.max_payload_length = 4_000_000  # a trust bundle carries revocation lists
    return registry


_REGISTRY: Final = _registry()


def encode_base64url(data: bytes) -> str:
    """Return base64url without padding (RFC 7515, appendix C)."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode_base64url(text: str) -> bytes:
    """Return the bytes of unpadded base64url; raise ``JwsInvalid`` for any other text than theirs.

    A decoder that skips foreign characters and idle bits lets one signature stand under many texts
    (RFC 4648, 3.3 and 3.5), and hashes are taken of the text.
    """
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise JwsInvalid("base64") from None
    if encode_base64url(data) != text:
        raise JwsInvalid("base64")
    return data


def canonical(claims: Mapping[str, Any]) -> bytes:
    """Return the JSON bytes that are signed: UTF-8, no white space, keys in the order given."""
    return _CANONICAL.encode(claims).encode()


def encode_header(header: Mapping[str, Any]) -> EncodedHeader:
    """Return a protected header as a compact JWS begins with it: for those that stand above many."""
    return EncodedHeader(encode_base64url(canonical(header)))


def assemble(
    header: Mapping[str, Any] | EncodedHeader, claims: Mapping[str, Any], signer: Callable[[bytes], bytes]
) -> str:
    """Return the compact JWS whose signing input ``signer`` signs (JOSE form: r‖s, or PKCS#1 v1.5)."""
    above = header if isinstance(header, str) else encode_header(header)
    signing_input = f"{above}.{encode_base64url(canonical(claims))}"
    return f"{signing_input}.{encode_base64url(signer(signing_input.encode('ascii')))}"


def sign(
    kind: Kind,
    claims: Mapping[str, Any],
    key: ec.EllipticCurvePrivateKey,
    header: Mapping[str, Any] | None = None,
) -> str:
    """Return a compact JWS of ``kind`` signed ES256 by a P-256 software key.

    Put together here and not by the library, which reads the key anew each time: a tap waits for this.
    """
    protected = {"alg": "ES256", "typ": str(kind), **(header or {})}
    return assemble(protected, claims, lambda message: es256(key, message))


def es256(key: ec.EllipticCurvePrivateKey, message: bytes) -> bytes:
    """Return the signature r‖s (RFC 7518, 3.4); raise ``ValueError`` for a key of another curve."""
    if key.curve.name != ec.SECP256R1.name:
        raise ValueError(key.curve.name)
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(_COORDINATE, "big") + s.to_bytes(_COORDINATE, "big")


def verify(compact: str, kind: Kind, key: VerifyKey) -> Verified:
    """Return header and claims of a JWS of exactly this kind; raise ``JwsInvalid``."""
    _parts(compact)
    try:
        signed = jws.deserialize_compact(compact, key, registry=_REGISTRY)
        claims = msgspec.json.decode(signed.payload)
    except (JoseError, ValueError, TypeError, KeyError, RecursionError):
        raise JwsInvalid("signature") from None
    header = dict(signed.headers())
    if header.get("typ") != str(kind):
        raise JwsInvalid("typ")
    if not isinstance(claims, dict):
        raise JwsInvalid("claims")
    return Verified(header, claims)


def unverified(compact: str) -> Verified:
    """Return header and claims without checking the signature: to find the key, never to believe."""
    header_part, claims_part, _ = _parts(compact)
    try:
        header, claims = msgspec.json.decode(header_part), msgspec.json.decode(claims_part)
    except (ValueError, RecursionError):
        raise JwsInvalid("json") from None
    if not isinstance(header, dict) or not isinstance(claims, dict):
        raise JwsInvalid("form")
    return Verified(header, claims)


def _parts(compact: str) -> list[bytes]:
    """Return the three parts of a compact JWS; raise ``JwsInvalid`` where it is not the one text of them."""
    parts = compact.split(".")
    if len(parts) != 3:
        raise JwsInvalid("form")
    return [decode_base64url(part) for part in parts]


def public_jwk(key: ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey) -> dict[str, Any]:
    """Return the public JWK: the members RFC 7638 counts, nothing else."""
    public = key.public_key() if isinstance(key, ec.EllipticCurvePrivateKey) else key
    members = ECKey.import_key(public).as_dict(private=False)
    return {name: members[name] for name in ("crv", "kty", "x", "y")}


def thumbprint(jwk: Mapping[str, Any]) -> str:
    """Return the RFC 7638 SHA-256 thumbprint of a JWK, base64url; raise ``JwsInvalid``."""
    return _ec_key(jwk).thumbprint()


def import_jwk(jwk: Mapping[str, Any]) -> ECKey:
    """Return the verification key of an EC JWK; raise ``JwsInvalid``."""
    return _ec_key(jwk)


def certificate_key(certificate: x509.Certificate) -> ECKey | RSAKey:
    """Return the verification key of a certificate; raise ``JwsInvalid`` for other kinds of key."""
    pem = certificate.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for family in (ECKey, RSAKey):
        try:
            return family.import_key(pem)
        except (JoseError, ValueError, TypeError):
            continue
    raise JwsInvalid("key")


def x5c(chain: Sequence[x509.Certificate]) -> list[str]:
    """Return the chain as the ``x5c`` header wants it: base64 DER, leaf first (RFC 7515, 4.1.6)."""
    return [b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii") for certificate in chain]


def read_x5c(listed: object, most: int = LONGEST_CHAIN) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a list as ``x5c`` writes it, from outside: every part of them readable.

    Raises ``JwsInvalid`` for anything else, and for more than ``most`` of them.
    """
    if not isinstance(listed, list | tuple) or len(listed) > most:
        raise JwsInvalid("x5c")
    try:
        return tuple(certificates.load(b64decode(item, validate=True)) for item in listed)
    except (CardError, ValueError, TypeError):
        raise JwsInvalid("x5c") from None


def x5t_s256(certificate: x509.Certificate) -> str:
    """Return the ``x5t#S256`` header value of a certificate (RFC 7515, 4.1.8)."""
    return encode_base64url(hashlib.sha256(certificate.public_bytes(Encoding.DER)).digest())


def sha256_hex(compact: str) -> str:
    """Return the hex SHA-256 of a compact JWS's bytes (ASCII in all that verifies): its ``hash``."""
    return hashlib.sha256(compact.encode()).hexdigest()


def seal(content: bytes, jwk: Mapping[str, Any]) -> str:
    """Return ``content`` encrypted for the holder of ``jwk``: compact JWE (RFC 7516), ECDH-ES, A256GCM."""
    protected = {"alg": _SEALING[0], "enc": _SEALING[1]}
    return jwe.encrypt_compact(protected, content, _ec_key(jwk), algorithms=_SEALING)


def unseal(compact: str, key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return what was sealed for ``key``; raise ``JwsInvalid``."""
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        registry = jwe.JWERegistry(algorithms=_SEALING)
        registry.max_ciphertext_length = LONGEST_SEALED
        return jwe.decrypt_compact(compact, ECKey.import_key(pem), registry=registry).plaintext or b""
    except (JoseError, ValueError, TypeError, AttributeError):
        raise JwsInvalid("sealed") from None


def _ec_key(jwk: Mapping[str, Any]) -> ECKey:
    try:
        return ECKey.import_key({str(name): value for name, value in jwk.items()})
    except (JoseError, ValueError, TypeError, KeyError):
        raise JwsInvalid("key") from None
