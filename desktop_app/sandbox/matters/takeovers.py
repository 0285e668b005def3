"""*Bàn giao*: all the open work of one officer goes to another, who must accept it; clocks run on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sqlalchemy as sa

from desktop_app.domain import delegation as rules
from desktop_app.domain.conflicts import WORKFLOW
from desktop_app.domain.delegation import HandedDraft, Takeover, TakeoverState
from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import TAKEOVER, AnswerTakeover, OfferTakeover
from desktop_app.domain.organisation import Officer
from desktop_app.domain.payloads import Nothing
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.sandbox.audience import Scope, person_scope
from desktop_app.sandbox.matters.matter import NOT_YOURS, Matter, Result, Unknown
from desktop_app.sandbox.people import posts_of
from desktop_app.sandbox.rules import RuleBroken
from desktop_app.sandbox.tables import presence

ENTRY_KIND = "take_over"


def offer(matter: Matter, payload: OfferTakeover) -> Result:
    """Offer everything open that ``from_person`` owns; raise ``RuleBroken``."""
    matter.require_new(TAKEOVER)
    leaving = matter.people.officer(matter.connection, payload.from_person)
    if leaving is None:
        raise RuleBroken("payload", "from_person")
    if not rules.may_arrange(matter.actor, leaving):
        raise RuleBroken(NOT_YOURS)
    taker = matter.officer(payload.to_person, "to_person")
    if taker.id == leaving.id or not rules.may_take_over(taker):
        raise RuleBroken("payload", "to_person")
    listed = list(_open_work(matter, leaving))
    if not listed and not payload.drafts:
        raise RuleBroken("nothing_open", "from_person")
    if not all(_may_own(matter, taker, report) for report in listed):
        raise RuleBroken("outside_unit", "to_person")
    offered = Takeover(
        matter.event.entity_id, leaving.id, taker.id, payload.note.strip(),
        tuple(report.id for report in listed), matter.actor.person_id, matter.now,
        tuple(_passing(matter, taker, payload)),
    )  # fmt: skip
    return matter.put(TAKEOVER, offered, _scope(offered))


def answer(matter: Matter, payload: AnswerTakeover) -> Result:
    """Accept, and the work changes hands at once, or decline; raise ``RuleBroken``, ``Unknown``."""
    offered = matter.known(Takeover, TAKEOVER)
    _require_waiting(matter, offered, offered.to_person)
    if payload.accepted:
        for report_id in offered.reports:
            _hand(matter, offered, report_id)
    state = TakeoverState.ACCEPTED if payload.accepted else TakeoverState.DECLINED
    answered = replace(offered, state=state, answered_at=matter.now, answer=payload.text.strip())
    return matter.put_next(TAKEOVER, answered, _scope(offered))


def withdraw(matter: Matter, _payload: Nothing) -> Result:
    """Take an offer back before it is answered; raise ``RuleBroken``, ``Unknown``."""
    offered = matter.known(Takeover, TAKEOVER)
    _require_waiting(matter, offered, offered.offered_by)
    gone = replace(offered, state=TakeoverState.WITHDRAWN, answered_at=matter.now, drafts=())
    return matter.put_next(TAKEOVER, gone, _scope(offered))


def _require_waiting(matter: Matter, offered: Takeover, whose: str) -> None:
    if matter.actor.person_id != whose:
        raise Unknown
    if offered.state is not TakeoverState.OFFERED:
        raise RuleBroken("is_over")


def _open_work(matter: Matter, leaving: Officer) -> Iterator[Report]:
    """Every open report that the person owns; what concerns officials' conduct has no such owner."""
    lying = sa.and_(
        presence.c.scope == f"officer:{leaving.id}", presence.c.entity == "report", presence.c.left.is_(None)
    )
    for report_id in list(matter.connection.execute(sa.select(presence.c.id).where(lying)).scalars()):
        report = matter.entities.report(matter.connection, report_id)
        if report is not None and _is_theirs(report, leaving.id):
            yield report


def _is_theirs(report: Report, person_id: str) -> bool:
    job = report.assignment
    return report.state in OPEN_STATES and job is not None and job.owner == person_id and not report.private


def _may_own(matter: Matter, taker: Officer, report: Report) -> bool:
    """An owner works in the unit that leads, or below it."""
    lead = report.assignment.lead_unit if report.assignment else ""
    below = matter.people.units(matter.connection).subtree(lead)
    return bool({taker.unit_id, *posts_of(matter.connection, taker.id)} & below)


def _passing(matter: Matter, taker: Officer, payload: OfferTakeover) -> Iterator[HandedDraft]:
    """The drafts that may pass: one's own, on reports that the other may see."""
    sees = matter.people.actor(matter.connection, taker.id, matter.now)
    if sees is None or matter.actor.person_id != payload.from_person:
        return
    leaving = replace(sees, units=sees.units | matter.actor.units)
    for draft in payload.drafts:
        report = matter.entities.report(matter.connection, draft.report_id)
        if report is not None and may_see(matter.actor, report) and may_see(leaving, report):
            yield draft


def _hand(matter: Matter, offered: Takeover, report_id: str) -> None:
    report = matter.entities.report(matter.connection, report_id)
    if report is None or report.assignment is None or not _is_theirs(report, offered.from_person):
        return  # closed, or given to somebody else meanwhile
    version = report.version + 1
    taken = replace(
        report, version=version, assignment=replace(report.assignment, owner=offered.to_person),
        field_versions={**report.field_versions, WORKFLOW: version},
    )  # fmt: skip
    matter.entities.put_report(matter.connection, taken)
    line = Entry(
        new_id(), report.id, ENTRY_KIND, matter.now, matter.actor.person_id, matter.name,
        unit=matter.actor.unit_id, text=offered.note, public=False, version=version,
    )  # fmt: skip
    matter.entities.put_entry(matter.connection, line, taken)


def _scope(offered: Takeover) -> Scope:
    people = (offered.from_person, offered.to_person, offered.offered_by)
    return frozenset(person_scope(one) for one in people)
