"""Certificates, revocation lists, signed messages and keys, from whoever presents them.

A mutated list has no right signature any more, so that most of a reader would never be seen: with a low first
byte the input is the part that is signed, and is signed for it, as a dishonest issuer would.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import certificates, redaction, tlv
from cardio.curves import named
from cardio.der import SEQUENCE, oid, sequence
from cardio.emrtd import passive
from cardio.errors import CardError
from cardio.piv import Slot
from cardio.simulator.emrtd.document import spki
from cardio.trust import CrlStore, Purpose, explicit_curves, lds, master_list, sod, verify_path
from cardio.trust.csca import DocumentKind
from cardio.trust.csca_crl import CscaCrls
from cardio.trust.document_certificate import DocumentCertificate, load_usable
from cardio.trust.purpose import check_purpose
from tests.fuzz.target import Target
from tests.support import virtual_cards, virtual_documents
from tests.support.virtual_cards import NOW

_ECDSA_SHA256: Final = sequence(oid("1.2.840.10045.4.3.2"))
_BIT_STRING: Final = 0x03


def _certificate(data: bytes) -> None:
    held = certificates.load(data)
    redaction.holder_name(held)
    redaction.name_text(held.subject)
    redaction.staff_code(held)
    for purpose in Purpose:
        with suppress(CardError):
            check_purpose(held, purpose)


def _path(data: bytes) -> None:
    leaf = certificates.load(data)
    staff = virtual_cards.authority()
    verify_path(leaf, [staff.issuing], [staff.root], Purpose.CARD_AUTHENTICATION, NOW)


def _signed(tbs: bytes, key: ec.EllipticCurvePrivateKey) -> bytes:
    """A list or certificate around the part that is signed."""
    signature = key.sign(tbs, ec.ECDSA(hashes.SHA256()))
    return sequence(tbs, _ECDSA_SHA256, tlv.encode(_BIT_STRING, b"\x00" + signature))


def _to_be_signed(der: bytes) -> bytes:
    """The first element of a signed structure, whole."""
    first = next(tlv.elements(tlv.require(der, SEQUENCE)))
    return tlv.encode(*first)


@cache
def _issuer() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """An authority whose key the target has, so that it can sign what it is given."""
    held = virtual_documents.authority()
    now = virtual_documents.NOW
    builder = x509.CertificateBuilder().subject_name(held.root.subject).issuer_name(held.root.subject)
    builder = builder.public_key(held.root_key.public_key()).serial_number(1)
    builder = builder.not_valid_before(now).not_valid_after(held.root.not_valid_after_utc)
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = builder.add_extension(usage, critical=True).sign(held.root_key, hashes.SHA256())
    return certificate, held.root_key


def _crl(data: bytes) -> None:
    issuer, key = _issuer()
    store = CrlStore()
    store.add(_signed(data[1:], key) if data[:1] < b"\x80" else data[1:], issuer)
    store.verdict(issuer, NOW)


def _csca_crl(data: bytes) -> None:
    authority = virtual_documents.authority()
    root = _document_root()
    lists = CscaCrls()
    lists.add(_signed(data[1:], authority.root_key) if data[:1] < b"\x80" else data[1:], root)
    lists.entry(root, root)


@cache
def _document_root() -> DocumentCertificate:
    return DocumentCertificate.load(virtual_documents.authority().anchor)


def _lists() -> list[bytes]:
    whole = virtual_documents.authority().revocation_list((5, 77), 3, virtual_documents.NOW)
    return [b"\x00" + _to_be_signed(whole), b"\xff" + whole]


def _staff_lists() -> list[bytes]:
    issuer, key = _issuer()
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer.subject)
    builder = builder.last_update(NOW).next_update(NOW.replace(year=NOW.year + 1))
    builder = builder.add_extension(x509.CRLNumber(7), critical=False)
    entry = x509.RevokedCertificateBuilder().serial_number(1).revocation_date(NOW)
    entry = entry.add_extension(x509.CRLReason(x509.ReasonFlags.key_compromise), critical=False)
    builder = builder.add_revoked_certificate(entry.build())
    whole = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    return [b"\x00" + _to_be_signed(whole), b"\xff" + whole]


def _security_object(data: bytes) -> None:
    held = virtual_documents.document()
    sod.read(data)
    signed = passive.read_signed(data)
    passive.authenticate(signed, held.groups, virtual_documents.anchors(), DocumentKind.IDENTITY_CARD)


def _document_certificate(data: bytes) -> None:
    held = load_usable(data)
    root = _document_root()
    held.claims(root)
    held.may_be_issued_by(root)
    held.is_signed_by(root)
    _ = held.in_force(NOW), held.is_self_issued, held.fingerprint


def _key(data: bytes) -> None:
    with suppress(CardError):
        explicit_curves.point(data)
    explicit_curves.public_key(data)


def _keys() -> list[bytes]:
    curve = named("brainpoolP256r1")
    point = curve.encode(curve.generator)
    rsa = virtual_documents.document().signature_key
    assert rsa is not None
    whole = rsa.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return [spki(curve, point), spki(curve, point, generator=point), whole]


def _certificates() -> list[bytes]:
    return [
        virtual_cards.card_file().certificates[slot]
        for slot in (Slot.AUTHENTICATION, Slot.CARD_AUTHENTICATION)
    ]


def _document_certificates() -> list[bytes]:
    authority = virtual_documents.authority()
    return [authority.anchor, authority.signer.public_bytes(Encoding.DER)]


def _master_lists() -> list[bytes]:
    authority = virtual_documents.authority()
    return [authority.master_list(tuple(_document_certificates()), virtual_documents.NOW)]


_CURVES: Final = ("cardio.trust.explicit_curves", "cardio.curves")
_CMS: Final = ("cardio.trust.cms", "cardio.trust.signatures", "cardio.trust.document_certificate")

TARGETS: Final[dict[str, Target]] = {
    "certificate": Target(
        _certificate,
        (CardError,),
        _certificates,
        ("cardio.certificates", "cardio.trust.purpose", "cardio.redaction"),
        tree=0,
    ),
    "path": Target(
        _path,
        (CardError,),
        _certificates,
        ("cardio.trust.paths", "cardio.trust.purpose", "cardio.certificates"),
        tree=0,
    ),
    "crl": Target(_crl, (CardError,), _staff_lists, ("cardio.trust.crl",), 512, tree=1),
    "csca_crl": Target(
        _csca_crl, (CardError,), _lists, ("cardio.trust.csca_crl", "cardio.trust.signatures"), 512, tree=1
    ),
    "sod": Target(
        _security_object,
        (CardError,),
        lambda: [virtual_documents.document().security_object],
        ("cardio.trust.sod", *_CMS),
        1536,
        tree=0,
    ),
    "lds": Target(
        lds.read,
        (CardError,),
        lambda: [lds.write({1: b"one", 2: b"two", 14: b"x"})],
        ("cardio.trust.lds",),
        256,
        tree=0,
    ),
    "master_list": Target(
        master_list.read, (CardError,), _master_lists, ("cardio.trust.master_list", *_CMS), 2560, tree=0
    ),
    "document_certificate": Target(
        _document_certificate,
        (CardError,),
        _document_certificates,
        ("cardio.trust.document_certificate", "cardio.trust.signatures", *_CURVES),
        tree=0,
    ),
    "public_key": Target(_key, (CardError,), _keys, _CURVES, 512, tree=0),
}
