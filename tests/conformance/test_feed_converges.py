"""Whatever happens to reports and rights, a client that follows the feed ends with exactly what it may see.

Random histories of writes, moves, removals and changed posts, read page by page by clients that
stop and go on in the middle.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.workflow import State
from desktop_app.sandbox import wire
from tests.support.small_city import CO, LEAD, OTHER, TEAM, SmallCity, report

UNITS = (LEAD, TEAM, CO, OTHER)
PEOPLE = ("o-handler", "o-team", "o-other", "o-dispatcher", "o-hotline", "o-misconduct")
STATES = (State.RECEIVED, State.DISTRIBUTED, State.IN_PROGRESS, State.RETURNED)
MANY = 4


@dataclass
class Client:
    """One person's copy of the world, kept by the feed alone."""

    city: SmallCity
    person: str
    cursor: str = ""
    held: dict[tuple[str, str], int] = field(default_factory=dict)

    def pull(self, limit: int) -> bool:
        """Take one page over; tell whether there is more."""
        service = self.city.service
        with service.engine.connect() as connection:
            position = service.feed.position(connection, self.person, self.cursor)
            page = service.feed.read(connection, position, limit)
        for change in page.changes:
            key = (change["entity"], change["id"])
            if change["op"] == "put":
                self.held[key] = change["version"]
            else:
                self.held.pop(key, None)
        self.cursor = page.next
        return page.has_more

    def drain(self) -> None:
        while self.pull(3):
            pass


@dataclass
class World:
    """The server's side: a few reports that come, go and change hands."""

    city: SmallCity
    reports: dict[int, Report] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)

    def write(self, number: int, lead: str | None, state: State, private: bool) -> None:
        """Write a report anew or as it is now, with a line of timeline."""
        service = self.city.service
        old = self.reports.get(number)
        fresh = old or report(service.now(), state, private=private)
        job = report(service.now()).assignment if lead else None
        if job and lead:
            job = replace(job, lead_unit=lead, owner=lead, co_processors=())
        fresh = replace(fresh, version=fresh.version + 1, state=state, assignment=job)
        line = Entry(new_id(), fresh.id, "note", service.now(), "o-1", "An", version=fresh.version)
        with service.writer.transaction() as connection:
            service.entities.put_report(connection, fresh)
            service.entities.put_entry(connection, line, fresh)
        self.reports[number] = fresh
        self.entries[line.id] = fresh.id

    def remove(self, number: int) -> None:
        """Remove a report with its timeline."""
        service, gone = self.city.service, self.reports.pop(number, None)
        if gone is None:
            return
        lines = [key for key, owner in self.entries.items() if owner == gone.id]
        with service.writer.transaction() as connection:
            service.entities.remove(connection, "report", gone.id)
            for key in lines:
                service.entities.remove(connection, "entry", key)
                del self.entries[key]

    def repost(self, person: str, units: list[str]) -> None:
        """Give a person other posts."""
        service = self.city.service
        with service.writer.transaction() as connection:
            service.people.change_posts(connection, person, units, service.now())

    def visible(self, person: str) -> dict[tuple[str, str], int]:
        """Return what the law lets the person see, with versions."""
        service = self.city.service
        with service.engine.connect() as connection:
            actor = service.people.actor(connection, person, service.now())
            lines = [wire.decode(data, Entry) for data in service.entities.all(connection, "entry")]
        assert actor is not None
        seen = {one.id: one for one in self.reports.values() if may_see(actor, one)}
        found = {("report", key): one.version for key, one in seen.items()}
        return found | {("entry", line.id): line.version for line in lines if line.report_id in seen}


WRITE = st.tuples(
    st.just("write"),
    st.integers(0, MANY),
    st.sampled_from((None, *UNITS)),
    st.sampled_from(STATES),
    st.booleans(),
)
REMOVE = st.tuples(st.just("remove"), st.integers(0, MANY))
REPOST = st.tuples(st.just("repost"), st.sampled_from(PEOPLE), st.lists(st.sampled_from(UNITS), max_size=2))
PULL = st.tuples(st.just("pull"), st.sampled_from(PEOPLE), st.integers(1, 20))


@pytest.mark.timeout(300)  # forty histories take a minute beside others
@given(st.lists(WRITE | WRITE | REMOVE | REPOST | PULL | PULL, max_size=30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_client_ends_with_exactly_what_it_may_see(
    city: SmallCity, history: list[tuple[object, ...]]
) -> None:
    world, clients = World(city), {person: Client(city, person) for person in PEOPLE}
    for name, *arguments in history:
        if name == "pull":
            person, limit = arguments
            clients[str(person)].pull(int(str(limit)))
        else:
            getattr(world, str(name))(*arguments)
    for person, client in clients.items():
        client.drain()
        mine = {key: version for key, version in client.held.items() if key[0] in {"report", "entry"}}
        ours = {("report", one.id) for one in world.reports.values()} | {
            ("entry", key) for key in world.entries
        }
        assert {key: version for key, version in mine.items() if key in ours} == world.visible(person)
    for number in list(world.reports):  # the database outlives one example
        world.remove(number)
    for client in clients.values():
        client.drain()
        assert not [key for key in client.held if key[0] in {"report", "entry"}]
