"""The workflow: states, commands, and the one table of legal edges.

The same table runs on the client (to offer commands) and on the server (to enforce them). Tests
hold an independently typed copy of it and prove that every pair not in it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.domain.roles import Actor, Role, StandIn


class State(StrEnum):
    """Internal state of a report; the public phase is another thing (see ``phases``)."""

    RECEIVED = "received"
    VERIFIED = "verified"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"
    DISTRIBUTED = "distributed"
    IN_PROGRESS = "in_progress"
    RETURNED = "returned"
    AWAITING_CITIZEN = "awaiting_citizen"
    MONITORING = "monitoring"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"
    REOPEN_REQUESTED = "reopen_requested"
    REOPENED = "reopened"


class Command(StrEnum):
    """What a person, the citizen or the system can do to a report."""

    VERIFY = "verify"
    REJECT = "reject"
    MARK_DUPLICATE = "mark_duplicate"
    DISTRIBUTE = "distribute"
    ACCEPT = "accept"
    HAND_DOWN = "hand_down"
    RETURN = "return"
    ASK_CITIZEN = "ask_citizen"
    REPLY = "reply"
    EXPIRE = "expire"
    MONITOR = "monitor"
    RESUME = "resume"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    PUBLISH = "publish"
    CLOSE = "close"
    REQUEST_REOPEN = "request_reopen"
    DECIDE_REOPEN = "decide_reopen"
    REQUEST_EXTENSION = "request_extension"
    DECIDE_EXTENSION = "decide_extension"
    NOTE = "note"
    CONTRIBUTE = "contribute"
    ATTACH = "attach"
    TAG = "tag"
    PRIORITISE = "prioritise"
    URGE = "urge"
    SPLIT = "split"
    MERGE = "merge"


class Party(StrEnum):
    """In what relation to a report an actor acts."""

    DISPATCHER = "dispatcher"
    LEAD_UNIT = "lead_unit"
    CO_PROCESSOR = "co_processor"
    APPROVER = "approver"
    PUBLISHER = "publisher"
    APPROVER_BY_POLICY = "approver_by_policy"
    """An approver, where the organisation's policy lets approvers publish."""
    SUPERVISOR = "supervisor"
    CITIZEN = "citizen"
    SYSTEM = "system"


class Target(StrEnum):
    """Where an edge leads when it is not one fixed state."""

    UNCHANGED = "unchanged"
    STATE_BEFORE = "state_before"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Edge:
    """From ``sources`` to ``target`` by any of ``parties``."""

    command: Command
    sources: frozenset[State]
    target: State | Target
    parties: frozenset[Party]


@dataclass(frozen=True, slots=True)
class Stake:
    """What the rules look at in a report: its state, the units concerned, who alone may see it if private."""

    state: State
    lead_unit: str | None
    co_processors: frozenset[str]
    private: bool = False
    recipients: frozenset[str] = frozenset()


S, C, P = State, Command, Party
OPEN_STATES = frozenset(S) - {S.REJECTED, S.DUPLICATE, S.PUBLISHED, S.CLOSED}
RUNNING = frozenset({S.DISTRIBUTED, S.IN_PROGRESS, S.MONITORING, S.AWAITING_CITIZEN})
_CONCERNED = frozenset({P.DISPATCHER, P.LEAD_UNIT, P.CO_PROCESSOR, P.APPROVER, P.PUBLISHER, P.SUPERVISOR})


def _edge(
    command: Command, sources: set[State] | frozenset[State], target: State | Target, *parties: Party
) -> Edge:
    return Edge(command, frozenset(sources), target, frozenset(parties))


TABLE: tuple[Edge, ...] = (
    _edge(C.VERIFY, {S.RECEIVED}, S.VERIFIED, P.DISPATCHER),
    _edge(C.REJECT, {S.RECEIVED, S.VERIFIED, S.RETURNED}, S.REJECTED, P.DISPATCHER),
    _edge(C.MARK_DUPLICATE, {S.RECEIVED, S.VERIFIED, S.RETURNED}, S.DUPLICATE, P.DISPATCHER),
    _edge(C.DISTRIBUTE, {S.VERIFIED, S.RETURNED, S.REOPENED}, S.DISTRIBUTED, P.DISPATCHER),
    _edge(C.ACCEPT, {S.DISTRIBUTED}, S.IN_PROGRESS, P.LEAD_UNIT),
    _edge(C.HAND_DOWN, {S.DISTRIBUTED, S.IN_PROGRESS}, S.DISTRIBUTED, P.LEAD_UNIT),
    _edge(C.RETURN, {S.DISTRIBUTED, S.IN_PROGRESS}, S.RETURNED, P.LEAD_UNIT),
    _edge(C.RETURN, {S.DISTRIBUTED, S.IN_PROGRESS}, Target.UNCHANGED, P.CO_PROCESSOR),
    _edge(C.ASK_CITIZEN, {S.VERIFIED, S.IN_PROGRESS}, S.AWAITING_CITIZEN, P.DISPATCHER),
    _edge(C.ASK_CITIZEN, {S.IN_PROGRESS}, Target.UNCHANGED, P.LEAD_UNIT),  # through the dispatcher
    _edge(C.REPLY, {S.AWAITING_CITIZEN}, Target.STATE_BEFORE, P.SYSTEM),
    _edge(C.EXPIRE, {S.AWAITING_CITIZEN}, Target.STATE_BEFORE, P.SYSTEM),
    _edge(C.MONITOR, {S.IN_PROGRESS}, S.MONITORING, P.LEAD_UNIT),
    _edge(C.RESUME, {S.MONITORING}, S.IN_PROGRESS, P.LEAD_UNIT),
    _edge(C.SUBMIT, {S.IN_PROGRESS, S.MONITORING}, S.AWAITING_APPROVAL, P.LEAD_UNIT),
    _edge(C.SUBMIT, {S.VERIFIED}, S.AWAITING_APPROVAL, P.DISPATCHER),
    _edge(C.SEND_BACK, {S.AWAITING_APPROVAL}, S.IN_PROGRESS, P.APPROVER),
    _edge(C.SEND_BACK, {S.APPROVED}, S.IN_PROGRESS, P.PUBLISHER, P.APPROVER_BY_POLICY),
    _edge(C.APPROVE, {S.AWAITING_APPROVAL}, S.APPROVED, P.APPROVER),
    _edge(C.PUBLISH, {S.APPROVED}, S.PUBLISHED, P.PUBLISHER, P.APPROVER_BY_POLICY),
    _edge(C.CLOSE, {S.PUBLISHED}, S.CLOSED, P.SYSTEM),
    _edge(C.REQUEST_REOPEN, {S.PUBLISHED, S.CLOSED}, S.REOPEN_REQUESTED, P.CITIZEN),
    _edge(C.DECIDE_REOPEN, {S.REOPEN_REQUESTED}, Target.DECIDED, P.DISPATCHER),
    _edge(C.REQUEST_EXTENSION, RUNNING, Target.UNCHANGED, P.LEAD_UNIT),
    _edge(C.DECIDE_EXTENSION, RUNNING, Target.UNCHANGED, P.DISPATCHER),
    *(
        Edge(command, OPEN_STATES, Target.UNCHANGED, _CONCERNED)
        for command in (C.NOTE, C.CONTRIBUTE, C.ATTACH, C.TAG, C.PRIORITISE, C.URGE)
    ),
    _edge(C.SPLIT, OPEN_STATES, Target.UNCHANGED, P.DISPATCHER, P.LEAD_UNIT),
    _edge(C.MERGE, OPEN_STATES, Target.UNCHANGED, P.DISPATCHER, P.LEAD_UNIT),
)


class Refusal(StrEnum):
    """Why a command is not legal; the rule's code on the wire and in ``ui.wording``."""

    WRONG_STATE = "wrong_state"
    NOT_YOURS = "not_yours"


def parties(actor: Actor, stake: Stake) -> frozenset[Party]:
    """Return every relation in which ``actor`` stands to the report.

    A private (misconduct) report has one party among the staff: its recipient, who acts as
    dispatcher, unit, approver and publisher of it; nobody else stands in any relation to it.
    """
    if actor.system:
        return frozenset({Party.SYSTEM})
    if actor.citizen:
        return frozenset({Party.CITIZEN})
    if stake.private:
        recipient = {Party.DISPATCHER, Party.LEAD_UNIT, Party.APPROVER, Party.PUBLISHER}
        named = not stake.recipients or actor.person_id in stake.recipients
        return frozenset(recipient) if named and actor.holds(Role.MISCONDUCT_RECIPIENT) else frozenset()
    return frozenset(_staff_parties(actor, stake))


def _staff_parties(actor: Actor, stake: Stake) -> set[Party]:
    found: set[Party] = set()
    if actor.holds(Role.DISPATCHER):
        found.add(Party.DISPATCHER)
    if actor.holds(Role.PUBLISHER):
        found.add(Party.PUBLISHER)
    if actor.holds(Role.SUPERVISOR):
        found.add(Party.SUPERVISOR)
    if actor.holds(Role.HANDLER) and stake.lead_unit in actor.units:
        found.add(Party.LEAD_UNIT)
    if actor.holds(Role.HANDLER) and actor.units & stake.co_processors:
        found.add(Party.CO_PROCESSOR)
    if leads(actor, stake):
        found |= {Party.APPROVER, Party.LEAD_UNIT}
    if stake.lead_unit in actor.deputy_for:
        found.add(Party.APPROVER)
    for colleague in actor.standing_in:
        found |= _parties_in_stead(colleague, stake)
    if actor.approver_publishes and Party.APPROVER in found:
        found.add(Party.APPROVER_BY_POLICY)
    return found


def leads(actor: Actor, stake: Stake) -> bool:
    """Tell whether ``actor`` is, by their own post, a leader over the lead unit."""
    return actor.holds(Role.APPROVER) and stake.lead_unit in actor.units


def _parties_in_stead(colleague: StandIn, stake: Stake) -> set[Party]:
    """A deputy for handling handles, one for approving approves, and neither does anything else."""
    found: set[Party] = set()
    if Role.HANDLER in colleague.roles and stake.lead_unit in colleague.units:
        found.add(Party.LEAD_UNIT)
    if Role.HANDLER in colleague.roles and colleague.units & stake.co_processors:
        found.add(Party.CO_PROCESSOR)
    if Role.APPROVER in colleague.roles and stake.lead_unit in colleague.units:
        found.add(Party.APPROVER)
    return found


def find_edge(command: Command, actor: Actor, stake: Stake) -> Edge | Refusal:
    """Return the edge that lets ``actor`` carry out ``command`` now, or why there is none.

    ``NOT_YOURS`` comes first: a stranger learns nothing of the state.
    """
    standing = parties(actor, stake)
    edges = [edge for edge in TABLE if edge.command is command]
    mine = [edge for edge in edges if edge.parties & standing]
    if not mine:
        return Refusal.NOT_YOURS
    for edge in mine:
        if stake.state in edge.sources:
            return edge
    return Refusal.WRONG_STATE


def legal_commands(actor: Actor, stake: Stake) -> tuple[Command, ...]:
    """Return the commands open to ``actor`` now, in the table's order, each once."""
    standing = parties(actor, stake)
    found = (edge.command for edge in TABLE if stake.state in edge.sources and edge.parties & standing)
    return tuple(dict.fromkeys(found))


BOTH_ROLES = (Party.APPROVER.value, Party.PUBLISHER.value)
"""In which roles an approver publishes whom the policy lets."""


def publishes_by_policy(actor: Actor, stake: Stake) -> bool:
    """Tell whether ``actor`` would publish as an approver whom the policy lets, not as a publisher.

    Whoever does so stands in both roles, and the record names both.
    """
    standing = parties(actor, stake)
    return Party.APPROVER_BY_POLICY in standing and Party.PUBLISHER not in standing


def in_stead_of(command: Command, actor: Actor, stake: Stake) -> StandIn | None:
    """Return in whose stead ``actor`` carries out ``command``; None where it is their own to do."""
    alone = replace(actor, standing_in=())
    if isinstance(find_edge(command, alone, stake), Edge):
        return None
    each_alone = ((one, replace(alone, standing_in=(one,))) for one in actor.standing_in)
    return next(
        (one for one, as_one in each_alone if isinstance(find_edge(command, as_one, stake), Edge)), None
    )
