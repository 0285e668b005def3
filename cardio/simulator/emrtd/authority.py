"""`CountryAuthority`: the PKI of virtual documents: country signing certificate, document signer, lists.

Each installation makes its own; none of them is trusted anywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from cardio import der, tlv
from cardio.der import sequence
from cardio.simulator import issuing
from cardio.simulator.content_signer import ContentSigner
from cardio.trust import lds, master_list, sod

_KEY_BEGINS: Final = b"-----BEGIN PRIVATE KEY-----"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class CountryAuthority:
    """A country's keys in memory: `root` is the anchor to install, `signer` signs documents."""

    root: x509.Certificate
    signer: x509.Certificate
    root_key: ec.EllipticCurvePrivateKey = field(repr=False)
    signer_key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def create(cls, name: str, now: datetime, country: str = "VN") -> CountryAuthority:
        """A new authority, valid from a day before `now`; its signer is in force for ten years."""
        root_key, signer_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root_name = issuing.name(name, country=country)
        signer_name = issuing.name(f"{name} DS", country=country)
        root = _certificate(root_name, root_key, root_name, root_key, now, authority=True)
        signer = _certificate(signer_name, signer_key, root_name, root_key, now, authority=False)
        return cls(root, signer, root_key, signer_key)

    def to_pem(self) -> bytes:
        """Certificates and private keys, for the owner's own folder."""
        certificates = (one.public_bytes(Encoding.PEM) for one in (self.root, self.signer))
        keys = (
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            for key in (self.root_key, self.signer_key)
        )
        return b"".join((*certificates, *keys))

    @classmethod
    def from_pem(cls, data: bytes) -> CountryAuthority:
        """The authority that `to_pem` wrote; raises ValueError."""
        root, signer = x509.load_pem_x509_certificates(data)
        root_key, signer_key = (
            load_pem_private_key(_KEY_BEGINS + part, None) for part in data.split(_KEY_BEGINS)[1:]
        )
        if not (
            isinstance(root_key, ec.EllipticCurvePrivateKey)
            and isinstance(signer_key, ec.EllipticCurvePrivateKey)
        ):
            raise ValueError("keys")  # noqa: TRY004 — of the file, not of an argument
        return cls(root, signer, root_key, signer_key)

    @property
    def anchor(self) -> bytes:
        """The country signing certificate in DER."""
        return self.root.public_bytes(Encoding.DER)

    def security_object(self, groups: Mapping[int, bytes], at: datetime) -> bytes:
        """EF.SOD over the data groups' bytes."""
        content = lds.write(dict(sorted(groups.items())))
        return tlv.encode(sod.TAG, self.signed(content, lds.CONTENT_TYPE, at))

    def master_list(self, certificates: tuple[bytes, ...], at: datetime) -> bytes:
        """A master list of these certificates."""
        content = sequence(der.integer(0), tlv.encode(der.SET, b"".join(certificates)))
        return self.signed(content, master_list.CONTENT_TYPE, at)

    def signed(self, content: bytes, content_type: str, at: datetime) -> bytes:
        """Signed data (CMS) by the document signer."""
        return ContentSigner(self.signer_key, self.signer).sign(content_type, content, at=at)

    def revocation_list(self, serials: tuple[int, ...], number: int, now: datetime) -> bytes:
        """A list of the root, with these serial numbers on it."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.root.subject)
        builder = builder.last_update(now).next_update(now + 90 * _DAY)
        builder = builder.add_extension(x509.CRLNumber(number), critical=False)
        for serial in serials:
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(now)
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(self.root_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def successor(self, now: datetime) -> tuple[CountryAuthority, bytes]:
        """The authority with a new key, and the link certificate that the old key signs for it."""
        new = CountryAuthority.create("successor", now)
        name = self.root.subject
        root = _certificate(name, new.root_key, name, new.root_key, now, authority=True)
        link = _certificate(name, new.root_key, name, self.root_key, now, authority=True)
        signer_name = self.signer.subject
        signer = _certificate(signer_name, new.signer_key, name, new.root_key, now, authority=False)
        renewed = CountryAuthority(root, signer, new.root_key, new.signer_key)
        return renewed, link.public_bytes(Encoding.DER)


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    *,
    authority: bool,
) -> x509.Certificate:
    builder = issuing.begin(subject, key.public_key(), issuer, (now - _DAY, now + 3650 * _DAY))
    builder = builder.add_extension(_identifier(key), critical=False)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier(_identifier(issuer_key).digest, None, None), critical=False
    )
    if authority:
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


def _identifier(key: ec.EllipticCurvePrivateKey) -> x509.SubjectKeyIdentifier:
    return x509.SubjectKeyIdentifier.from_public_key(key.public_key())
