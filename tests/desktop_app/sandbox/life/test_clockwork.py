"""What the system owes: questions that ran out, answers nobody rated."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import State
from desktop_app.sandbox.life.clockwork import UNRATED, Clockwork
from tests.desktop_app.sandbox.life.conftest import Life
from tests.support.small_city import report


def test_a_question_nobody_answered_expires_after_its_day(life: Life) -> None:
    now = life.service.now()
    asked = {"question": "Ở đâu?", "state_before": State.VERIFIED}
    over = life.put(
        report(now, State.AWAITING_CITIZEN, question_due=(now - timedelta(days=2)).date(), **asked)
    )
    open_ = life.put(
        report(now, State.AWAITING_CITIZEN, question_due=(now + timedelta(days=2)).date(), **asked)
    )
    assert Clockwork(life.town).wind_on(life.town.reports()) == 1
    assert (life.read(over.id).state, life.read(open_.id).state) == (State.REJECTED, State.AWAITING_CITIZEN)
    assert life.done() == [("expire", "system", "applied")]


def test_an_answer_nobody_rated_closes_after_fifteen_days(life: Life) -> None:
    now = life.service.now()
    answer = Answer("x", "0" * 64, Outcome.FIXED, "hue-sxd", "o", now, published_at=now)
    published = life.put(report(now, State.PUBLISHED, answer=answer))
    clockwork = Clockwork(life.town)
    assert clockwork.wind_on(life.town.reports()) == 0
    life.clock.move(UNRATED + timedelta(hours=1))
    assert clockwork.wind_on(life.town.reports()) == 1
    assert life.read(published.id).state is State.CLOSED
