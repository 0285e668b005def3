"""Every way to be wrong that the issue lists has a name here."""

from __future__ import annotations

from cardio.simulator.emrtd import Hostility


def test_names_are_stable_and_distinct() -> None:
    assert len({one.value for one in Hostility}) == len(Hostility) == 20
    assert all(one.value == one.name.lower() for one in Hostility)
