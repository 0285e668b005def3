"""Country signing certificates as anchors: which are installed for what, and which one issued a signer.

A document without an anchor for its kind stays unproved, which is not a fault: the public Vietnamese
certificate is the passport's, that of the citizen card is not published. A signer that claims an installed
anchor, or comes from a country whose anchor for that kind is another, is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import BadSignature, ForeignIssuer, Revoked, WrongPurpose
from cardio.trust.csca_crl import CscaCrls
from cardio.trust.document_certificate import DocumentCertificate, load_usable


class DocumentKind(Enum):
    """What an anchor vouches for."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An installed certificate and the kinds of documents that it was installed for."""

    certificate: DocumentCertificate
    kinds: frozenset[DocumentKind]


class AnchorStore:
    """The installed anchors and their revocation lists."""

    def __init__(self, anchors: Iterable[Anchor] = ()) -> None:
        self._anchors = list(anchors)
        self.revocations = CscaCrls()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What is installed, oldest first."""
        return tuple(self._anchors)

    def install(self, der: bytes, *kinds: DocumentKind) -> Anchor:
        """Trust a certificate that an administrator vouches for; raises what makes it unusable."""
        certificate = load_usable(der)
        if not certificate.is_authority:
            raise WrongPurpose("country_signing")
        anchor = Anchor(certificate, frozenset(kinds))
        self._anchors.append(anchor)
        return anchor

    def install_link(self, der: bytes) -> Anchor:
        """Trust a new key of a country, vouched for by its old one (Doc 9303-12, 7.1.3).

        Raises ForeignIssuer without that old key, BadSignature when it did not sign.
        """
        link = load_usable(der)
        if not link.is_authority:
            raise WrongPurpose("country_signing")
        old = [anchor for anchor in self._anchors if link.may_be_issued_by(anchor.certificate)]
        if not old:
            raise ForeignIssuer(link.country)
        signed = next((anchor for anchor in old if link.is_signed_by(anchor.certificate)), None)
        if signed is None:
            raise BadSignature
        anchor = Anchor(link, signed.kinds)
        self._anchors.append(anchor)
        return anchor

    def judge(
        self, signer: DocumentCertificate, kind: DocumentKind, signed_at: datetime | None
    ) -> Anchor | None:
        """The anchor that issued the signer; `None` where none is installed for that kind of document.

        Raises ForeignIssuer (it contradicts an installed anchor), Revoked, SecurityObjectInvalid (the signer
        was not in force when it signed, or began after its issuer had ended).
        """
        anchor = self._issuer(signer)
        if anchor is None:
            self._check_contradiction(signer, kind)
            return None
        self._check_revocation(signer, anchor.certificate)
        if signed_at is not None and not signer.in_force(signed_at):
            raise SecurityObjectInvalid("not_in_force")
        if not anchor.certificate.in_force(signer.not_before):
            raise SecurityObjectInvalid("not_in_force")
        return anchor

    def _issuer(self, signer: DocumentCertificate) -> Anchor | None:
        named = [anchor for anchor in self._anchors if signer.claims(anchor.certificate)]
        return next((anchor for anchor in named if signer.is_signed_by(anchor.certificate)), None)

    def _check_contradiction(self, signer: DocumentCertificate, kind: DocumentKind) -> None:
        for anchor in self._anchors:
            of_its_kind = kind in anchor.kinds and signer.country == anchor.certificate.country
            if of_its_kind or signer.claims(anchor.certificate):
                raise ForeignIssuer(signer.country)

    def _check_revocation(self, signer: DocumentCertificate, issuer: DocumentCertificate) -> None:
        entry = self.revocations.entry(signer, issuer)
        if entry is not None:
            raise Revoked(entry.since, entry.reason)
