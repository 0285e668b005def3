"""Times survive the store to the microsecond."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store.moments import from_micros, to_micros, utc_now


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_a_time_comes_back_exactly(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment


def test_the_zone_does_not_matter() -> None:
    hue = timezone(timedelta(hours=7))
    assert to_micros(datetime(2026, 3, 1, 7, tzinfo=hue)) == to_micros(datetime(2026, 3, 1, tzinfo=UTC))
    assert utc_now().tzinfo is UTC
