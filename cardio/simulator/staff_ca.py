"""`StaffCa`: the PKI of the virtual cards: a root, an issuing CA, cards, and numbered revocation lists.

Certificates are kept small on purpose: one of a P-256 key fits two short answers, as on well-made real cards.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from cardio.piv.objects import RetiredSlot, Slot
from cardio.simulator import issuing
from cardio.simulator.card_file import DEFAULT_TRIES, CardFile
from cardio.simulator.content_signer import ContentSigner
from cardio.simulator.key_kinds import KeyKind
from cardio.simulator.piv_applet import PrivateKey
from cardio.simulator.piv_objects import issuer_objects
from cardio.simulator.revocations import Revocations
from cardio.trust.purpose import PIV_CARD_AUTHENTICATION, PIV_CONTENT_SIGNING

_DAY: Final = timedelta(days=1)
_YEAR: Final = timedelta(days=365)
_PEM_END: Final = b"-----END "
_EXTENDED_USAGE: Final = {
    Slot.AUTHENTICATION: ExtendedKeyUsageOID.CLIENT_AUTH,
    Slot.SIGNATURE: ExtendedKeyUsageOID.EMAIL_PROTECTION,
    Slot.CARD_AUTHENTICATION: PIV_CARD_AUTHENTICATION,
}


class StaffCa:
    """A certification authority in memory; `to_pem` carries it over a restart, revocations included."""

    def __init__(
        self,
        root: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
        below: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
        last_list: x509.CertificateRevocationList | None = None,
    ) -> None:
        self.root, self._root_key = root
        self.issuing, self._issuing_key = below
        self._signer: ContentSigner | None = None
        self._revocations = Revocations(self.issuing, self._issuing_key, last_list)

    @classmethod
    def create(cls, name: str, now: datetime) -> StaffCa:
        """A new authority called `name`, valid from a day before `now`."""
        root_key, issuing_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        begins, top = now - _DAY, (issuing.name(f"{name} Root"), root_key)
        root = _authority(top[0], root_key.public_key(), top, (begins, now + 20 * _YEAR), depth=1)
        below = _authority(
            issuing.name(name), issuing_key.public_key(), top, (begins, now + 15 * _YEAR), depth=0
        )
        return cls((root, root_key), (below, issuing_key))

    def to_pem(self) -> bytes:
        """Root, issuing CA, their private keys and the last list, as PEM blocks in that order."""
        blocks = [self.root.public_bytes(Encoding.PEM), self.issuing.public_bytes(Encoding.PEM)]
        blocks += [
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            for key in (self._root_key, self._issuing_key)
        ]
        if (last := self._revocations.last()) is not None:
            blocks.append(last.public_bytes(Encoding.PEM))
        return b"".join(blocks)

    @classmethod
    def from_pem(cls, data: bytes) -> StaffCa:
        """The authority that `to_pem` wrote; raises ValueError."""
        root, below = x509.load_pem_x509_certificates(data)
        keys = [_load_key(block) for block in _blocks(data) if b"PRIVATE KEY" in block]
        lists = [x509.load_pem_x509_crl(block) for block in _blocks(data) if b"X509 CRL" in block]
        return cls((root, keys[0]), (below, keys[1]), lists[0] if lists else None)

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
        subject = issuing.name(holder, serial=staff_code)
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
        subject = issuing.name(holder, serial=staff_code)
        old = self._leaf(Slot.KEY_MANAGEMENT, key, subject, uuid.UUID(bytes=card.guid), valid)
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
            valid = now - 10 * _YEAR, now + 10 * _YEAR
            certificate = self._signed(
                issuing.begin(issuing.name("Ký dữ liệu thẻ"), key.public_key(), self.issuing.subject, valid),
                (issuing.key_usage("digital_signature"), True),
                (x509.ExtendedKeyUsage([PIV_CONTENT_SIGNING]), True),
            )
            self._signer = ContentSigner(key, certificate)
        return self._signer

    def revoke(self, certificate: x509.Certificate, reason: x509.ReasonFlags, at: datetime) -> None:
        """List the certificate from the next `crl` on."""
        self._revocations.revoke(certificate, reason, at)

    def crl(self, now: datetime, next_update: datetime) -> bytes:
        """A new list (DER) of the issuing CA, numbered one higher than the last."""
        return self._revocations.issue(now, next_update).public_bytes(Encoding.DER)

    def take_over(self, crl_der: bytes) -> None:
        """Go on from a list (DER) that another process with this authority's keys issued."""
        self._revocations.take_over(x509.load_der_x509_crl(crl_der))

    @property
    def revoked(self) -> frozenset[int]:
        """The serial numbers of all that was revoked, on a list yet or not."""
        return self._revocations.revoked

    def _leaf(
        self,
        slot: Slot,
        key: PrivateKey,
        subject: x509.Name,
        guid: uuid.UUID,
        valid: tuple[datetime, datetime],
    ) -> x509.Certificate:
        extensions: list[tuple[x509.ExtensionType, bool]] = [
            (_key_usage(slot, key), True),
            (x509.SubjectAlternativeName([x509.UniformResourceIdentifier(guid.urn)]), False),
        ]
        if slot in _EXTENDED_USAGE:
            critical = slot == Slot.CARD_AUTHENTICATION
            extensions.append((x509.ExtendedKeyUsage([_EXTENDED_USAGE[slot]]), critical))
        return self._signed(
            issuing.begin(subject, key.public_key(), self.issuing.subject, valid), *extensions
        )

    def _signed(
        self, builder: x509.CertificateBuilder, *extensions: tuple[x509.ExtensionType, bool]
    ) -> x509.Certificate:
        """The certificate below the issuing CA; each extension says whether it is critical."""
        builder = builder.add_extension(issuing.authority_key(self._issuing_key.public_key()), False)
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(self._issuing_key, hashes.SHA256())


def _authority(
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    signer: tuple[x509.Name, ec.EllipticCurvePrivateKey],
    valid: tuple[datetime, datetime],
    *,
    depth: int,
) -> x509.Certificate:
    """A certificate that signs others, with as many levels of authorities below it as `depth` says."""
    issuer, issuer_key = signer
    builder = issuing.begin(subject, key, issuer, valid)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), True)
    builder = builder.add_extension(issuing.key_usage("key_cert_sign", "crl_sign"), True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier(issuing.key_identifier(key)), False)
    builder = builder.add_extension(issuing.authority_key(issuer_key.public_key()), False)
    return builder.sign(issuer_key, hashes.SHA256())


def _key_usage(slot: Slot, key: PrivateKey) -> x509.KeyUsage:
    if slot == Slot.KEY_MANAGEMENT:
        is_rsa = isinstance(key, rsa.RSAPrivateKey)
        return issuing.key_usage("key_encipherment" if is_rsa else "key_agreement")
    signs = ("digital_signature", "content_commitment") if slot == Slot.SIGNATURE else ("digital_signature",)
    return issuing.key_usage(*signs)


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
