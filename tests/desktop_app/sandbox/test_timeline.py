"""What a timeline says of a command, and what of it the public may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.domain import payloads as p
from desktop_app.domain.organisation import Unit, UnitTree
from desktop_app.domain.report import QUESTION_WANTED, Assignment, Entry, Outcome, Report
from desktop_app.domain.roles import SYSTEM, Actor
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.timeline import INTERNAL, entry_of, naming_whom, words_of

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
REPORT = Report("r", "PA-1", 4, State.IN_PROGRESS, "Ngập", "Nước", NOW)
PERSON = Actor("p", "u", frozenset())


def line(command: Command, payload: p.Payload, report: Report = REPORT, actor: Actor = PERSON) -> Entry:
    return entry_of(command, payload, report, id="e", actor=actor, name="N. T. An", at=NOW)


def test_a_line_says_who_what_when_from_where_and_at_which_version() -> None:
    entry = line(Command.ACCEPT, p.Nothing())
    assert (entry.by, entry.by_name, entry.unit) == ("p", "N. T. An", "u")
    assert (entry.kind, entry.at, entry.version, entry.report_id) == ("accept", NOW, 4, "r")


@pytest.mark.parametrize("command", list(Command))
def test_work_among_colleagues_is_not_public(command: Command) -> None:
    after = replace(REPORT, state=State.AWAITING_CITIZEN) if command is Command.ASK_CITIZEN else REPORT
    assert line(command, p.Nothing(), after).public is (command not in INTERNAL)


def test_a_unit_s_question_on_its_way_to_the_dispatcher_is_a_line_of_its_own() -> None:
    wanted = line(Command.ASK_CITIZEN, p.AskCitizen("Ở số mấy?"))
    assert (wanted.kind, wanted.text, wanted.public) == (QUESTION_WANTED, "Ở số mấy?", False)


def test_nothing_of_a_private_report_is_public() -> None:
    assert not line(Command.DISTRIBUTE, p.Nothing(), replace(REPORT, private=True)).public


def test_a_signature_carries_its_capacity() -> None:
    assert line(Command.APPROVE, p.Approve("00", "KT.")).capacity == "KT."
    assert line(Command.APPROVE, p.Approve("00")).capacity is None


def test_the_system_has_no_unit() -> None:
    assert line(Command.CLOSE, p.Nothing(), actor=SYSTEM).unit is None


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (p.Nothing(), ""),
        (p.Text("Đã gọi"), "Đã gọi"),
        (p.AskCitizen("Ở đâu?"), "Ở đâu?"),
        (p.DecideReopen("closed", "Đúng"), "Đúng"),
        (p.HandDown("u", "p", "Biên bản", NOW), "Biên bản"),
        (p.Submit("Kính gửi", Outcome.FIXED, "u", "00"), ""),
    ],
)
def test_words_are_the_persons_own(payload: p.Payload, words: str) -> None:
    assert words_of(payload) == words


def test_work_given_says_to_whom_what_and_until_when_and_names_no_officer() -> None:
    units = UnitTree([Unit("u-1", "Sở Một", "agency"), Unit("u-2", "Sở Hai", "agency")])
    job = Assignment("u-1", "o-handler", "Biên bản", NOW, ("u-2", "u-gone"))
    given = p.Distribute("u-1", "o-handler", "Biên bản", NOW, ("u-2", "u-gone"), "Theo Sở Hai")
    after = replace(REPORT, assignment=job)
    said = "Sở Một + Sở Hai + u-gone · Biên bản · 10:00 18/11/2026"
    assert naming_whom(line(Command.DISTRIBUTE, given), given, after, units).text == f"{said}\nTheo Sở Hai"
    down = p.HandDown("u-1", "o-handler", "Biên bản", NOW)
    assert naming_whom(line(Command.HAND_DOWN, down), down, after, units).text == said
    note = line(Command.NOTE, p.Text("Đã gọi"))
    assert naming_whom(note, p.Text("Đã gọi"), after, units) == note
