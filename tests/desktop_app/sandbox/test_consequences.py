"""What a command brings about elsewhere: parts and followers end together, files are renamed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain.attachments import Attachment, attachment_id
from desktop_app.domain.clocks import accept_due, deadline_of
from desktop_app.domain.deadlines import REOPEN_WORKING_DAYS, ZONE, default_calendar, due_at
from desktop_app.domain.ids import new_id
from desktop_app.domain.masking import MASK, file_field, hide_all
from desktop_app.domain.organisation import Category, Officer
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.payloads import encode
from desktop_app.domain.report import CodedReason, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.commands import CITIZEN_AUTHOR, SYSTEM_AUTHOR
from desktop_app.sandbox.public_page import render_public_page
from tests.conformance.test_workflow_enforced import HASH, payload, ripe
from tests.support.arranging import APPLIED, command, employ, outcome
from tests.support.small_city import CATEGORY, IOC, LEAD, OTHER, TEAM, SmallCity

UNKNOWN = ("not_found", None, None)
TELLING = "Tôi là Lê Văn Sâm, gọi 0905123456"
VERIFY: dict[str, Any] = {"category": CATEGORY, "place": {"address": "12 Lê Lợi"}, "identity_checked": True}


def put(city: SmallCity, report: Report) -> Report:
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(connection, report)
    return report


def decisions(*texts: tuple[str, str]) -> list[dict[str, Any]]:
    return [dict(encode(one)) for one in hide_all(texts)]


def test_an_undecided_place_keeps_a_report_from_being_verified(city: SmallCity) -> None:
    report = city.put(State.RECEIVED, text=TELLING)
    one = decisions(("text", TELLING))[:1]
    for made in ([], one):
        refused = command(city, "o-dispatcher", "verify", report.id, {**VERIFY, "decisions": made})
        assert outcome(refused) == ("rejected", "identity_undecided", "decisions")
    assert city.read(report.id) == report


def test_what_was_decided_is_what_everybody_reads(city: SmallCity) -> None:
    report = city.put(State.RECEIVED, text=TELLING)
    name, number = decisions(("text", TELLING))
    made = [{**name, "hide": False}, number]
    assert (
        outcome(command(city, "o-dispatcher", "verify", report.id, {**VERIFY, "decisions": made})) == APPLIED
    )
    after = city.read(report.id)
    assert (after.text, after.text_decided) == (f"Tôi là Lê Văn Sâm, gọi {MASK}", True)
    page = render_public_page(after, {})
    assert after.text in page
    assert "0905123456" not in page


def test_a_files_name_is_decided_too_and_renamed(city: SmallCity) -> None:
    report = city.put(State.RECEIVED)
    sha256, name = "a" * 64, "CCCD 046090001234.jpg"
    file = Attachment(
        id=attachment_id(report.id, sha256), report_id=report.id, sha256=sha256, copy_sha256=sha256, size=9,
        media_type="image/jpeg", name=name, by="o-hotline", by_name="x", at=city.service.now(), version=5,
    )  # fmt: skip
    with city.service.writer.transaction() as connection:
        city.service.entities.put_attachment(connection, file, report)
    assert outcome(command(city, "o-dispatcher", "verify", report.id, VERIFY))[1] == "identity_undecided"
    made = {**VERIFY, "decisions": decisions((file_field(file.id), name))}
    assert outcome(command(city, "o-dispatcher", "verify", report.id, made)) == APPLIED
    with city.service.engine.connect() as connection:
        (known,) = city.service.entities.attachments(connection, report.id)
    assert known.name == f"CCCD {MASK}.jpg"


def test_a_citizens_reply_is_masked_before_anybody_reads_it(city: SmallCity) -> None:
    report = put(city, ripe(city, State.AWAITING_CITIZEN))
    sent = SentEvent(
        new_id(), "reply", "report", report.id, report.version, city.service.now(), {"text": TELLING}
    )
    assert city.service.commands.carry_out(sent, SYSTEM_AUTHOR)["status"] == "applied"
    with city.service.engine.connect() as connection:
        assert "0905123456" not in city.service.entities.timeline(connection, report.id)[-1].text


def private_category(city: SmallCity) -> str:
    with city.service.writer.transaction() as connection:
        made = Category("conduct", "Thái độ cán bộ", private=True)
        city.service.entities.put(connection, "category", made.id, wire.encode(made), audience.EVERYONE)
    return "conduct"


def test_a_report_found_to_be_about_conduct_leaves_every_desk_but_the_recipients(city: SmallCity) -> None:
    report = city.put(State.RECEIVED)
    made = {**VERIFY, "category": private_category(city)}
    assert outcome(command(city, "o-dispatcher", "verify", report.id, made)) == APPLIED
    after = city.read(report.id)
    assert after.private
    assert after.code.startswith("TD-")
    assert outcome(command(city, "o-dispatcher", "note", report.id, {"text": "x"})) == (
        "not_found",
        None,
        None,
    )
    assert outcome(command(city, "o-misconduct", "note", report.id, {"text": "x"})) == APPLIED


def test_whom_it_is_about_and_their_unit_never_see_it(city: SmallCity) -> None:
    other = employ(city, Officer("o-second", "Hai", OTHER, (Role.MISCONDUCT_RECIPIENT,)))
    report = city.put(State.RECEIVED, private=True)
    made = {**VERIFY, "category": private_category(city), "named": ["o-dispatcher"]}
    assert outcome(command(city, other.id, "verify", report.id, made)) == APPLIED
    assert city.read(report.id).recipients == ("o-second",)
    assert outcome(command(city, "o-misconduct", "note", report.id, {"text": "x"})) == (
        "not_found",
        None,
        None,
    )
    assert outcome(command(city, other.id, "note", report.id, {"text": "x"})) == APPLIED


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([IOC], ("no_recipient", "named")),
        (["o-dispatcher"], ("no_recipient", "named")),
        (["x"], ("payload", "named")),
    ],
)
def test_somebody_must_be_left_to_see_it(
    city: SmallCity, named: list[str], expected: tuple[str, str]
) -> None:
    report = city.put(State.RECEIVED, private=True)
    made = {**VERIFY, "category": private_category(city), "named": named}
    refused = command(city, "o-misconduct", "verify", report.id, made)
    assert outcome(refused) == ("rejected", *expected)


def test_an_open_report_names_nobody(city: SmallCity) -> None:
    report = city.put(State.RECEIVED)
    refused = command(city, "o-dispatcher", "verify", report.id, {**VERIFY, "named": [LEAD]})
    assert outcome(refused) == ("rejected", "payload", "named")


def test_a_report_in_parts_is_answered_when_they_are_done(city: SmallCity) -> None:
    report = put(city, replace(ripe(city, State.IN_PROGRESS), answer=None))
    assert outcome(command(city, "o-handler", "split", report.id, {"titles": ["Một", "Hai"]})) == APPLIED
    parts = city.read(report.id).parts
    assert [city.read(part).title for part in parts] == ["Một", "Hai"]
    answer = payload(city, "submit", "")
    assert outcome(command(city, "o-handler", "submit", report.id, answer)) == (
        "rejected",
        "parts_open",
        None,
    )
    for part in parts:
        put(city, replace(city.read(part), state=State.PUBLISHED, version=9))
    assert outcome(command(city, "o-handler", "submit", report.id, answer)) == APPLIED


def test_what_was_merged_goes_no_way_of_its_own_and_ends_with_the_other(city: SmallCity) -> None:
    target, merged = put(city, ripe(city, State.APPROVED)), put(city, ripe(city, State.IN_PROGRESS))
    assert outcome(command(city, "o-handler", "merge", merged.id, {"into_id": target.id})) == APPLIED
    assert city.read(target.id).followers == (merged.id,)
    for kind in ("submit", "return", "monitor"):
        refused = command(city, "o-handler", kind, merged.id, payload(city, kind, ""))
        assert outcome(refused) == ("rejected", "follows_another", None)
    assert outcome(command(city, "o-handler", "note", merged.id, {"text": "x"})) == APPLIED
    back = command(city, "o-dispatcher", "merge", target.id, {"into_id": city.put().id})
    assert outcome(back) == ("rejected", "has_followers", "into_id")
    published = {"content_sha256": HASH, "preview_seen": True}
    assert outcome(command(city, "o-publisher", "publish", target.id, published)) == APPLIED
    after = city.read(merged.id)
    assert (after.state, after.duplicate_of) == (State.DUPLICATE, target.id)


def test_a_second_return_must_be_weighed(city: SmallCity) -> None:
    back = CodedReason("not_ours", "Không thuộc", LEAD, city.service.now())
    report = city.put(State.RETURNED, returns=(back, back))
    job = payload(city, "distribute", "")
    refused = command(city, "o-dispatcher", "distribute", report.id, job)
    assert outcome(refused) == ("rejected", "returns_unweighed", "weighed")
    weighed = {**job, "weighed": "Hai đơn vị cùng khảo sát"}
    assert outcome(command(city, "o-dispatcher", "distribute", report.id, weighed)) == APPLIED


def test_a_request_to_reopen_starts_its_own_clock(city: SmallCity) -> None:
    report = put(city, ripe(city, State.PUBLISHED))
    now = city.service.now()
    sent = SentEvent(new_id(), "request_reopen", "report", report.id, 5, now, {"text": "Vẫn ngập"})
    assert city.service.commands.carry_out(sent, CITIZEN_AUTHOR)["status"] == "applied"
    due = city.read(report.id).reopen_due
    assert due is not None
    assert due.astimezone(ZONE).hour == 17
    assert abs(due - due_at(now, REOPEN_WORKING_DAYS, default_calendar())) < timedelta(days=1)
    decided = {"decision": "closed", "reason": "Đã xong"}
    assert outcome(command(city, "o-dispatcher", "decide_reopen", report.id, decided)) == APPLIED
    assert city.read(report.id).reopen_due is None


def test_the_clock_of_reopening_runs_on_until_somebody_is_given_the_work(city: SmallCity) -> None:
    due = city.service.now() + timedelta(days=1)
    report = put(city, replace(ripe(city, State.REOPEN_REQUESTED), reopen_due=due))
    again = {"decision": "reopened", "reason": "Vẫn ngập"}
    assert outcome(command(city, "o-dispatcher", "decide_reopen", report.id, again)) == APPLIED
    assert deadline_of(city.read(report.id)) == due
    job = payload(city, "distribute", "")
    assert outcome(command(city, "o-dispatcher", "distribute", report.id, job)) == APPLIED
    given = city.read(report.id)
    assert given.assignment is not None
    assert (given.reopen_due, deadline_of(given)) == (None, given.assignment.due_at)


def quick_category(city: SmallCity) -> Category:
    """The one category, with numbers of its own."""
    made = Category(CATEGORY, "Hạ tầng đô thị", accept_hours=2, reopen_days=1)
    with city.service.writer.transaction() as connection:
        scope = audience.EVERYONE
        city.service.entities.put(connection, "category", CATEGORY, wire.encode(made), scope)
    return made


def test_whoever_is_given_work_has_the_categorys_hours_to_accept_it(city: SmallCity) -> None:
    category, calendar = quick_category(city), default_calendar()
    report = put(city, ripe(city, State.VERIFIED))
    given = command(city, "o-dispatcher", "distribute", report.id, payload(city, "distribute", ""))
    assert outcome(given) == APPLIED
    first = city.read(report.id).assignment
    assert first is not None
    assert first.given_at is not None
    assert first.accept_due == accept_due(first.given_at, category, calendar)
    down = {
        "unit": TEAM, "owner": "o-team", "deliverable": "x",
        "due_at": wire.instant(first.due_at),
    }  # fmt: skip
    assert outcome(command(city, "o-handler", "hand_down", report.id, down)) == APPLIED
    second = city.read(report.id).assignment
    assert second is not None
    assert second.given_at is not None
    assert second.given_at > first.given_at
    assert second.accept_due == accept_due(second.given_at, category, calendar)


def test_work_given_to_a_unit_is_taken_by_who_accepts_it(city: SmallCity) -> None:
    report = put(city, ripe(city, State.DISTRIBUTED))
    assert outcome(command(city, "o-handler", "accept", report.id, {})) == APPLIED
    job = city.read(report.id).assignment
    assert job is not None
    assert job.owner == "o-handler"


def test_within_the_unit_work_changes_hands_and_keeps_its_clock(city: SmallCity) -> None:
    report = city.put(State.IN_PROGRESS)
    job = report.assignment
    assert job is not None
    same = {"unit": LEAD, "deliverable": job.deliverable, "due_at": job.due_at.isoformat()}
    given = {**same, "owner": "o-colleague"}
    assert outcome(command(city, "o-approver", "hand_down", report.id, given)) == APPLIED
    after = city.read(report.id).assignment
    assert after is not None
    assert (after.owner, after.due_at) == ("o-colleague", job.due_at)
    kept = command(city, "o-approver", "hand_down", report.id, {**same, "owner": "o-colleague"})
    assert kept["status"] == "rejected"
