"""Events are values that may cross threads."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from typing import get_args

import pytest

from cardio import events


@pytest.mark.parametrize("kind", get_args(events.CardEvent), ids=lambda kind: kind.__name__)
def test_events_are_frozen(kind: Callable[..., events.CardEvent]) -> None:
    values = range(len(inspect.signature(kind).parameters))
    event = kind(*values)
    assert event == kind(*values)
    assert hash(event) == hash(kind(*values))
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
        setattr(event, "reader", "another")  # noqa: B010 — the type checker would refuse the plain form
