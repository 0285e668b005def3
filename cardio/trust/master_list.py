"""CSCA master lists (Doc 9303-12, 7.2): the country signing certificates that one state vouches for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import BadSignature, CardError, WrongPurpose
from cardio.trust import cms
from cardio.trust.asn1 import core, lay_out, x509
from cardio.trust.document_certificate import DocumentCertificate, load_usable
from cardio.trust.explicit_curves import MALFORMED

CONTENT_TYPE: Final = "2.23.136.1.1.2"  # id-icao-cscaMasterList
COUNTRY_SIGNING: Final = "country_signing"


class _Certificates(core.SetOf):  # type: ignore[misc]  # the library has no types
    """SET OF Certificate."""

    _child_spec = x509.Certificate


class _CscaMasterList(core.Sequence):  # type: ignore[misc]  # the library has no types
    """The content of a list."""

    _fields = [("version", core.Integer), ("certificates", _Certificates)]  # noqa: RUF012 - the library reads it so


lay_out()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A certificate of the list that is not used: its place in the list (from 0), and why."""

    place: int
    error: CardError


@dataclass(frozen=True, slots=True)
class MasterList:
    """A list whose signature holds. `usable` and `refused` together are every certificate of it."""

    signer: DocumentCertificate
    issuer: DocumentCertificate | None  # the certificate of the list that issued the signer's
    usable: tuple[DocumentCertificate, ...]
    refused: tuple[Refusal, ...]


def read(der: bytes, heard: Callable[[int, int], None] = lambda _read, _of: None) -> MasterList:
    """Read and verify a master list; raises SecurityObjectInvalid and what the signer's key raises.

    `heard` is told after each certificate how many of how many were looked at: a list takes most of a second.
    """
    signed = cms.open_signed(der, CONTENT_TYPE)
    usable, refused = [], []
    listed = _listed(signed.content)
    for place, one in enumerate(listed):
        heard(place + 1, len(listed))
        try:
            usable.append(_usable(one))
        except CardError as error:
            refused.append(Refusal(place, error))
    return MasterList(signed.signer, _issuer(signed, usable), tuple(usable), tuple(refused))


def _listed(content: bytes) -> list[bytes]:
    try:
        return [one.dump() for one in _CscaMasterList.load(content, strict=True)["certificates"]]
    except MALFORMED:
        raise SecurityObjectInvalid("malformed") from None


def _usable(der: bytes) -> DocumentCertificate:
    """A country signing certificate; one that names itself as issuer must have signed itself."""
    certificate = load_usable(der)
    if not certificate.is_authority:
        raise WrongPurpose(COUNTRY_SIGNING)
    own = certificate.authority_key_id in {None, certificate.key_id}
    if certificate.is_self_issued and own and not certificate.is_signed_by(certificate):
        raise BadSignature
    return certificate


def _issuer(signed: cms.SignedContent, usable: list[DocumentCertificate]) -> DocumentCertificate | None:
    signer = signed.signer
    candidates = [one for one in usable if signer.may_be_issued_by(one)]
    return next((one for one in candidates if signer.is_signed_by(one)), None)
