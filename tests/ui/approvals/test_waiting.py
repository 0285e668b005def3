"""What waits is what this leader may approve, no more, the most urgent first."""

from __future__ import annotations

import pytest

from desktop_app.domain.workflow import State
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.approvals.waiting import to_approve, waiting


@pytest.fixture
def leader(hire: Hire) -> Workplace:
    return hire(city.LEADER)


def test_the_most_urgent_comes_first(leader: Workplace) -> None:
    found = waiting(leader.session)
    assert {each.state for each in found} == {State.AWAITING_APPROVAL}
    due = [each.assignment.due_at for each in found if each.assignment]
    assert len(due) == len(found) > 1
    assert due == sorted(due)


def test_who_approves_nothing_is_given_nothing(workplace: Workplace) -> None:
    answered = workplace.first("awaiting_approval")
    assert answered.answer is not None
    assert waiting(workplace.session) == []
    assert to_approve(workplace.session, [answered.id]) == []


def test_what_is_gone_or_has_no_answer_is_left_out(leader: Workplace) -> None:
    answered, in_work = leader.first("awaiting_approval"), leader.first("in_progress")
    found = to_approve(leader.session, ["gone", in_work.id, answered.id])
    assert [each.id for each in found] == [answered.id]
