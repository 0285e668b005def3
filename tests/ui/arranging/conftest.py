"""A person at a store with a city in it, and a centre that notes what it is asked and does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.matters import ENTITY, MatterCommand, Payload
from tests.support.main_thread import working
from tests.ui.seated import Hire, Workplace
from ui.arranging.arrangement import Desk


@dataclass
class Centre:
    """Stands where ``Arranging`` stands: notes what is sent, raises ``refusal`` when there is one."""

    asked: list[tuple[MatterCommand, Payload, str | None]] = field(default_factory=list)
    refusal: Exception | None = None

    def send(self, command: MatterCommand, payload: Payload, entity_id: str | None = None) -> str:
        self.asked.append((command, payload, entity_id))
        if self.refusal is not None:
            raise self.refusal
        return entity_id or "made-here"


@dataclass
class Bench:
    """What a section works with, and what a test reaches for."""

    place: Workplace
    centre: Centre
    desk: Desk

    def told(self, command: MatterCommand, item: object) -> None:
        """Let the feed bring an entity of the kind that ``command`` concerns."""
        with self.place.store.write() as tx:
            self.place.store.directory.put(tx, ENTITY[command], msgspec.to_builtins(item))


@pytest.fixture
def bench_of(hire: Hire, qtbot: QtBot) -> Iterator[Callable[[str], Bench]]:
    """Return a function that seats a person with a centre of their own."""
    with ExitStack() as ending:

        def seat(person: str) -> Bench:
            place, centre = hire(person), Centre()
            place.session.arranging = centre  # type: ignore[assignment]
            tasks = ending.enter_context(working())
            return Bench(place, centre, Desk(place.session, place.names, place.clock, tasks))

        yield seat
