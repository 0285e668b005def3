"""Who · what · when, newest first; my unsent steps on top, marked; outside text harmless."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.payloads import Text
from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import BOTH_ROLES, Command
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.reading import Reading, read
from ui.detail.timeline import said, timeline
from ui.theme import current


def reading(workplace: Workplace) -> Reading:
    report = workplace.first("in_progress")
    workplace.session.triage.do(report, Command.NOTE, Text("Gọi <b>lại</b>"))
    found = read(workplace.session, report.id)
    assert found is not None
    return found


def test_the_newest_comes_first_and_mine_on_top(workplace: Workplace) -> None:
    shown = "".join(timeline(reading(workplace), workplace.names))
    places = [shown.index(words) for words in ("You", "noted", "distributed", "received the report")]
    assert places == sorted(places)
    assert "waiting to be sent" in shown
    assert "Lê Thị Khánh Vân" in shown
    assert "internal" in shown


def test_outside_text_is_harmless(workplace: Workplace) -> None:
    assert "Gọi &lt;b&gt;lại&lt;/b&gt;" in "".join(timeline(reading(workplace), workplace.names))


def test_what_needs_a_person_is_painted_as_danger(workplace: Workplace) -> None:
    found = reading(workplace)
    failed = Pending(found.pending[0].event, OutboxState.NEEDS_PERSON)
    shown = "".join(timeline(replace(found, pending=(failed,)), workplace.names))
    assert f"color:{current().colours.danger}" in shown
    assert replace(found, pending=(failed,)).needs_person is failed


def test_a_signer_s_capacity_stands_before_the_name(workplace: Workplace) -> None:
    found = reading(workplace)
    signed = replace(found.entries[0], capacity="KT.", at=city.NOW + timedelta(days=1))
    assert "KT. Lê Thị Khánh Vân" in "".join(timeline(replace(found, entries=(signed,)), workplace.names))


def test_an_approver_who_published_by_policy_stands_there_in_both_roles(workplace: Workplace) -> None:
    found = reading(workplace)
    first = found.entries[0]
    for roles, told in ((BOTH_ROLES, True), ((), False)):
        line = replace(first, kind="publish", roles=roles)
        shown = "".join(timeline(replace(found, entries=(line,)), workplace.names))
        assert ("as approver and publisher" in shown) is told


def test_the_approval_in_force_is_marked_where_a_card_signed_it(workplace: Workplace) -> None:
    found = reading(workplace)
    old, now = (replace(found.entries[0], id=each, kind="approve") for each in ("e-old", "e-now"))
    for signed, marks in (("ab" * 32, [False, True]), (None, [False, False])):
        answer = Answer("Đã xong", "h", Outcome.FIXED, city.WARD, "o", city.NOW, approval_sha256=signed)
        report = replace(found.report, answer=answer)
        shown = timeline(replace(found, report=report, entries=(old, now), pending=()), workplace.names)
        assert ["checked by the centre" in line for line in reversed(shown)] == marks


def test_a_payload_s_words_carry_their_reason() -> None:
    assert said({"code": "not_our_area", "text": "Bên Vỹ Dạ."}) == "Not in our area: Bên Vỹ Dạ."
    assert said({"question": "Ở số mấy?"}) == "Ở số mấy?"
    assert said({"content_sha256": "00"}) == ""
