"""The town: what people have in mind, who acts, and that the centre judges what they send."""

from __future__ import annotations

from random import Random

from desktop_app.domain import payloads as p
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.life.town import LEARNERS, PRESENT, Town
from tests.desktop_app.sandbox.life.conftest import Life
from tests.support.small_city import report


def test_private_reports_and_other_cities_are_nobodys_small_talk(life: Life) -> None:
    now = life.service.now()
    mine = life.put(report(now, State.RECEIVED))
    life.put(report(now, State.RECEIVED, private=True))
    life.put(report(now, State.RECEIVED, organisation="nyc311"))
    assert [one.id for one in life.town.reports()] == [mine.id]


def test_what_was_touched_last_comes_first_and_not_all_of_it(life: Life) -> None:
    now = life.service.now()
    ids = [life.put(report(now, State.RECEIVED)).id for _ in range(3)]
    assert [one.id for one in life.town.reports()] == ids[::-1]
    assert PRESENT == 400


def test_learners_do_their_own_work(life: Life) -> None:
    roles = {role for one in life.town.working for role in life.town.city.staff.doer(one).actor.roles}
    assert not LEARNERS & set(life.town.working)
    assert {Role.DISPATCHER, Role.HANDLER, Role.APPROVER, Role.PUBLISHER, Role.SUPERVISOR} <= roles


def test_an_officer_acts_with_todays_rights(life: Life) -> None:
    author = life.town.author("hue-p13")
    assert author is not None
    assert author.actor.holds(Role.DISPATCHER)
    assert life.town.author("nobody") is None


def test_the_centre_judges_what_anybody_sends(life: Life) -> None:
    known = life.put(report(life.service.now(), State.RECEIVED))
    author = life.town.author("hue-p13")
    assert author is not None
    town = Town(life.service, Random(1))
    assert town.send(known, Command.REJECT, p.Coded("insufficient", "Không rõ"), author)
    assert not town.send(known, Command.REJECT, p.Coded("insufficient", "Không rõ"), author)
    assert [status for _, _, status in life.done()] == ["applied", "conflict"]
