"""Signed kinds."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from joserfc.jwk import ECKey

from cardio.piv import Slot
from cardio.simulator import KeyKind
from desktop_app import jose
from desktop_app.jose import JwsInvalid, Kind
from tests.support.hostile_certificates import hostile_item
from tests.support.virtual_cards import authority, card_file

KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC = jose.import_jwk(jose.public_jwk(KEY))


def test_what_was_signed_is_read_back() -> None:
    verified = jose.verify(jose.sign(Kind.JOURNAL, {"tên": "Đường"}, KEY, {"kid": "k"}), Kind.JOURNAL, PUBLIC)
    assert verified.claims == {"tên": "Đường"}
    assert verified.header == {"alg": "ES256", "typ": "ioc-journal+jws", "kid": "k"}


def test_es256_is_of_one_curve_and_its_coordinates_have_their_full_size() -> None:
    with pytest.raises(ValueError, match="secp384r1"):
        jose.sign(Kind.TAP, {}, ec.generate_private_key(ec.SECP384R1()))
    signatures = {jose.sign(Kind.TAP, {"n": n}, KEY).rpartition(".")[2] for n in range(600)}
    assert {len(jose.decode_base64url(one)) for one in signatures} == {64}


def test_a_header_may_stand_ready_encoded() -> None:
    header = {"alg": "ES256", "typ": str(Kind.TAP), "kid": "k"}
    ready = jose.assemble(jose.encode_header(header), {"a": 1}, _raw_signer)
    assert jose.verify(ready, Kind.TAP, PUBLIC).header == header


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.JOURNAL])
def test_one_kind_never_passes_for_another(kind: Kind) -> None:
    with pytest.raises(JwsInvalid, match="typ"):
        jose.verify(jose.sign(kind, {}, KEY), Kind.JOURNAL, PUBLIC)


def test_another_key_a_changed_letter_and_no_signature_are_refused() -> None:
    compact = jose.sign(Kind.TAP, {"a": 1}, KEY)
    stranger = jose.import_jwk(jose.public_jwk(ec.generate_private_key(ec.SECP256R1())))
    header, payload, _ = compact.split(".")
    no_algorithm = jose.encode_base64url(b'{"alg":"none","typ":"ioc-tap+jws"}')
    unsigned = f"{no_algorithm}.{payload}."
    for broken, key in (
        (compact, stranger),
        (f"{header}.{payload}.AAAA", PUBLIC),
        (unsigned, PUBLIC),
        ("", PUBLIC),
    ):
        with pytest.raises(JwsInvalid):
            jose.verify(broken, Kind.TAP, key)


def test_one_signature_has_one_text() -> None:
    compact = jose.sign(Kind.TAP, {"a": 1}, KEY)
    idle_bits = compact[:-1] + {"A": "B", "Q": "R", "g": "h", "w": "x"}[compact[-1]]
    others = (f"{compact}!", f"{compact}=", f"{compact}\n", f"{compact}\xbd", f"{compact}.", idle_bits)
    for other in others:
        for read in (lambda text: jose.verify(text, Kind.TAP, PUBLIC), jose.unverified):
            with pytest.raises(JwsInvalid, match=r"base64|form"):
                read(other)


def test_a_header_nested_without_end_is_refused() -> None:
    header = jose.encode_base64url(b'{"alg":"ES256","jwk":' + b"[" * 5000 + b"]" * 5000 + b"}")
    with pytest.raises(JwsInvalid):
        jose.verify(f"{header}.e30.AAAA", Kind.TAP, PUBLIC)


@pytest.mark.parametrize("claims", [b'{"epoch":Infinity}', b'{"status":"\\ud800"}', b"\xff\xfe{\x00}\x00"])
def test_claims_that_only_pythons_json_takes_are_refused(claims: bytes) -> None:
    header = jose.encode_base64url(jose.canonical({"alg": "ES256", "typ": str(Kind.TAP)}))
    signing_input = f"{header}.{jose.encode_base64url(claims)}"
    signature = jose.encode_base64url(_raw_signer(signing_input.encode()))
    with pytest.raises(JwsInvalid):
        jose.verify(f"{signing_input}.{signature}", Kind.TAP, PUBLIC)
    with pytest.raises(JwsInvalid):
        jose.unverified(f"{signing_input}.{signature}")


def test_claims_must_be_an_object() -> None:
    signed = jose.assemble({"alg": "ES256", "typ": str(Kind.TAP)}, [1], _raw_signer)  # type: ignore[arg-type]
    with pytest.raises(JwsInvalid, match="claims"):
        jose.verify(signed, Kind.TAP, PUBLIC)


def _raw_signer(message: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    r, s = decode_dss_signature(KEY.sign(message, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def test_a_signature_made_elsewhere_is_joined_on() -> None:
    compact = jose.assemble({"alg": "ES256", "typ": str(Kind.TAP)}, {"seq": 1}, _raw_signer)
    assert jose.verify(compact, Kind.TAP, PUBLIC).claims == {"seq": 1}


def test_reading_without_believing() -> None:
    assert jose.unverified(jose.sign(Kind.TAP, {"a": 1}, KEY)).claims == {"a": 1}
    for broken in ("", "a", "e30.e30", "e30.e30.e30.e30", "W10.W10.x", "!.!.!", "e30." + "W" * 9 + ".x"):
        with pytest.raises(JwsInvalid):
            jose.unverified(broken)


def test_the_thumbprint_is_that_of_rfc_7638() -> None:
    # RFC 8037, A.3 has no EC example; the value is computed by the library's own, independent path.
    key = ECKey.import_key(jose.public_jwk(KEY))
    assert jose.thumbprint({**jose.public_jwk(KEY), "kid": "x", "use": "sig"}) == key.thumbprint()
    for broken in ({}, {"kty": "EC"}, {"kty": "oct", "k": "AA"}):
        with pytest.raises(JwsInvalid):
            jose.thumbprint(broken)


def test_a_public_jwk_has_no_private_part() -> None:
    assert set(jose.public_jwk(KEY)) == {"kty", "crv", "x", "y"}
    assert jose.public_jwk(KEY.public_key()) == jose.public_jwk(KEY)


@pytest.mark.parametrize("kind", KeyKind)
def test_every_card_certificate_gives_its_key(kind: KeyKind) -> None:
    certificate = card_file(kind).certificate(Slot.AUTHENTICATION)
    key = jose.certificate_key(certificate)
    assert key.key_type == ("RSA" if kind is KeyKind.RSA2048 else "EC")
    assert len(jose.decode_base64url(jose.x5t_s256(certificate))) == 32


def test_a_kind_of_key_we_do_not_use_is_refused() -> None:
    from datetime import timedelta

    from cryptography import x509

    name = x509.Name([])
    key = ed25519.Ed25519PrivateKey.generate()
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(authority().root.not_valid_before_utc)
        .not_valid_after(authority().root.not_valid_before_utc + timedelta(days=1))
        .sign(key, None)
    )
    with pytest.raises(JwsInvalid, match="key"):
        jose.certificate_key(certificate)


def test_base64url_has_no_padding() -> None:
    assert jose.encode_base64url(b"\xff\xfe") == "__4"
    assert jose.decode_base64url("__4") == b"\xff\xfe"
    with pytest.raises(JwsInvalid):
        jose.decode_base64url("ê")


def test_a_chain_from_outside_is_read_whole_or_refused() -> None:
    chain = (authority().issuing, authority().root)
    assert jose.read_x5c(jose.x5c(chain)) == chain
    assert jose.read_x5c([]) == ()
    for wrong in (None, "AAAA", [7], ["?"], ["AAAA"], [hostile_item()], jose.x5c(chain) * 5):
        with pytest.raises(JwsInvalid, match="x5c"):
            jose.read_x5c(wrong)
    assert len(jose.read_x5c(jose.x5c(chain) * 5, 10)) == 10
