"""What this workstation thinks of a card's certificate, from the bundle's anchors and lists alone."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from cryptography import x509

from cardio import errors
from cardio.redaction import issuer_name
from cardio.trust import CrlRecord, CrlStore, Purpose, RevocationStatus, RevocationVerdict, verify_path
from desktop_app.trust.bundle import TrustBundle

_log = logging.getLogger(__name__)
_OLDER: Final = "older"


class CardTrust:
    """Paths to the bundle's anchors, and the newest revocation lists that proved genuine.

    ``kept`` are the lists in force before: over a restart, or under the bundle's predecessor.
    ``refused`` is why a list offered last was not taken over (a reason of ``CrlRefused``), None while all
    were. What becomes of a list the workstation kept itself is no news.
    """

    def __init__(self, bundle: TrustBundle, kept: Iterable[bytes] = ()) -> None:
        self.bundle = bundle
        self._lists = CrlStore()
        self.refused: str | None = None
        self.learn(bundle.crls)
        for der in kept:
            self._learn(der)

    def learn(self, crls: Iterable[bytes]) -> bool:
        """Take over revocation lists; forged and older ones are refused. Tell whether one was newer."""
        before = self._lists.records()
        self.refused = _worst([self._learn(der) for der in crls])
        return self._lists.records() != before

    def _learn(self, der: bytes) -> str | None:
        """Take a list over; return why it is refused."""
        reasons = []
        for issuer in (*self.bundle.intermediates, *self.bundle.anchors):
            try:
                self._lists.add(der, issuer)
            except errors.CrlRefused as refused:
                reasons.append(refused.reason)
            else:
                return None
        if _OLDER in reasons:  # it is genuine; a centre restored from its backup offers such, too
            _log.info("revocation list refused: %s", _OLDER)
            return _OLDER
        reason = next((reason for reason in reasons if reason != "issuer"), "issuer")
        _log.warning("revocation list refused: %s", reason)
        return reason

    def lists(self) -> tuple[bytes, ...]:
        """Return the lists in force (DER), for keeping them over a restart."""
        return tuple(record.der for record in self._lists.records())

    def records(self) -> tuple[CrlRecord, ...]:
        """Return the lists in force, one per issuer."""
        return self._lists.records()

    def newest_list(self) -> datetime | None:
        """Return when the newest list was issued."""
        return max((record.this_update for record in self._lists.records()), default=None)

    def chain(
        self,
        leaf: x509.Certificate,
        purpose: Purpose,
        at: datetime,
        carried: Sequence[x509.Certificate] = (),
    ) -> tuple[x509.Certificate, ...]:
        """Return leaf to root, perhaps over certificates that came along; raise path errors."""
        known = (*self.bundle.intermediates, *carried)
        return verify_path(leaf, known, self.bundle.anchors, purpose, at)

    def verdict(self, leaf: x509.Certificate, at: datetime) -> RevocationVerdict:
        """Return what the lists say of ``leaf``; a listed serial counts however old the list."""
        return self._lists.verdict(leaf, at)

    def check(self, leaf: x509.Certificate, purpose: Purpose, at: datetime) -> RevocationVerdict:
        """Return the verdict on a certificate whose path holds; raise path errors and ``Revoked``."""
        verdict = self._not_revoked(leaf, at)
        self.chain(leaf, purpose, at)
        return verdict

    def recheck(self, leaf: x509.Certificate, at: datetime) -> None:
        """Raise what befell a certificate since its path held, told without building the path.

        ``ForeignIssuer`` where the names lead to no anchor, ``Expired``, ``NotYetValid``, ``Revoked``.
        """
        if self.known_chain(leaf)[-1].subject not in {anchor.subject for anchor in self.bundle.anchors}:
            raise errors.ForeignIssuer(issuer_name(leaf))
        if at > leaf.not_valid_after_utc:
            raise errors.Expired(leaf.not_valid_after_utc)
        if at < leaf.not_valid_before_utc:
            raise errors.NotYetValid(leaf.not_valid_before_utc)
        self._not_revoked(leaf, at)

    def _not_revoked(self, leaf: x509.Certificate, at: datetime) -> RevocationVerdict:
        verdict = self.verdict(leaf, at)
        if verdict.status is RevocationStatus.REVOKED:
            raise errors.Revoked(verdict.since or at, verdict.reason or "")
        return verdict

    def warm_up(self) -> None:
        """Have the path library loaded before the first card comes: it takes half a second."""
        for authority in self.bundle.intermediates[:1]:
            with suppress(errors.CardError):
                self.chain(authority, Purpose.CARD_AUTHENTICATION, self.bundle.issued_at)

    def known_chain(self, leaf: x509.Certificate) -> tuple[x509.Certificate, ...]:
        """Return leaf, intermediates and root by name alone, for evidence: as far as they are known."""
        chain = [leaf]
        known = (*self.bundle.intermediates, *self.bundle.anchors)
        while chain[-1].issuer != chain[-1].subject:
            above = next((c for c in known if c.subject == chain[-1].issuer and c not in chain), None)
            if above is None:
                break
            chain.append(above)
        return tuple(chain)


def _worst(reasons: Iterable[str | None]) -> str | None:
    """Return a reason why a list is nobody's whom we know, else that it is an old one."""
    return min((reason for reason in reasons if reason is not None), key=_OLDER.__eq__, default=None)
