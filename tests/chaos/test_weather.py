"""The weather changes, clears up, and tells of a crash that went wrong."""

from __future__ import annotations

import random

import pytest

from tests.chaos.conftest import Echo
from tests.chaos.proxy import Proxy
from tests.chaos.test_proxy import ask
from tests.chaos.weather import Weather
from tests.support.deadline import until

QUICK = (0.01, 0.05)


def test_the_weather_changes_and_clears_up(world: tuple[Proxy, Echo]) -> None:
    network, _ = world
    crashes: list[int] = []
    with Weather(network, lambda: crashes.append(1), random.Random(1), QUICK) as weather:
        until(lambda: crashes and weather.faults > 1, 40, "a crash and another fault")
    assert ask(network) == b"HELLO"


def test_a_crash_that_goes_wrong_is_told(world: tuple[Proxy, Echo]) -> None:
    def wrong() -> None:
        raise RuntimeError("the centre does not start")

    with pytest.raises(RuntimeError), Weather(world[0], wrong, random.Random(1), QUICK) as weather:
        until(lambda: weather.failure, 40, "the failure")
