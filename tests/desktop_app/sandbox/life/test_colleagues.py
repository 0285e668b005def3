"""Staff take the next lawful step, whoever owns the work first, and leave what nobody may."""

from __future__ import annotations

from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.life.citizens import Citizens
from desktop_app.sandbox.life.colleagues import Colleagues
from tests.desktop_app.sandbox.life.conftest import Life
from tests.support.small_city import report


def test_a_report_is_carried_from_its_arrival_to_its_answer(life: Life) -> None:
    citizens, colleagues = Citizens(life.town), Colleagues(life.town)
    for _ in range(6):
        citizens.report([])
    taken = [colleagues.act(life.town.reports()) for _ in range(120)]
    assert {Command.VERIFY, Command.DISTRIBUTE, Command.ACCEPT, Command.SUBMIT} <= set(taken)
    assert {status for _, _, status in life.done()} <= {"applied", "rejected"}
    answered = [one for one in life.town.reports() if one.answer is not None]
    assert answered
    assert all("Kính gửi" in one.answer.text or one.language == "en" for one in answered if one.answer)


def test_who_owns_the_work_comes_first(life: Life) -> None:
    now = life.service.now()
    job = Assignment("hue-sxd", "hue-p22", "Sửa đường", life.service.now().replace(year=now.year + 1))
    life.put(report(now, State.DISTRIBUTED, category="traffic", assignment=job))
    colleagues = Colleagues(life.town)
    while colleagues.act(life.town.reports()) is not Command.ACCEPT:
        assert len(life.done()) < 50
    assert [by for kind, by, _ in life.done() if kind == "accept"] == ["hue-p22"]


def test_nobody_acts_where_nobody_may(life: Life) -> None:
    now = life.service.now()
    job = Assignment("nowhere", "nobody", "x", now.replace(year=now.year + 1))
    life.put(report(now, State.AWAITING_APPROVAL, assignment=job))
    assert Colleagues(life.town).act(life.town.reports()) is None
    assert Colleagues(life.town).act([]) is None
