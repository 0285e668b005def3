"""The issuer's signatures on PIV data objects: CMS, detached or whole, without the signer's certificate.

(Travel documents carry theirs in another shape: `cms`.) Whether the signer is to be believed is a question
for `paths`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from cardio import certificates
from cardio.certificates import MALFORMED
from cardio.errors import BadSignature, ProtocolViolation, UnsupportedKey
from cardio.trust import signatures
from cardio.trust.asn1 import cms

_SET_OF = b"\x31"  # signed attributes are signed as a SET OF, not under their own tag (RFC 5652, 5.4)
_MALFORMED = (*MALFORMED, KeyError, AttributeError, IndexError, RecursionError)


@dataclass(frozen=True, slots=True)
class ContentSignature:
    """`content` is empty when it is detached; `certificates` come from the message and prove nothing."""

    content: bytes = field(repr=False)
    certificates: tuple[x509.Certificate, ...]
    _signer: cms.SignerInfo = field(repr=False)

    def verify(self, signer: x509.Certificate, content: bytes | None = None) -> None:
        """Verify the signature by `signer` over `content`, or over the content within.

        Raises BadSignature, UnsupportedKey for algorithms not known here, ProtocolViolation.
        """
        key = signer.public_key()
        if not isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            raise UnsupportedKey(type(key).__name__)
        try:
            hash_name, data = _signed_bytes(self._signer, self.content if content is None else content)
            algorithm, signature = self._signer["signature_algorithm"], self._signer["signature"].native
            good = signatures.is_valid(key, algorithm, data, signature, hash_name)
        except _MALFORMED:
            raise ProtocolViolation("cms") from None
        if not good:
            raise BadSignature


def read(der: bytes) -> ContentSignature:
    """The signed data in a ContentInfo; ProtocolViolation unless it is one with exactly one signer."""
    try:
        info = cms.ContentInfo.load(der, strict=True)
        if info["content_type"].native != "signed_data" or len(info["content"]["signer_infos"]) != 1:
            raise ProtocolViolation("cms")
        signed = info["content"]
        content = signed["encap_content_info"]["content"].native
        carried = [one.chosen.dump() for one in signed["certificates"] or () if one.name == "certificate"]
        signer = signed["signer_infos"][0]
        _ = signer.native  # decodes every part: nothing malformed is met later
    except _MALFORMED:
        raise ProtocolViolation("cms") from None
    return ContentSignature(bytes(content or b""), tuple(map(certificates.load, carried)), signer)


def _signed_bytes(signer: cms.SignerInfo, content: bytes) -> tuple[str, bytes]:
    """Name of the hash, and what was signed: the content, or the attributes that hold its hash."""
    hash_name: str = signer["digest_algorithm"]["algorithm"].native
    attributes = signer["signed_attrs"]
    if not attributes.native:
        return hash_name, content
    digests = [entry["values"].native for entry in attributes if entry["type"].native == "message_digest"]
    if digests != [[signatures.digest(hash_name, content)]]:
        raise BadSignature
    return hash_name, _SET_OF + attributes.dump()[1:]
