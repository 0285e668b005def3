"""Work that comes back: to its own person only, and never by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.terminals import Terminal
from desktop_app.ceremonies import recovery
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import KEY, event
from tests.desktop_app.store.builders import wire as written
from tests.journeys.workbench import Workbench
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


def test_only_a_sealed_copy_is_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "a.sealed"
    file.write_bytes(b"a.b.c.d.e\n")
    assert recovery.read_sealed(file) == "a.b.c.d.e"
    for other in (b"", b"a.b.c.d", "ả.b.c.d.e".encode()):
        file.write_bytes(other)
        with pytest.raises(recovery.NotSealed):
            recovery.read_sealed(file)
    with file.open("wb") as huge:
        huge.truncate(recovery.MOST_BYTES + 1)
    with pytest.raises(recovery.NotSealed):
        recovery.read_sealed(file)


def test_ones_own_copy_is_not_offered_and_the_newest_comes_first(enrolled: Workbench) -> None:
    core = enrolled.core
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.sign_in()
    for age, account in ((10, "old"), (5, "new"), (1, session.account_id)):
        file = core.home.sealed_file(account)
        file.write_text("a.b.c.d.e", encoding="ascii")
        os.utime(file, (1e9 - age, 1e9 - age))
    assert recovery.sealed_copies(core) == [core.home.sealed_file(name) for name in ("new", "old")]


def test_without_anybody_signed_in_no_card_is_asked(enrolled: Workbench) -> None:
    pin = bytearray(b"123456")
    with pytest.raises(recovery.NotEnrolled):
        recovery.approve(enrolled.core, "Desk reader", pin, "a.b.c.d.e")
    assert pin == bytes(6)
    with pytest.raises(recovery.NotEnrolled):
        recovery.bring_back(enrolled.core, "a.b.c.d.e", [])
