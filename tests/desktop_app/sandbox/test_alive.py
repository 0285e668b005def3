"""A city that lives: seeded, lawful, every role at work, and at its own pace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.alive import Bystanders
from desktop_app.sandbox.life.town import LEARNERS
from tests.desktop_app.sandbox.life.conftest import Life, city_of, life
from tests.support.deadline import until

__all__ = ["life"]
MOMENTS = 150


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """The city after a while."""
    with city_of(tmp_path_factory.mktemp("lived")) as made:
        bystanders = Bystanders(made.service, seed=3)
        for _ in range(MOMENTS):
            bystanders.act_once()
        yield made


def test_whatever_anybody_does_is_lawful_and_every_role_works(lived: Life) -> None:
    done = lived.done()
    taken = [kind for kind, _, status in done if status == "applied"]
    refused = [(kind, status) for kind, _, status in done if status != "applied"]
    assert len(refused) <= len(done) // 50, refused
    assert {
        Command.VERIFY, Command.DISTRIBUTE, Command.ACCEPT, Command.NOTE, Command.CONTRIBUTE, Command.SUBMIT,
        Command.APPROVE, Command.PUBLISH, Command.REPLY, Command.ASK_CITIZEN, Command.HAND_DOWN, "receive",
    } <= set(taken)  # fmt: skip
    assert len(lived.states()) >= 7
    assert len({by for _, by, _ in done}) > 15


def test_what_is_a_learners_stays_the_learners(lived: Life) -> None:
    assert LEARNERS
    assert not LEARNERS & {by for _, by, _ in lived.done()}


def test_calls_come_in_too_and_some_are_about_what_is_open(lived: Life) -> None:
    reports = lived.town.reports()
    assert {"app", "hotline", "web"} <= {one.source for one in reports}
    with lived.service.engine.connect() as connection:
        lines = [line for one in reports for line in lived.service.entities.timeline(connection, one.id)]
    words = {line.text for line in lines if line.kind == Command.CONTRIBUTE}
    assert words


def test_deadlines_of_instant_cases_pass_within_the_hour(lived: Life) -> None:
    due = [one.assignment.due_at for one in lived.town.reports() if one.assignment]
    now = lived.service.now()
    assert any(at - now < timedelta(minutes=31) for at in due)
    assert all(at.astimezone(ZONE).weekday() < 5 for at in due if at - now > timedelta(days=1))


def test_the_same_seed_takes_the_same_steps(tmp_path: Path) -> None:
    histories = []
    for name, seed in (("one", 9), ("two", 9), ("three", 10)):
        (tmp_path / name).mkdir()
        with city_of(tmp_path / name) as life:
            bystanders = Bystanders(life.service, seed=seed)
            for _ in range(4):
                bystanders.act_once()
            titles = [one.title for one in life.town.reports()]
            histories.append((life.done(), titles))
    assert histories[0] == histories[1] != histories[2]
    assert histories[0][0]


def test_they_act_while_entered_and_stop_at_the_end(life: Life) -> None:
    with Bystanders(life.service, between=0.01, seed=1):
        until(lambda: len(life.town.reports()) > 2, what="citizens' reports", seconds=30)
    assert "sandbox-alive" not in {thread.name for thread in threading.enumerate()}
    assert State.RECEIVED in life.states() or life.done()


@pytest.mark.expects_log("a bystander failed", level="ERROR")
def test_one_who_stumbles_does_not_end_the_rest(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    stumbled = False
    genuine = Bystanders.act_once

    def act(self: Bystanders) -> None:
        nonlocal stumbled
        if not stumbled:
            stumbled = True
            raise RuntimeError("on purpose")
        genuine(self)

    monkeypatch.setattr(Bystanders, "act_once", act)
    with Bystanders(life.service, between=0.01, seed=1):
        until(lambda: len(life.town.reports()) > 1, what="the next one's report", seconds=30)
