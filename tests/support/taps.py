"""Taps as the core tells of them."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
from desktop_app.news import TapResult

AT = datetime(2026, 11, 21, 0, 15, 30, tzinfo=UTC)
"""07:15:30 in the city's zone."""


def tap(
    kind: TapKind = TapKind.TAP,
    verdict: LocalVerdict = LocalVerdict.ACCEPTED,
    direction: Direction | None = Direction.IN,
    *,
    given_name: str = "Hương",
    confirm: bool = False,
    event_id: str = "e1",
) -> TapResult:
    """A durable tap of Hương N. T."""
    initials = "N. T." if given_name else ""
    return TapResult(
        "Kiosk reader", event_id, kind, verdict, direction, given_name, initials, AT, 7,
        offline=False, elapsed_ms=310.0, confirm=confirm,
    )  # fmt: skip
