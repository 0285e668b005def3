"""The demo desks' plan: enough of each kind, in the demo people's own unit."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox.demo_cards import DEMO_CARDS
from desktop_app.sandbox.seed import desk
from desktop_app.sandbox.seed.desk import desk_briefs
from desktop_app.sandbox.seed.organisation import Organisation
from tests.desktop_app.sandbox.seed.test_briefs import end_of


def test_the_desks_belong_to_the_people_on_the_cards(organisation: Organisation) -> None:
    cards = {card.file_name: card.officer_id for card in DEMO_CARDS}
    assert cards["handler-1.json"] == desk.HANDLER
    assert cards["handler-2.json"] == desk.COLLEAGUE
    assert cards["approver-1.json"] == desk.APPROVER
    officers = {officer.id: officer for officer in organisation.officers}
    assert {officers[who].unit_id for who in (desk.HANDLER, desk.COLLEAGUE, desk.APPROVER)} == {desk.UNIT}
    assert Role.APPROVER in officers[desk.APPROVER].roles


def test_every_planned_route_leads_to_its_state() -> None:
    assert all(end_of(brief.route) == brief.state for brief in desk_briefs())


def test_the_handler_has_overdue_due_today_and_new_ones() -> None:
    mine = [brief for brief in desk_briefs() if brief.owner == desk.HANDLER]
    due = Counter(brief.due_in for brief in mine)
    assert len(mine) >= 15
    assert due[0] >= 3
    assert sum(count for days, count in due.items() if days is not None and days < 0) >= 4
    assert sum(brief.state is State.DISTRIBUTED for brief in mine) >= 5


def test_approver_and_publisher_get_three_each_and_two_have_nobody() -> None:
    states = Counter(brief.state for brief in desk_briefs())
    assert states[State.AWAITING_APPROVAL] == states[State.APPROVED] == 3
    assert sum(brief.owner == desk.UNIT for brief in desk_briefs()) == 2


def test_two_came_in_just_now() -> None:
    live = [brief for brief in desk_briefs() if brief.live]
    assert [brief.state for brief in live] == [State.DISTRIBUTED, State.IN_PROGRESS]
