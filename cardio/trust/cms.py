"""Signed data (CMS, RFC 5652) as travel documents use it: one signer, whose certificate comes along."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import ProtocolViolation
from cardio.trust import signatures
from cardio.trust.asn1 import cms
from cardio.trust.document_certificate import DocumentCertificate
from cardio.trust.explicit_curves import MALFORMED


@dataclass(frozen=True, slots=True)
class SignedContent:
    """Content whose signature holds under `signer`'s key; believing the signer is another question."""

    content: bytes = field(repr=False)
    signer: DocumentCertificate
    certificates: tuple[DocumentCertificate, ...]
    signed_at: datetime | None


def open_signed(der: bytes, content_type: str) -> SignedContent:
    """Verify a signed-data structure of `content_type` (dotted).

    Raises SecurityObjectInvalid naming what is wrong, and what the signer's key raises.
    """
    try:
        info = cms.ContentInfo.load(der, strict=True)
        if info["content_type"].native != "signed_data":
            raise SecurityObjectInvalid("malformed")
        signed = info["content"]
        encapsulated = signed["encap_content_info"]
        if encapsulated["content_type"].dotted != content_type or len(signed["signer_infos"]) != 1:
            raise SecurityObjectInvalid("malformed")
        content = bytes(encapsulated["content"].native)
        certificates = _certificates(signed)
        return _verified(signed["signer_infos"][0], content, content_type, certificates)
    except (*MALFORMED, ProtocolViolation):
        raise SecurityObjectInvalid("malformed") from None


def _verified(
    signer: cms.SignerInfo, content: bytes, content_type: str, certificates: tuple[DocumentCertificate, ...]
) -> SignedContent:
    certificate = _signer_certificate(signer, certificates)
    hash_name = signer["digest_algorithm"]["algorithm"].native
    attributes = {item["type"].native: item["values"] for item in signer["signed_attrs"]}
    data = content
    if attributes:
        if attributes["message_digest"][0].native != signatures.digest(hash_name, content):
            raise SecurityObjectInvalid("digest")
        if attributes["content_type"][0].dotted != content_type:
            raise SecurityObjectInvalid("malformed")
        data = b"\x31" + signer["signed_attrs"].dump()[1:]  # signed as a SET (RFC 5652, 5.4)
    if not signatures.is_valid(
        certificate.public_key, signer["signature_algorithm"], data, signer["signature"].native, hash_name
    ):
        raise SecurityObjectInvalid("signature")
    moment = attributes["signing_time"][0].native if "signing_time" in attributes else None
    return SignedContent(content, certificate, certificates, moment and moment.astimezone(UTC))


def _certificates(signed: cms.SignedData) -> tuple[DocumentCertificate, ...]:
    return tuple(
        DocumentCertificate.load(choice.chosen.dump())
        for choice in signed["certificates"]
        if choice.name == "certificate"
    )


def _signer_certificate(
    signer: cms.SignerInfo, certificates: tuple[DocumentCertificate, ...]
) -> DocumentCertificate:
    named = signer["sid"]
    if named.name == "issuer_and_serial_number":
        issuer, serial = str(named.chosen["issuer"].hashable), named.chosen["serial_number"].native
        found = [one for one in certificates if (one.issuer, one.serial_number) == (issuer, serial)]
    else:
        found = [one for one in certificates if one.key_id == named.chosen.native]
    if not found:
        raise SecurityObjectInvalid("signer")
    return found[0]
