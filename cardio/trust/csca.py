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
from cardio.errors import BadSignature, CrlRefused, ForeignIssuer, Revoked, WrongPurpose
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
        # Replaced, never changed: a document may be judged on another thread meanwhile.
        self._anchors = {anchor.certificate.der: anchor for anchor in anchors}
        self.revocations = CscaCrls()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What is installed, oldest first."""
        return tuple(self._anchors.values())

    def install(self, der: bytes, *kinds: DocumentKind) -> Anchor:
        """Trust a certificate that an administrator vouches for; raises what makes it unusable."""
        return self.add(Anchor(_authority(der), frozenset(kinds)))

    def install_link(self, der: bytes) -> Anchor:
        """Trust a new key of a country; raises as `linked`."""
        return self.add(self.linked(der))

    def install_list(self, der: bytes) -> Anchor:
        """Take over a revocation list; return the anchor whose list it is.

        Raises CrlRefused; `issuer` where no installed anchor has its name.
        """
        refused = CrlRefused("issuer")
        for anchor in self.anchors:
            try:
                self.revocations.add(der, anchor.certificate)
            except CrlRefused as problem:
                refused = refused if problem.reason == "issuer" else problem
            else:
                return anchor
        raise refused

    def add(self, anchor: Anchor) -> Anchor:
        """Install an anchor; one that is there already serves its kinds and these. Return what is installed.

        A caller that hands over an `Anchor` vouches for its certificate.
        """
        key, old = anchor.certificate.der, self._anchors.get(anchor.certificate.der)
        added = anchor if old is None else Anchor(old.certificate, old.kinds | anchor.kinds)
        self._anchors = {**self._anchors, key: added}
        return added

    def remove(self, fingerprint: str) -> None:
        """Trust the certificate of this SHA-256 (hex) no longer, if it is installed."""
        kept = (anchor for anchor in self.anchors if anchor.certificate.fingerprint != fingerprint)
        self._anchors = {anchor.certificate.der: anchor for anchor in kept}

    def linked(self, der: bytes) -> Anchor:
        """The anchor that a link certificate makes, vouched for by a country's old key (Doc 9303-12, 7.1.3).

        Raises ForeignIssuer without that old key, BadSignature when it did not sign.
        """
        link = _authority(der)
        old = [anchor for anchor in self.anchors if link.may_be_issued_by(anchor.certificate)]
        if not old:
            raise ForeignIssuer(link.country)
        signed = next((anchor for anchor in old if link.is_signed_by(anchor.certificate)), None)
        if signed is None:
            raise BadSignature
        return Anchor(link, signed.kinds)

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
        named = [anchor for anchor in self.anchors if signer.claims(anchor.certificate)]
        return next((anchor for anchor in named if signer.is_signed_by(anchor.certificate)), None)

    def _check_contradiction(self, signer: DocumentCertificate, kind: DocumentKind) -> None:
        for anchor in self.anchors:
            of_its_kind = kind in anchor.kinds and signer.country == anchor.certificate.country
            if of_its_kind or signer.claims(anchor.certificate):
                raise ForeignIssuer(signer.country)

    def _check_revocation(self, signer: DocumentCertificate, issuer: DocumentCertificate) -> None:
        entry = self.revocations.entry(signer, issuer)
        if entry is not None:
            raise Revoked(entry.since, entry.reason)


def _authority(der: bytes) -> DocumentCertificate:
    certificate = load_usable(der)
    if not certificate.is_authority:
        raise WrongPurpose("country_signing")
    return certificate
