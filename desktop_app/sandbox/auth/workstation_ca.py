"""Certificates for workstation keys, so that a journal can be proved years later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.simulator import issuing
from desktop_app import jose
from desktop_app.sandbox.database import Writer, read_setting, write_setting

_ROOT_SETTING: Final = "workstation_root"
_ROOT_LIFE, _LEAF_LIFE, _BEFORE = timedelta(days=7300), timedelta(days=1825), timedelta(days=1)


class WorkstationCa:
    """One root that signs workstation certificates directly; its certificate lies in the database."""

    def __init__(self, writer: Writer, key: ec.EllipticCurvePrivateKey, now: datetime) -> None:
        self._key = key
        with writer.transaction() as connection:
            kept = read_setting(connection, _ROOT_SETTING)
            root = x509.load_pem_x509_certificate(kept.encode()) if kept else None
            if root is None or root.public_key() != key.public_key():
                root = self._root(now)
                write_setting(connection, _ROOT_SETTING, root.public_bytes(Encoding.PEM).decode())
        self.root = root

    def issue(self, jwk: Mapping[str, Any], name: str, now: datetime) -> tuple[x509.Certificate, ...]:
        """Return the chain for the key ``jwk``, leaf first; raise ``jose.JwsInvalid``."""
        public = jose.import_jwk(jwk).public_key
        builder = _begin(issuing.name(name), public, self.root.subject, (now, _LEAF_LIFE))
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(issuing.key_usage("digital_signature"), critical=True)
        return builder.sign(self._key, hashes.SHA256()), self.root

    def _root(self, now: datetime) -> x509.Certificate:
        name = issuing.name("IOC Desk workstations")
        builder = _begin(name, self._key.public_key(), name, (now, _ROOT_LIFE))
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(issuing.key_usage("key_cert_sign", "crl_sign"), critical=True)
        return builder.sign(self._key, hashes.SHA256())


def _begin(
    subject: x509.Name, key: ec.EllipticCurvePublicKey, issuer: x509.Name, life: tuple[datetime, timedelta]
) -> x509.CertificateBuilder:
    now, lasts = life
    builder = issuing.begin(subject, key, issuer, (now - _BEFORE, now + lasts))
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
