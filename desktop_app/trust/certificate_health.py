"""How one certificate of a card is doing: its dates with an early warning, its path, its revocation.

Without a bundle (a workstation that is not enrolled) only the dates can be judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509

from cardio.errors import CardError, Expired, NotYetValid, Revoked
from cardio.trust import Purpose, RevocationStatus, RevocationVerdict

if TYPE_CHECKING:
    from desktop_app.trust.cards import CardTrust

EARLY_WARNING: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CertificateHealth:
    """``problem`` keeps the certificate from being used; ``revocation`` is None where nothing can be known.

    ``chain`` is leaf to root where the path holds, empty otherwise; ``days_left`` is negative once over.
    """

    problem: CardError | None
    days_left: int
    chain: tuple[x509.Certificate, ...] = field(default=(), repr=False)
    revocation: RevocationVerdict | None = None

    @property
    def ends_soon(self) -> bool:
        """Whether the certificate is good and a new one should be asked for."""
        return self.problem is None and self.days_left <= EARLY_WARNING.days


def certificate_health(
    certificate: x509.Certificate, purpose: Purpose, trust: CardTrust | None, now: datetime
) -> CertificateHealth:
    """Return how ``certificate`` does at ``now`` (aware) for ``purpose``; raises nothing."""
    days = (certificate.not_valid_after_utc - now) // timedelta(days=1)
    if trust is None:
        return CertificateHealth(_out_of_dates(certificate, now), days)
    revocation = trust.verdict(certificate, now)
    chain: tuple[x509.Certificate, ...] = ()
    problem: CardError | None = None
    try:
        chain = trust.chain(certificate, purpose, now)
    except CardError as broken:
        problem = broken
    if revocation.status is RevocationStatus.REVOKED:
        problem = Revoked(revocation.since or now, revocation.reason or "")
    return CertificateHealth(problem, days, chain, revocation)


def _out_of_dates(certificate: x509.Certificate, now: datetime) -> CardError | None:
    if now > certificate.not_valid_after_utc:
        return Expired(certificate.not_valid_after_utc)
    if now < certificate.not_valid_before_utc:
        return NotYetValid(certificate.not_valid_before_utc)
    return None
