"""The door to the certificate-path library, its ASN.1 classes complete (see `asn1`). Heavy."""

from __future__ import annotations

from cardio.trust import asn1  # first: the library makes objects of its classes while it is imported

# isort: split
from pyhanko_certvalidator import CertificateValidator, ValidationContext, errors

__all__ = ["CertificateValidator", "ValidationContext", "errors"]

asn1.lay_out()
