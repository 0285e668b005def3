"""Work that comes back: to its own person only, and never by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose, recovery
from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.terminals import Terminal
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import KEY, event
from tests.desktop_app.store.builders import wire as written
from tests.support.clock import NOON, ManualClock
from tests.support.orders import officer_card


class Centre(Terminal):
    """Opens what it is told to have opened; notes what was asked."""

    def __init__(self, opened: dict[str, Any]) -> None:
        self.opened = opened
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def recover(self, sealed: str, orders: Any) -> dict[str, Any]:  # noqa: ANN401 - a sequence of texts
        self.asked.append((sealed, tuple(orders)))
        return self.opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    opened = AccountStore.open(tmp_path / "account.db", KEY, "a", now=ManualClock().now)
    opened.adopt(opened.actor, {"id": "o-1"})
    yield opened
    opened.close()


def work(person: str = "o-1", **draft: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    made = event("r", Command.NOTE, text="Đã gọi")
    told = {"report_id": "r", "text": "Nháp", "outcome": "fixed", "saved_at": written(NOON), **draft}
    return {"person_id": person, "events": [wire.encode_event(made)], "drafts": [told]}


def test_it_waits_for_the_person_and_comes_once(store: AccountStore) -> None:
    centre = Centre(work())
    assert recovery.recover(centre, store, "sealed", ["one", "two"]) == 2
    assert centre.asked == [("sealed", ("one", "two"))]
    [back] = store.outbox.needs_person()
    assert (back.state, back.event.payload) == (OutboxState.NEEDS_PERSON, {"text": "Đã gọi"})
    assert store.outbox.take_ready() == []
    draft = store.drafts.latest("r")
    assert draft is not None
    assert (draft.text, draft.outcome) == ("Nháp", "fixed")
    recovery.recover(centre, store, "sealed", ["one", "two"])
    assert len(store.outbox.needs_person()) == 1


def test_work_of_another_person_is_not_taken(store: AccountStore) -> None:
    with pytest.raises(Garbage):
        recovery.recover(Centre(work("o-2")), store, "sealed", [])
    assert store.outbox.needs_person() == []


@pytest.mark.parametrize("broken", [{"text": 1}, {"saved_at": "yesterday"}, {"report_id": None}])
def test_a_broken_answer_changes_nothing(store: AccountStore, broken: dict[str, Any]) -> None:
    with pytest.raises(Garbage):
        recovery.recover(Centre(work(**broken)), store, "sealed", [])
    assert store.outbox.needs_person() == []


def test_what_an_admin_signs_names_person_and_bytes() -> None:
    card = officer_card(ec.generate_private_key(ec.SECP256R1()))
    signed = recovery.order(card, "o-1", "sealed", NOON)
    read = jose.verify(signed, jose.Kind.RECOVERY, jose.certificate_key(card.certificate))
    assert read.claims == {
        "person_id": "o-1", "sealed_sha256": jose.sha256_hex("sealed"), "iat": int(NOON.timestamp()),
    }  # fmt: skip
