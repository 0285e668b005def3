"""Bar S6: every command × role × unit × recusal × delegation against the server, from the typed tables.

For each command in a state where somebody may give it and in one where nobody may: carried out, refused, or
not there at all, exactly as typed; and the client's own table offers what the server takes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.delegation import Delegation, Right
from desktop_app.domain.organisation import Officer
from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Role
from desktop_app.domain.transition import stake_of
from desktop_app.domain.workflow import State, legal_commands
from desktop_app.sandbox import audience, policy, wire
from tests.conformance.test_workflow_enforced import FILE, payload, ripe
from tests.support import rights_table, workflow_table
from tests.support.arranging import absence, actor_of, arrange, command, employ
from tests.support.files import lay_file
from tests.support.rights_table import BY_POLICY, PRIVATE, PUBLIC, Row, rows
from tests.support.small_city import IOC, LEAD, SmallCity

SYSTEMS = {"reply", "expire", "close", "request_reopen"}
_OF_UNITS = {"distribute", "hand_down", "submit", "request_extension"}
"""Commands whose payload names units, of which a private report has none."""
GIVEN = tuple(each for each in workflow_table.COMMANDS if each not in SYSTEMS)


def hire(city: SmallCity, row: Row) -> str:
    """Employ the person of a row and arrange their delegation."""
    person = employ(city, Officer(f"o-x-{row.name}", row.name, row.unit, (Role(row.role),))).id
    if row.delegation:
        away, right, when = row.delegation
        if when == "over":
            return _once_deputy(city, away, person, Right(right))
        asked = absence(city, away, person, right, begins=3.0 if when == "later" else 0.0)
        made, result = arrange(city, away, "delegate", "delegation", asked)
        assert result["status"] == "applied", result
        if when == "ended":
            assert arrange(city, away, "end_delegation", "delegation", {}, made)[1]["status"] == "applied"
    return person


def _once_deputy(city: SmallCity, away: str, person: str, right: Right) -> str:
    """Nobody can make a delegation that is over: this one was made in its time."""
    now = city.service.now()
    over = Delegation(
        "d-over", away, person, (right,), (LEAD,), now - timedelta(days=9), now - timedelta(days=2), away
    )
    with city.service.writer.transaction() as connection:
        scope = frozenset({audience.person_scope(person)})
        city.service.entities.put(connection, "delegation", over.id, wire.encode(over), scope)
    return person


_ENDED = {State.REJECTED, State.DUPLICATE, State.PUBLISHED, State.CLOSED}


def states_of(kind: str) -> tuple[State, State]:
    """A state from which somebody may give the command, and one from which nobody may."""
    legal = sorted({state for line in workflow_table.LINES if line.command == kind for state in line.states})
    illegal = [state for state in workflow_table.STATES if state not in legal]
    return State(legal[0]), State(illegal[0])


def may(kind: str, state: State, row: Row) -> bool:
    return any(workflow_table.allowed(kind, state, party) for party in row.relations)


def fresh(city: SmallCity, state: State, *, private: bool) -> Report:
    made = ripe(city, state)
    if private:
        made = replace(made, private=True, recused=(IOC,), recipients=("o-x-recipient",), assignment=None)
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(connection, made)
        lay_file(connection, made.id, FILE)
    return made


def disagreements(city: SmallCity, row: Row, *, private: bool) -> list[tuple[object, ...]]:
    person = hire(city, row)
    original = city.put().id
    wrong: list[tuple[object, ...]] = []
    for kind in GIVEN:
        for state in states_of(kind):
            report = fresh(city, state, private=private)
            carried = payload(city, kind, original)
            if private and kind in {"mark_duplicate", "merge"}:
                carried = {name: fresh(city, State.RECEIVED, private=True).id for name in carried}
            actor = actor_of(city, person, city.service.now() + timedelta(seconds=2))
            sees, allowed = may_see(actor, report), may(kind, state, row)
            offered = kind in {str(each) for each in legal_commands(actor, stake_of(report))}
            result = command(city, person, kind, report.id, carried)
            expected = _expected(allowed, row.sees or _takes_calls(row, report))
            if private and allowed and kind in _OF_UNITS:
                expected = {"applied", "rejected"}  # the units of a private report are another rule's
            if result["status"] not in expected or sees != (expected != {"not_found"}) or offered != allowed:
                wrong.append((kind, state, sees, offered, result, expected))
    return wrong


def _expected(allowed: bool, sees: bool) -> set[str]:
    return {"applied"} if allowed else {"rejected"} if sees else {"not_found"}


def _takes_calls(row: Row, report: Report) -> bool:
    """The hotline sees what is open: a caller may speak of any of it."""
    return row.role == "hotline" and report.state not in _ENDED and not report.private


@pytest.mark.parametrize("row", rows(PUBLIC), ids=lambda row: row.name)
def test_open_reports(city: SmallCity, row: Row) -> None:
    assert disagreements(city, row, private=False) == []


@pytest.mark.parametrize("row", rows(PRIVATE), ids=lambda row: row.name)
def test_misconduct_reports(city: SmallCity, row: Row) -> None:
    assert disagreements(city, row, private=True) == []


@pytest.fixture
def approvers_publish(city: SmallCity) -> None:
    with city.service.writer.transaction() as connection:
        policy.change(connection, policy.APPROVER_PUBLISHES, True)


@pytest.mark.usefixtures("approvers_publish")
@pytest.mark.parametrize("row", rows(BY_POLICY), ids=lambda row: row.name)
def test_open_reports_where_approvers_publish(city: SmallCity, row: Row) -> None:
    assert disagreements(city, row, private=False) == []


@pytest.mark.usefixtures("approvers_publish")
@pytest.mark.parametrize("row", rows(PRIVATE), ids=lambda row: row.name)
def test_misconduct_reports_where_approvers_publish(city: SmallCity, row: Row) -> None:
    assert disagreements(city, row, private=True) == []


def test_every_role_and_every_kind_of_delegation_is_in_the_table() -> None:
    listed = rows(rights_table.PUBLIC)
    assert {row.role for row in listed} == set(map(str, Role))
    assert {row.delegation[2] for row in listed if row.delegation} == {"now", "later", "over", "ended"}
