"""A note under every fault of the network: the desk knows what it does not know, and it arrives once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.api.errors import Stopped
from desktop_app.domain import payloads
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from tests.chaos import proxy
from tests.chaos.proxy import Proxy, Spell
from tests.model.desk import Desk
from tests.model.template import template
from tests.model.world import World
from tests.support.deadline import until

Scene = tuple[Desk, World, Proxy]
TOKEN = "<note>"
S = OutboxState


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A handler's desk, signed in, behind a proxy; a note waits in its outbox."""
    network = Proxy()
    made = template()
    world, others = made.copy(tmp_path / "all")
    for other in others:
        other.close()
    network.lead_to(world.port)
    desk = Desk(made.identities[0], tmp_path / "all" / made.identities[0].name, world, network.url)
    desk.sign_in()
    with desk.store.reader() as connection:
        [report_id] = next(iter(connection.rows("SELECT id FROM report ORDER BY id LIMIT 1")))
    report = desk.store.reports.get(report_id)
    desk.last_event = desk.triage.do(report, Command.NOTE, payloads.Text(TOKEN)).event.id
    yield desk, world, network
    desk.close()
    network.close()
    world.close()


def state(desk: Desk) -> OutboxState:
    assert desk.last_event is not None
    found = desk.store.outbox.get(desk.last_event)
    assert found is not None
    return found.state


def arrived(world: World) -> int:
    return sum(entry["text"] == TOKEN for entry in world.entities("entry").values())


@pytest.mark.parametrize(
    ("spell", "after", "there"),
    [
        (proxy.cut, S.UNKNOWN, 0), (proxy.reset, S.UNKNOWN, 0), (proxy.late, S.UNKNOWN, 0),
        (proxy.answer_lost, S.UNKNOWN, 1), (proxy.truncated, S.UNKNOWN, 1), (proxy.corrupt, S.UNKNOWN, 1),
        (proxy.twice, S.UNKNOWN, 1), (proxy.latency(0.05), S.ACKNOWLEDGED, 1),
        (proxy.trickle(20, 0.002), S.ACKNOWLEDGED, 1),
    ],
)  # fmt: skip
def test_a_note_arrives_once(scene: Scene, spell: Spell, after: OutboxState, there: int) -> None:
    desk, world, network = scene
    network.cast(spell)
    desk.push()
    assert (state(desk), arrived(world)) == (after, there)
    assert desk.last_event is not None
    assert not desk.triage.undo(desk.last_event)  # it may be there: nobody takes it back
    network.clear()
    until(lambda: desk.push() == 0, what="an empty outbox")
    assert (state(desk), arrived(world)) == (S.ACKNOWLEDGED, 1)


def test_what_provably_never_left_may_still_be_undone(scene: Scene) -> None:
    desk, world, network = scene
    network.refuse()
    assert desk.push() is None
    assert state(desk) is S.READY
    assert desk.last_event is not None
    assert desk.triage.undo(desk.last_event)
    network.clear()
    assert desk.push() == 0
    assert (state(desk), arrived(world)) == (S.CANCELLED, 0)


@pytest.mark.parametrize(("spell", "there"), [(proxy.half_open, 1), (proxy.silent, 0)])
def test_a_silent_line_is_broken_at_once_when_the_desk_stops(scene: Scene, spell: Spell, there: int) -> None:
    desk, world, network = scene
    network.cast(spell)
    pushing = threading.Thread(target=desk.push)
    pushing.start()
    until(lambda: state(desk) is S.SENDING and arrived(world) == there, what="the request under way")
    desk.hang_up()
    pushing.join(30)
    assert not pushing.is_alive()
    assert isinstance(desk.failure, Stopped)
    assert state(desk) is S.UNKNOWN
    network.clear()
    desk.kill()
    until(lambda: desk.push() == 0, what="an empty outbox")
    assert (state(desk), arrived(world)) == (S.ACKNOWLEDGED, 1)
