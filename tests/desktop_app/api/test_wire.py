"""Field names, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.domain.attendance import JournalFacts
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import Event
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command
from desktop_app.store.journal import Head
from tests.desktop_app.api.conftest import NOW
from tests.desktop_app.store.builders import Signer

PERSON: dict[str, Any] = {
    "id": "o-1", "name": "Lê Thị An", "unit_id": "u-1", "title": "", "roles": ["handler", "wizard"],
    "units": ["u-1", "u-2"], "deputy_for": ["u-3"], "organisation": "hue", "card_sha256": "00",
}  # fmt: skip


def test_an_event_travels_with_everything() -> None:
    at = NOW.astimezone(timezone(timedelta(hours=7)))
    event = Event("e-1", Command.NOTE, "report", "r-1", 4, at, {"text": "đã gọi"}, "e-0", ("r-1", "r-2"))
    assert wire.encode_event(event) == {
        "id": "e-1", "type": "note", "entity": "report", "entity_id": "r-1", "base_version": 4,
        "after": "e-0", "touches": ["r-1", "r-2"], "occurred_at": "2026-03-02T01:00:00.000000Z",
        "payload": {"text": "đã gọi"},
    }  # fmt: skip


def test_a_person_keeps_what_we_know_of() -> None:
    person = wire.decode_person(PERSON)
    assert person.roles == {Role.HANDLER}
    assert person.actor.units == {"u-1", "u-2"}
    assert wire.decode_person(wire.encode_person(person)) == person


@pytest.mark.parametrize("broken", [{"id": 1}, {"roles": "handler"}, {"units": [1]}])
def test_a_person_that_is_none_is_garbage(broken: dict[str, Any]) -> None:
    with pytest.raises(Garbage):
        wire.decode_person({**PERSON, **broken})


def test_times_are_utc_with_microseconds() -> None:
    assert wire.instant(datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC)) == "2026-01-02T03:04:05.000006Z"


def test_journal_facts_come_back_as_they_were() -> None:
    facts = Signer().facts(Head(1, 0, "0" * 64))
    claims = wire.encode_facts(facts)
    assert claims["wall_utc"].endswith("Z")
    assert wire.decode(JournalFacts, claims) == facts
    with pytest.raises(Garbage):
        wire.decode(JournalFacts, {**claims, "kind": "nap"})


def test_members_of_the_wrong_kind_are_named() -> None:
    raw: dict[str, Any] = {"a": True, "b": [1], "c": "x"}
    with pytest.raises(Garbage, match="a"):
        wire.number(raw, "a")
    with pytest.raises(Garbage, match="b"):
        wire.members(raw, "b")
    with pytest.raises(Garbage, match="c"):
        wire.member(raw, "c")
    with pytest.raises(Garbage, match="d"):
        wire.text(raw, "d")


@pytest.mark.parametrize("command", [Command.ACCEPT, HotlineCommand.RECEIVE])
def test_an_event_comes_back_as_it_was_sent(command: Command | HotlineCommand) -> None:
    sent = Event("e-1", command, "report", "r-1", 3, NOW, {"text": "x"}, "e-0", ("r-1",))
    assert wire.decode_event(wire.encode_event(sent)) == sent
    with pytest.raises(Garbage, match="event"):
        wire.decode_event({**wire.encode_event(sent), "type": "fly"})
