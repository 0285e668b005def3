"""The workflow table against the copy typed anew from the city's rules."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from desktop_app.domain.roles import Actor, Role, StandIn
from desktop_app.domain.transition import stake_of
from desktop_app.domain.workflow import (
    Command,
    Edge,
    Party,
    Refusal,
    Stake,
    State,
    Target,
    find_edge,
    in_stead_of,
    legal_commands,
    parties,
    publishes_by_policy,
)
from tests.desktop_app.domain.samples import ACTORS, CO, LEAD, OTHER, actor, report
from tests.support import workflow_table as typed

SIGNS = {"=": Target.UNCHANGED, "<": Target.STATE_BEFORE, "?": Target.DECIDED}


def test_names_are_those_of_the_rules() -> None:
    assert {state.value for state in State} == set(typed.STATES)
    assert {command.value for command in Command} == set(typed.COMMANDS)
    assert {party.value for party in Party} == set(typed.PARTIES)


@pytest.mark.parametrize("party", typed.PARTIES)
def test_every_triple_is_allowed_or_refused_as_typed(party: str) -> None:
    disagreements = []
    for command, state in itertools.product(typed.COMMANDS, typed.STATES):
        found = find_edge(Command(command), ACTORS[party], stake_of(report(State(state))))
        wanted = typed.allowed(command, state, party)
        expected = SIGNS.get(wanted, State(wanted) if wanted not in SIGNS else None) if wanted else None
        got = found.target if isinstance(found, Edge) else None
        if got != expected:
            disagreements.append((command, state, got, expected))
    assert disagreements == []


@pytest.mark.parametrize("name", typed.PARTIES)
def test_sample_actors_stand_in_exactly_one_relation(name: str) -> None:
    assert parties(ACTORS[name], stake_of(report())) == {Party(name), Party(typed.ALSO.get(name, name))}


def test_a_stranger_learns_nothing_of_the_state() -> None:
    stranger = actor(OTHER, Role.HANDLER)
    refusals = {find_edge(Command.ACCEPT, stranger, stake_of(report(state))) for state in State}
    assert refusals == {Refusal.NOT_YOURS}


def test_wrong_state_is_told_to_those_concerned() -> None:
    assert find_edge(Command.ACCEPT, ACTORS["lead_unit"], stake_of(report())) is Refusal.WRONG_STATE


def test_private_reports_have_only_their_recipient() -> None:
    private = Stake(State.IN_PROGRESS, LEAD, frozenset({CO}), private=True)
    everyone = Actor("p", LEAD, frozenset(Role) - {Role.MISCONDUCT_RECIPIENT}, frozenset({LEAD, CO}))
    recipient = actor("unit-inspect", Role.MISCONDUCT_RECIPIENT)
    assert parties(everyone, private) == frozenset()
    assert isinstance(find_edge(Command.SUBMIT, recipient, private), Edge)
    assert find_edge(Command.SUBMIT, everyone, private) is Refusal.NOT_YOURS


def test_leader_of_the_lead_unit_approves_and_may_act_for_it() -> None:
    leader = actor(LEAD, Role.APPROVER)
    assert parties(leader, stake_of(report())) == {Party.APPROVER, Party.LEAD_UNIT}
    assert Party.APPROVER not in parties(actor(OTHER, Role.APPROVER), stake_of(report()))


@pytest.mark.parametrize("allowed", [False, True])
def test_an_approver_publishes_only_where_the_policy_lets_them(allowed: bool) -> None:
    ready, rights = stake_of(report(State.APPROVED)), frozenset({Role.APPROVER})
    ours = Actor("p", LEAD, rights, frozenset({LEAD}), approver_publishes=allowed)
    theirs = replace(ours, unit_id=OTHER, units=frozenset({OTHER}))
    handler = replace(ours, roles=frozenset({Role.HANDLER}))
    offered = {Command.PUBLISH, Command.SEND_BACK} <= set(legal_commands(ours, ready))
    assert (offered, publishes_by_policy(ours, ready)) == (allowed, allowed)
    for stranger in (theirs, handler):
        assert find_edge(Command.PUBLISH, stranger, ready) is Refusal.NOT_YOURS
        assert not publishes_by_policy(stranger, ready)


def test_a_publisher_publishes_as_such_whatever_else_they_are() -> None:
    both = Actor(
        "p", LEAD, frozenset({Role.APPROVER, Role.PUBLISHER}), frozenset({LEAD}), approver_publishes=True
    )
    assert not publishes_by_policy(both, stake_of(report(State.APPROVED)))


def test_the_policy_leads_nobody_to_a_private_report() -> None:
    private = Stake(State.APPROVED, LEAD, frozenset(), private=True)
    leader = Actor("p", LEAD, frozenset({Role.APPROVER}), frozenset({LEAD}), approver_publishes=True)
    assert parties(leader, private) == frozenset()


def test_whoever_stands_in_for_an_approver_publishes_in_their_stead() -> None:
    ready = stake_of(report(State.APPROVED))
    away = StandIn("d-1", "boss", "Trần Trưởng", frozenset({LEAD}), frozenset({Role.APPROVER}))
    deputy = Actor("p", OTHER, frozenset({Role.HANDLER}), standing_in=(away,), approver_publishes=True)
    assert publishes_by_policy(deputy, ready)
    assert in_stead_of(Command.PUBLISH, deputy, ready) == away


def test_legal_commands_come_once_each_in_table_order() -> None:
    found = legal_commands(ACTORS["lead_unit"], stake_of(report(State.DISTRIBUTED)))
    assert found[:3] == (Command.ACCEPT, Command.HAND_DOWN, Command.RETURN)
    assert len(found) == len(set(found))


def test_a_closed_report_offers_the_unit_nothing() -> None:
    assert legal_commands(ACTORS["lead_unit"], stake_of(report(State.CLOSED))) == ()
