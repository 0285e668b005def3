"""Citizens report by every door, reply when asked, and say what they think of an answer."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.life.citizens import Citizens
from tests.desktop_app.sandbox.life.conftest import Life
from tests.support.small_city import report


def test_people_report_by_every_door_in_words_of_their_own(life: Life) -> None:
    citizens = Citizens(life.town)
    made = [citizens.report([]) for _ in range(40)]
    reports = life.town.reports()
    assert len(reports) == len([one for one in made if one is not None]) == 40
    assert {"app", "hotline", "web", "zalo"} <= {one.source for one in reports}
    assert len({one.title for one in reports}) > 30
    assert len({one.code for one in reports}) == 40
    assert all(one.place.unit_code and one.state is State.RECEIVED for one in reports)
    with life.town.service.engine.connect() as connection:
        photos = [life.town.service.entities.attachments(connection, one.id) for one in reports]
    assert 10 < sum(map(len, photos)) < 40
    assert not any(photo.redacts for taken in photos for photo in taken)  # nobody has decided yet


def test_a_call_about_what_is_open_adds_to_it(life: Life) -> None:
    citizens = Citizens(life.town)
    known = [citizens.report([]) for _ in range(3)]
    present = life.town.reports()
    joined = [citizens.report(present) for _ in range(60)].count(None)
    assert joined > 0
    kinds = [kind for kind, _, status in life.done() if status == "applied"]
    assert kinds.count("receive") >= joined
    assert len(known) == 3


def test_who_was_asked_replies_sooner_or_later(life: Life) -> None:
    now = life.service.now()
    due = (now + timedelta(days=3)).date()
    asked = life.put(
        report(now, State.AWAITING_CITIZEN, question="Ở đâu?", question_due=due, state_before=State.VERIFIED)
    )
    citizens = Citizens(life.town)
    replies = [citizens.answer(life.town.reports()) for _ in range(40)]
    assert replies.count(True) == 1
    assert life.read(asked.id).state is State.VERIFIED
    assert citizens.answer([]) is False


def test_an_answer_is_judged(life: Life) -> None:
    now = life.service.now()
    answer = Answer("x", "0" * 64, Outcome.FIXED, "hue-sxd", "o", now, published_at=now)
    for _ in range(6):
        life.put(report(now, State.PUBLISHED, answer=answer))
    citizens = Citizens(life.town)
    while any(one.state is State.PUBLISHED for one in life.town.reports()):
        citizens.judge(life.town.reports())
    kinds = {kind for kind, _, _ in life.done()}
    assert kinds <= {Command.CLOSE, Command.REQUEST_REOPEN}
    assert life.states() <= {State.CLOSED, State.REOPEN_REQUESTED}
