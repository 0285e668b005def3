"""`StaffCa`: the PKI of the virtual cards: a root, an issuing CA, cards, and numbered revocation lists.

Certificates are kept small on purpose: one of a P-256 key fits two short answers, as on well-made real cards.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from cardio.piv.objects import RetiredSlot, Slot
from cardio.simulator.card_file import DEFAULT_TRIES, CardFile
from cardio.simulator.content_signer import ContentSigner
from cardio.simulator.piv_applet import PrivateKey
from cardio.simulator.piv_objects import issuer_objects

PIV_CARD_AUTHENTICATION: Final = x509.ObjectIdentifier("2.16.840.1.101.3.6.8")  # id-PIV-cardAuth
PIV_CONTENT_SIGNING: Final = x509.ObjectIdentifier("2.16.840.1.101.3.6.7")  # id-PIV-content-signing
_DAY: Final = timedelta(days=1)
_PEM_END: Final = b"-----END "


class KeyKind(Enum):
    """The kinds of key that a virtual card may carry."""

    RSA2048 = "RSA-2048"
    P256 = "P-256"
    P384 = "P-384"

    def generate(self) -> PrivateKey:
        """A new private key of this kind."""
        if self is KeyKind.RSA2048:
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return ec.generate_private_key(ec.SECP256R1() if self is KeyKind.P256 else ec.SECP384R1())


class RareKeyKind(Enum):
    """Kinds of key that the standard allows (RSA-3072) or some cards offer beyond it."""

    RSA3072 = "RSA-3072"
    RSA4096 = "RSA-4096"
    ED25519 = "Ed25519"

    def generate(self) -> PrivateKey:
        """A new private key of this kind."""
        if self is RareKeyKind.ED25519:
            return ed25519.Ed25519PrivateKey.generate()
        return rsa.generate_private_key(65537, 3072 if self is RareKeyKind.RSA3072 else 4096)


class StaffCa:
    """A certification authority in memory; `to_pem` carries it over a restart, revocations included."""

    def __init__(
        self,
        root: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
        issuing: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
        last_list: x509.CertificateRevocationList | None = None,
    ) -> None:
        self.root, self._root_key = root
        self.issuing, self._issuing_key = issuing
        self._last_list = last_list
        self._signer: ContentSigner | None = None
        self._revoked = {entry.serial_number: entry for entry in last_list or ()}

    @classmethod
    def create(cls, name: str, now: datetime) -> StaffCa:
        """A new authority called `name`, valid from a day before `now`."""
        root_key, issuing_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root_name, issuing_name = _name(f"{name} Root"), _name(name)
        root = _ca_certificate(root_name, root_key.public_key(), root_name, root_key, now, years=20, depth=1)
        issuing = _ca_certificate(
            issuing_name, issuing_key.public_key(), root_name, root_key, now, years=15, depth=0
        )
        return cls((root, root_key), (issuing, issuing_key))

    def to_pem(self) -> bytes:
        """Root, issuing CA, their private keys and the last list, as PEM blocks in that order."""
        if self._revoked and not self._list_is_current():
            self._issue_list(self.issuing.not_valid_before_utc, self.issuing.not_valid_before_utc + _DAY)
        blocks = [self.root.public_bytes(Encoding.PEM), self.issuing.public_bytes(Encoding.PEM)]
        blocks += [
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            for key in (self._root_key, self._issuing_key)
        ]
        if self._last_list is not None:
            blocks.append(self._last_list.public_bytes(Encoding.PEM))
        return b"".join(blocks)

    @classmethod
    def from_pem(cls, data: bytes) -> StaffCa:
        """The authority that `to_pem` wrote; raises ValueError."""
        root, issuing = x509.load_pem_x509_certificates(data)
        keys = [_load_key(block) for block in _blocks(data) if b"PRIVATE KEY" in block]
        lists = [x509.load_pem_x509_crl(block) for block in _blocks(data) if b"X509 CRL" in block]
        return cls((root, keys[0]), (issuing, keys[1]), lists[0] if lists else None)

    def issue_piv(
        self,
        *,
        holder: str,
        staff_code: str,
        pin: str,
        puk: str,
        algorithm: KeyKind = KeyKind.P256,
        now: datetime,
        valid_days: int = 1095,
        not_before: datetime | None = None,
        tries: int = DEFAULT_TRIES,
    ) -> CardFile:
        """A card with four keys (9A, 9C, 9D, 9E), a retired one, all data objects of PIV, and a GUID."""
        guid = uuid.UUID(bytes=os.urandom(16), version=4)
        begins = not_before or now - _DAY
        keys = {slot: algorithm.generate() for slot in Slot}
        subject = _name(holder, staff_code)
        certificates = {
            slot: self._leaf(slot, key, subject, guid, (begins, begins + timedelta(days=valid_days)))
            for slot, key in keys.items()
        }
        card = CardFile(
            label=f"{holder} · {staff_code}",
            pin=pin,
            puk=puk,
            keys={slot: _pkcs8(key) for slot, key in keys.items()},
            certificates={slot: leaf.public_bytes(Encoding.DER) for slot, leaf in certificates.items()},
            guid=guid.bytes,
            tries=tries,
        )
        return self._personalised(card, holder, staff_code, now)

    def with_key(self, card: CardFile, slot: Slot, key: PrivateKey, now: datetime) -> CardFile:
        """`card` with another key and certificate, of any kind, in one slot."""
        subject, valid = card.certificate(slot).subject, (now - _DAY, now + timedelta(days=1095))
        leaf = self._leaf(slot, key, subject, uuid.UUID(bytes=card.guid), valid)
        return replace(
            card,
            keys={**card.keys, slot: _pkcs8(key)},
            certificates={**card.certificates, slot: leaf.public_bytes(Encoding.DER)},
        )

    def _personalised(self, card: CardFile, holder: str, staff_code: str, now: datetime) -> CardFile:
        """The card with its retired key and the objects that the issuer signs."""
        slot, key = RetiredSlot(0x82), KeyKind.P256.generate()
        valid = now - timedelta(days=1460), now - _DAY
        old = self._leaf(
            Slot.KEY_MANAGEMENT, key, _name(holder, staff_code), uuid.UUID(bytes=card.guid), valid
        )
        card = replace(
            card,
            retired_keys={slot: _pkcs8(key)},
            retired_certificates={slot: old.public_bytes(Encoding.DER)},
        )
        signer = self._content_signer(now)
        issuer = self.issuing.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
        return replace(card, objects=issuer_objects(card, signer, holder, staff_code, str(issuer)))

    def _content_signer(self, now: datetime) -> ContentSigner:
        """The key that signs data objects; its certificate lives longer than any card signed by it."""
        if self._signer is None:
            key = ec.generate_private_key(ec.SECP256R1())
            certificate = self._sign_leaf(
                _name("Ký dữ liệu thẻ"),
                key.public_key(),
                (now - timedelta(days=3650), now + timedelta(days=3650)),
                _key_usage(digital_signature=True),
                x509.ExtendedKeyUsage([PIV_CONTENT_SIGNING]),
            )
            self._signer = ContentSigner(key, certificate)
        return self._signer

    def _sign_leaf(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePublicKey,
        valid: tuple[datetime, datetime],
        usage: x509.KeyUsage,
        extended: x509.ExtendedKeyUsage,
    ) -> x509.Certificate:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self.issuing.subject)
        builder = builder.public_key(key).serial_number(_serial())
        builder = builder.not_valid_before(valid[0]).not_valid_after(valid[1])
        builder = builder.add_extension(_authority_key(self._issuing_key.public_key()), False)
        builder = builder.add_extension(usage, True).add_extension(extended, True)
        return builder.sign(self._issuing_key, hashes.SHA256())

    def revoke(self, certificate: x509.Certificate, reason: x509.ReasonFlags, at: datetime) -> None:
        """List the certificate from the next `crl` on."""
        entry = x509.RevokedCertificateBuilder().serial_number(certificate.serial_number).revocation_date(at)
        self._revoked[certificate.serial_number] = entry.add_extension(x509.CRLReason(reason), False).build()

    def crl(self, now: datetime, next_update: datetime) -> bytes:
        """A new list (DER) of the issuing CA, numbered one higher than the last."""
        return self._issue_list(now, next_update).public_bytes(Encoding.DER)

    def _issue_list(self, now: datetime, next_update: datetime) -> x509.CertificateRevocationList:
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.issuing.subject)
        builder = builder.last_update(now).next_update(next_update)
        for entry in self._revoked.values():
            builder = builder.add_revoked_certificate(entry)
        builder = builder.add_extension(x509.CRLNumber(self._last_number() + 1), False)
        builder = builder.add_extension(_authority_key(self._issuing_key.public_key()), False)
        self._last_list = builder.sign(self._issuing_key, hashes.SHA256())
        return self._last_list

    def _last_number(self) -> int:
        if self._last_list is None:
            return 0
        return self._last_list.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number

    def _list_is_current(self) -> bool:
        listed = {entry.serial_number for entry in self._last_list or ()}
        return listed == set(self._revoked)

    def _leaf(
        self,
        slot: Slot,
        key: PrivateKey,
        subject: x509.Name,
        guid: uuid.UUID,
        valid: tuple[datetime, datetime],
    ) -> x509.Certificate:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self.issuing.subject)
        builder = builder.public_key(key.public_key()).serial_number(_serial())
        builder = builder.not_valid_before(valid[0]).not_valid_after(valid[1])
        builder = builder.add_extension(_authority_key(self._issuing_key.public_key()), False)
        builder = builder.add_extension(_leaf_key_usage(slot, key), True)
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(guid.urn)]), False
        )
        if slot in _EXTENDED_USAGE:
            critical = slot == Slot.CARD_AUTHENTICATION
            builder = builder.add_extension(x509.ExtendedKeyUsage([_EXTENDED_USAGE[slot]]), critical)
        return builder.sign(self._issuing_key, hashes.SHA256())


_EXTENDED_USAGE: Final = {
    Slot.AUTHENTICATION: ExtendedKeyUsageOID.CLIENT_AUTH,
    Slot.SIGNATURE: ExtendedKeyUsageOID.EMAIL_PROTECTION,
    Slot.CARD_AUTHENTICATION: PIV_CARD_AUTHENTICATION,
}


def _leaf_key_usage(slot: Slot, key: PrivateKey) -> x509.KeyUsage:
    if slot == Slot.KEY_MANAGEMENT:
        is_rsa = isinstance(key, rsa.RSAPrivateKey)
        return _key_usage(key_encipherment=is_rsa, key_agreement=not is_rsa)
    return _key_usage(digital_signature=True, content_commitment=slot == Slot.SIGNATURE)


def _key_usage(**wanted: bool) -> x509.KeyUsage:
    usages = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**{**usages, **wanted})


def _ca_certificate(
    subject: x509.Name,
    public_key: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    *,
    years: int,
    depth: int,
) -> x509.Certificate:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public_key)
    builder = builder.serial_number(_serial()).not_valid_before(now - _DAY)
    builder = builder.not_valid_after(now + timedelta(days=365 * years))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), True)
    builder = builder.add_extension(_key_usage(key_cert_sign=True, crl_sign=True), True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier(_key_identifier(public_key)), False)
    builder = builder.add_extension(_authority_key(issuer_key.public_key()), False)
    return builder.sign(issuer_key, hashes.SHA256())


def _name(common: str, serial: str | None = None) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.SERIAL_NUMBER, serial)] if serial else []
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _serial() -> int:
    return int.from_bytes(os.urandom(8), "big") >> 1 | 1 << 62  # positive, always eight bytes


def _authority_key(public_key: ec.EllipticCurvePublicKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier(_key_identifier(public_key), None, None)


def _key_identifier(public_key: ec.EllipticCurvePublicKey) -> bytes:
    """The 64-bit form of RFC 5280, 4.2.1.2 (2): 0100 and the last 60 bits of the hash."""
    digest = hashes.Hash(hashes.SHA1())  # noqa: S303 — an identifier, not a signature
    digest.update(public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    tail = int.from_bytes(digest.finalize()[-8:], "big")
    return (tail & (1 << 60) - 1 | 0x4 << 60).to_bytes(8, "big")


def _pkcs8(key: PrivateKey) -> bytes:
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def _load_key(pem: bytes) -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(pem, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("not the key of a staff CA")  # noqa: TRY004 — what is wrong is the file
    return key


def _blocks(data: bytes) -> list[bytes]:
    """The PEM blocks of `data`, each from BEGIN to END."""
    return [b"-----BEGIN " + part for part in data.split(b"-----BEGIN ")[1:] if _PEM_END in part]
