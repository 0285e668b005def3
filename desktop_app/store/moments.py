"""Times in the stores: whole microseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Return an aware ``moment`` as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the UTC time of ``micros``."""
    return _EPOCH + timedelta(microseconds=micros)


def utc_now() -> datetime:
    """Return the wall clock's time, UTC: what a store uses until it is given the trusted clock."""
    return datetime.now(UTC)
