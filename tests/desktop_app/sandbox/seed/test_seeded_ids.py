"""Ids from a seed: real UUIDs, in order of time, the same again for the same seed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from random import Random

from desktop_app.domain.ids import is_id
from desktop_app.sandbox.seed.seeded_ids import derived_id, seeded_id

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)


def test_a_seeded_id_is_a_uuid7_of_its_instant(rng: Random) -> None:
    found = seeded_id(NOW, rng)
    assert is_id(found)
    parsed = uuid.UUID(found)
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == int(NOW.timestamp() * 1000)


def test_the_seed_decides() -> None:
    assert seeded_id(NOW, Random(1)) == seeded_id(NOW, Random(1)) != seeded_id(NOW, Random(2))


def test_later_ids_and_higher_counters_sort_after(rng: Random) -> None:
    ids = [seeded_id(NOW, rng, n) for n in range(5)] + [seeded_id(NOW + timedelta(seconds=1), rng)]
    assert ids == sorted(ids)


def test_a_derived_id_depends_on_every_name_and_their_borders() -> None:
    assert is_id(derived_id("nyc311", "1"))
    assert derived_id("nyc311", "1") == derived_id("nyc311", "1")
    assert len({derived_id("a", "bc"), derived_id("ab", "c"), derived_id("abc")}) == 3
