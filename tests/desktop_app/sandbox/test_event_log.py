"""The log of events: fingerprints, what changed since, and a client's own chain."""

from __future__ import annotations

from desktop_app.domain.ids import new_id
from desktop_app.sandbox import event_log
from desktop_app.sandbox.event_log import Outcome, fingerprint
from tests.support.small_city import SmallCity


def keep(
    city: SmallCity, entity: str, version: int | None, after: str | None = None, status: str = "applied"
) -> str:
    event_id = new_id()
    result = {"id": event_id, "status": status, "version": version}
    outcome = Outcome(event_id, "note", entity, after, "f" * 64, "o-1", "An", city.service.now(), result)
    with city.service.writer.transaction() as connection:
        event_log.keep(connection, outcome)
    return event_id


def test_a_fingerprint_is_of_the_words_and_the_sender_not_of_their_order() -> None:
    one = fingerprint({"a": 1, "b": "đ"}, "o-1")
    assert fingerprint({"b": "đ", "a": 1}, "o-1") == one
    assert len({one, fingerprint({"a": 2, "b": "đ"}, "o-1"), fingerprint({"a": 1, "b": "đ"}, "o-2")}) == 3


def test_an_outcome_is_found_again(city: SmallCity) -> None:
    event_id = keep(city, "r-1", 6)
    with city.service.engine.connect() as connection:
        found = event_log.find(connection, event_id)
        assert event_log.find(connection, new_id()) is None
    assert found is not None
    assert (found.status, found.result["version"], found.fingerprint) == ("applied", 6, "f" * 64)


def test_what_changed_since_is_what_was_applied_to_this_entity(city: SmallCity) -> None:
    for version in (8, 7, 6):
        keep(city, "r-1", version)
    keep(city, "r-2", 9)
    keep(city, "r-1", 9, status="conflict")
    with city.service.engine.connect() as connection:
        changed = event_log.changed_since(connection, "r-1", 6)
    assert [change["version"] for change in changed] == [7, 8]
    assert changed[0] == {**changed[0], "kind": "note", "by": "o-1", "by_name": "An"}


def test_a_chain_is_followed_on_its_entity_and_through_failures(city: SmallCity) -> None:
    first = keep(city, "r-1", 6)
    failed = keep(city, "r-1", None, first, status="rejected")
    last = keep(city, "r-1", 8, failed)
    elsewhere = keep(city, "r-2", 3, last)
    with city.service.engine.connect() as connection:
        assert event_log.own_versions(connection, last, "r-1") == {6, 8}
        assert event_log.own_versions(connection, elsewhere, "r-1") == frozenset()
        assert event_log.own_versions(connection, None, "r-1") == frozenset()
        assert event_log.own_versions(connection, new_id(), "r-1") == frozenset()
