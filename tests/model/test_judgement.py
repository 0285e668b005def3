"""The judgement sees each kind of disagreement: each is made by hand, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from tests.chaos.ledger import Confirmed, Findings
from tests.model.acts import payload
from tests.model.desk import Desk
from tests.model.judgement import judge
from tests.model.network import Fault
from tests.model.planted import DEFECTS
from tests.model.template import template
from tests.model.world import World
from tests.support.small_city import OTHER


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[tuple[World, list[Desk]]]:
    """All desks in step, one note carried out."""
    world, desks = template().copy(tmp_path / "all")
    for desk in desks:
        while desk.moved():
            pass
    yield world, desks
    for desk in desks:
        desk.close()
    world.close()


def first_report(desk: Desk) -> str:
    with desk.store.reader() as connection:
        return str(connection.value("SELECT id FROM report ORDER BY id"))


def note(desk: Desk) -> Confirmed:
    report_id = first_report(desk)
    token = f"<{desk.identity.name}.1>"
    report = desk.store.reports.get(report_id)
    event = desk.triage.do(report, Command.NOTE, payloads.Text(token)).event
    told = Confirmed(event.id, report_id, "note", token)
    desk.history.done[event.id] = told
    return told


def judged(world: World, desks: list[Desk]) -> Findings:
    return judge(world, desks, {id_: report.title for id_, report in world.reports().items()})


def planted(part: str) -> ExitStack:
    """The one defect with ``part`` in its name, for the length of a block."""
    [defect] = [one for one in DEFECTS if part in one.name]
    return defect.planted()


def test_one_event_that_changed_its_report_twice(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    with planted("a doubled request"):
        note(desks[0])
        desks[0].network.fault = Fault.TWICE
        desks[0].push()
    while sum(desk.moved() for desk in desks):
        pass
    assert judged(world, desks).doubled != []


def test_an_act_where_its_author_sees_nothing(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    leader = desks[2]
    with planted("a revoked right"):
        note(leader)
        leader.push()  # the centre takes them for what they are now, from now on
        with leader.store.reader() as connection:
            [open_one] = connection.rows("SELECT id FROM report ORDER BY id LIMIT 1")
        leader.triage.do(leader.store.reports.get(open_one[0]), Command.NOTE, payloads.Text("<3.2>"))
        world.change_posts(leader.identity.officer, ())
        leader.push()
    assert any("its author may not" in line for line in judged(world, desks).leaked)


def publish_as_leader(world: World, leader: Desk) -> None:
    """The leader approves the answer that waits, hears what the policy is, and publishes it."""
    report_id = next(id_ for id_, one in world.reports().items() if one.state is State.AWAITING_APPROVAL)
    for command in (Command.APPROVE, Command.PUBLISH):
        seen = leader.store.reports.get(report_id)
        made = payload(command, seen, "<3.1>", leader.clock.now())
        assert made is not None
        event = leader.triage.do(seen, command, made).event
        leader.history.done[event.id] = Confirmed(event.id, report_id, str(command), "<3.1>")
        world.passes(6)
        while leader.moved():
            pass


def test_an_approver_publishes_where_the_policy_lets_them(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    world.let_approvers_publish(on=True)
    desks[2].pull()
    publish_as_leader(world, desks[2])
    while sum(desk.moved() for desk in desks):
        pass
    assert judged(world, desks).lines() == []
    assert list(world.published().values()) == [1]


def test_an_approver_who_published_against_the_policy(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    with planted("against the policy"):
        publish_as_leader(world, desks[2])
    assert any("its author may not" in line for line in judged(world, desks).leaked)


def test_a_publication_that_tells_one_role_of_two(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    world.let_approvers_publish(on=True)
    desks[2].pull()
    with planted("one is told"):
        publish_as_leader(world, desks[2])
    assert any("published by o-approver as []" in line for line in judged(world, desks).diverged)


def test_a_decision_that_went_over_one_unseen(quiet: tuple[World, list[Desk]]) -> None:
    world, (first, second, *others) = quiet
    report_id = next(id_ for id_, one in world.reports().items() if one.state is State.DISTRIBUTED)
    with planted("goes over another one unseen"):
        for desk, command in ((first, Command.ACCEPT), (second, Command.HAND_DOWN)):
            made = payload(command, desk.store.reports.get(report_id), "<1.1>", desk.clock.now())
            assert made is not None
            desk.triage.do(desk.store.reports.get(report_id), command, made)
        world.passes(6)
        first.push()
        second.push()
    assert any("went over" in line for line in judged(world, [first, second, *others]).diverged)


def test_search_terms_of_a_report_that_left(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    with planted("its search terms stay"):
        world.hand_over(first_report(desks[0]), OTHER)
        while sum(desk.moved() for desk in desks):
            pass
    assert any("in the pages" in line for line in judged(world, desks).leaked)


def test_agreement(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    note(desks[0])
    while sum(desk.moved() for desk in desks):
        pass
    assert judged(world, desks).lines() == []


def test_a_confirmed_act_that_went_nowhere(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    told = note(desks[0])
    found = judged(world, desks)
    assert any(told.event_id in line for line in found.lost)


def test_an_undone_act_that_was_carried_out(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    told = note(desks[0])
    desks[0].push()
    with desks[0].store.write() as tx:
        tx.connection.execute("UPDATE outbox SET state = 'cancelled' WHERE id = ?", (told.event_id,))
    assert judged(world, desks).doubled != []


def test_a_report_missing_at_a_desk(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    with desks[0].store.write() as tx:
        desks[0].store.reports.remove(tx, first_report(desks[0]))
    assert judged(world, desks).diverged != []


def test_a_report_that_stays_behind_its_scope(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    world.hand_over(first_report(desks[0]), OTHER)
    found = judged(world, desks)
    assert any("out of scope" in line for line in found.leaked)
    assert any("in the pages" in line for line in found.leaked)


def test_something_that_waits_for_a_person_without_a_reason(quiet: tuple[World, list[Desk]]) -> None:
    world, desks = quiet
    told = note(desks[0])
    with desks[0].store.write() as tx:
        tx.connection.execute("UPDATE outbox SET state = 'needs_person' WHERE id = ?", (told.event_id,))
    assert any("without a reason" in line for line in judged(world, desks).lost)
