"""What certificates are judged by: the age of the revocation lists, and the anchors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part
from desktop_app.trust.certificate_health import EARLY_WARNING

if TYPE_CHECKING:
    from cardio.trust import CrlRecord
    from cardio.trust.csca import AnchorStore
    from desktop_app.trust.cards import CardTrust


def examine_revocation(trust: CardTrust | None, now: datetime) -> Iterator[Finding]:
    """Yield what there is to say of the oldest list in use, and of one that was refused beside it.

    No card is judged better than by the oldest, and that goes on while another list is refused.
    """
    if trust is None:
        yield find(Part.REVOCATION, "not_enrolled")
        return
    if trust.refused is not None:
        yield find(Part.REVOCATION, "crl_refused", data={"reason": trust.refused})
    yield _of_the_oldest(trust.records(), now)


def _of_the_oldest(records: Sequence[CrlRecord], now: datetime) -> Finding:
    if not records:
        return find(Part.REVOCATION, "list_missing")
    stale = [record for record in records if record.is_stale(now)]
    oldest = min(stale or records, key=lambda record: record.this_update)
    age = max(now - oldest.this_update, timedelta())
    hours = age // timedelta(hours=1)
    data = {"issued": oldest.this_update, "age": age, "hours": hours, "count": len(records)}
    return find(Part.REVOCATION, "list_stale" if stale else "list_fresh", data=data)


def examine_anchors(trust: CardTrust | None, now: datetime) -> Finding:
    """Return the finding on the anchors of the staff cards, by the one that lasts longest."""
    if trust is None:
        return find(Part.ANCHORS, "not_enrolled")
    anchors = trust.bundle.anchors
    if not anchors:
        return find(Part.ANCHORS, "anchors_missing")
    last = max(anchor.not_valid_after_utc for anchor in anchors)
    cause = "anchors_installed"
    if last < now:
        cause = "anchors_expired"
    elif last < now + EARLY_WARNING:
        cause = "anchor_ends_soon"
    return find(Part.ANCHORS, cause, data={"not_after": last, "count": len(anchors)})


def examine_document_anchors(anchors: AnchorStore) -> Finding:
    """Return the finding on what vouches for citizen cards: without it their badge stays neutral."""
    from cardio.trust.csca import DocumentKind  # the ASN.1 library: only a counter needs it

    count = sum(DocumentKind.IDENTITY_CARD in anchor.kinds for anchor in anchors.anchors)
    cause = "document_anchors_installed" if count else "document_anchors_missing"
    return find(Part.ANCHORS, cause, data={"count": count})
