"""What is given about a case does not change while it is carried out."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desktop_app.domain.workflow import State
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.circumstances import City
from tests.desktop_app.sandbox.seed.scene import Scene


def test_circumstances_stay_as_given(scene: Scene) -> None:
    given = scene(Brief(State.RECEIVED, ()), "urban.drainage")
    with pytest.raises(FrozenInstanceError):
        given.dispatcher = "hue-p13"  # type: ignore[misc]
    assert given.original is None


def test_a_city_brings_its_own_staff(city: City) -> None:
    assert city.staff.doer("hue-p01").name == city.organisation.officers[0].name
