"""What the issuer of a PIV card signed: CHUID, security object, biometric records (FIPS 201).

The signer's certificate travels in the CHUID and leads to an installed anchor like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from uuid import UUID

from cryptography import x509

from cardio import tlv
from cardio.certificates import MALFORMED
from cardio.errors import AnswerTooLong, BadSignature, ObjectAltered, ProtocolViolation, UnsupportedKey
from cardio.piv import objects
from cardio.piv.biometrics import BiometricRecord
from cardio.piv.chuid import Chuid
from cardio.piv.issued import Issued
from cardio.piv.security_object import SecurityObject
from cardio.trust import content_signature, lds

NOT_AS_SIGNED: Final = (AnswerTooLong, ObjectAltered, ProtocolViolation, UnsupportedKey)
"""What is raised of data that are not as an issuer signed them, or whose signature cannot be judged."""


def signer_of(chuid: Chuid) -> tuple[x509.Certificate, tuple[x509.Certificate, ...]]:
    """The certificate whose signature over the CHUID holds, not judged itself, and others that came with it.

    Raises ObjectAltered(CHUID) when it does not hold, ProtocolViolation when there is none, UnsupportedKey.
    """
    signed = content_signature.read(chuid.signature)
    if not signed.certificates:
        raise ProtocolViolation("chuid_signature")
    signer = signed.certificates[0]
    # Issuers differ on whether the empty error detection code is signed too.
    for content in (chuid.signed, chuid.signed + tlv.encode(objects.ERROR_DETECTION, b"")):
        with suppress(BadSignature):
            signed.verify(signer, content)
            return signer, signed.certificates[1:]
    raise ObjectAltered(objects.CHUID)


def is_of_another_card(certificate: x509.Certificate, chuid: Chuid) -> bool:
    """Whether the certificate names another card than the CHUID does (SP 800-73-5 part 1, 3.4.1: card UUID).

    A certificate without a UUID names none. Raises nothing.
    """
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (*MALFORMED, x509.ExtensionNotFound):
        return False
    named = [name for name in names.get_values_for_type(x509.UniformResourceIdentifier) if _is_uuid(name)]
    return bool(named) and UUID(bytes=chuid.guid).urn not in map(str.lower, named)


def _is_uuid(name: str) -> bool:
    return name.lower().startswith("urn:uuid:")


def as_signed(issued: Issued, signer: x509.Certificate) -> frozenset[int]:
    """The tags of the objects that are as `signer`, whose signature over the CHUID holds, signed them.

    Raises what is `NOT_AS_SIGNED`.
    """
    proved = frozenset({objects.CHUID})
    if isinstance(issued.security, NOT_AS_SIGNED):
        raise issued.security
    if not isinstance(issued.security, SecurityObject):
        return proved
    return proved | verify_security_object(issued.security, signer, issued.contents)


def verify_security_object(
    security_object: SecurityObject, signer: x509.Certificate, contents: Mapping[int, bytes]
) -> frozenset[int]:
    """The tags of `contents` (values by tag) that are as the issuer signed them.

    Objects that it did not sign are left out. Raises ObjectAltered(tag) for the first that differs, and with
    the security object's own tag when its signature does not hold.
    """
    signed = content_signature.read(security_object.signed_hashes)
    try:
        signed.verify(signer)
    except BadSignature:
        raise ObjectAltered(objects.SECURITY_OBJECT) from None
    hashes = lds.read(signed.content)
    proved = set()
    for number, tag in security_object.tags.items():
        if tag not in contents:
            continue
        if not hashes.covers(number, contents[tag]):
            raise ObjectAltered(tag)
        proved.add(tag)
    return frozenset(proved)


def record_signer(record: BiometricRecord, issuer: x509.Certificate | None, tag: int) -> x509.Certificate:
    """The certificate whose signature over a face or fingers holds, not judged itself.

    It is carried by the record, unless it is the CHUID's signer, `issuer` (SP 800-76-2, 9.3). Raises
    ObjectAltered(tag), ProtocolViolation where there is no signature or nobody's, UnsupportedKey.
    """
    signed = content_signature.read(record.signature)
    signer = next(iter(signed.certificates), issuer)
    if signer is None:
        raise ProtocolViolation("biometric_signature")
    try:
        signed.verify(signer, record.signed)
    except BadSignature:
        raise ObjectAltered(tag) from None
    return signer
