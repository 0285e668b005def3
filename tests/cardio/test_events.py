"""Events are values that may cross threads."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from cardio import events


@pytest.mark.parametrize("kind", get_args(events.CardEvent), ids=lambda kind: kind.__name__)
def test_events_are_frozen(kind: type[events.CardEvent]) -> None:
    names = [field.name for field in dataclasses.fields(kind)]
    event = kind(*names)
    assert event == kind(*names)
    assert hash(event) == hash(kind(*names))
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
        setattr(event, "reader", "another")  # noqa: B010 — the type checker would refuse the plain form
