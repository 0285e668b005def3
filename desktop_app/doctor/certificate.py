"""The certificates of the cards in the readers: dates with an early warning, path, revocation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Final

from cardio.trust import RevocationStatus
from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part
from desktop_app.trust.certificate_health import CertificateHealth, certificate_health

if TYPE_CHECKING:
    from desktop_app.doctor.cards import CardFacts, Look
    from desktop_app.trust.cards import CardTrust

_UNSURE: Final = {
    RevocationStatus.STALE: "revocation_stale",
    RevocationStatus.UNKNOWN: "revocation_not_known",
}


def examine_certificates(looks: Sequence[Look], trust: CardTrust | None, now: datetime) -> list[Finding]:
    """Return one finding per card that was read; ``trust`` is None before enrolment."""
    read = [(look.reader, look.facts) for look in looks if look.facts is not None]
    if not read and looks:
        return []  # what lies there tells of itself; a citizen's document has none that signs in
    if not read:
        return [find(Part.CERTIFICATE, "no_card")]
    return [_examine(reader, facts, trust, now) for reader, facts in read]


def _examine(reader: str, facts: CardFacts, trust: CardTrust | None, now: datetime) -> Finding:
    health = certificate_health(facts.certificate, facts.purpose, trust, now)
    if health.problem is not None:
        return find(Part.CERTIFICATE, health.problem.code, reader, asdict(health.problem))
    data = {"not_after": facts.certificate.not_valid_after_utc, "days": health.days_left}
    return find(Part.CERTIFICATE, _cause(health), reader, data)


def _cause(health: CertificateHealth) -> str:
    if health.ends_soon:
        return "certificate_ends_soon"
    if health.revocation is None:
        return "not_enrolled"
    return _UNSURE.get(health.revocation.status, "certificate_good")
