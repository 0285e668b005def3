"""What a command brings about beyond its own report's fields: other reports, files' names, who may see it.

Called inside the command's transaction, after the rules have let it through.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain import payloads as p
from desktop_app.domain.clocks import reopen_due, with_accept_due
from desktop_app.domain.conflicts import WORKFLOW
from desktop_app.domain.deadlines import Calendar, default_calendar
from desktop_app.domain.ids import new_id
from desktop_app.domain.masking import apply_decisions, file_field
from desktop_app.domain.organisation import Category, Officer
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.roles import SYSTEM, Role
from desktop_app.domain.workflow import OPEN_STATES, Command, State
from desktop_app.sandbox import new_reports, wire
from desktop_app.sandbox.rules import Case, RuleBroken

_ENDINGS = frozenset({Command.PUBLISH, Command.REJECT, Command.MARK_DUPLICATE})
"""Commands that end a report for its citizen, and with it those merged into it."""


def completed(case: Case, command: Command, payload: p.Payload, changed: Report) -> Report:
    """Return ``changed`` with what only the server can add before it is written; raise ``RuleBroken``."""
    if isinstance(payload, p.Verify):
        return _verified(case, changed)
    if command is Command.REQUEST_REOPEN:
        return replace(changed, reopen_due=reopen_due(case.now, _category(case, changed), _calendar(case)))
    if isinstance(payload, p.Distribute | p.HandDown):
        return with_accept_due(changed, _category(case, changed), _calendar(case))
    if isinstance(payload, p.Split):
        children = new_reports.split(case.connection, case.entities, changed, payload.titles)
        return replace(changed, parts=(*changed.parts, *(child.id for child in children)))
    return changed


def carried_over(case: Case, command: Command, payload: p.Payload, changed: Report) -> None:
    """Write what follows for other entities, the report itself being written."""
    if isinstance(payload, p.Verify):
        _rename_files(case, payload, changed)
    if isinstance(payload, p.Merge):
        _follow(case, payload.into_id, changed.id)
    if command in _ENDINGS:
        for follower in changed.followers:
            _end_with(case, follower, changed)


def _verified(case: Case, changed: Report) -> Report:
    """A report of a private field leaves the ordinary series; whoever it is about never comes to see it."""
    category = case.entities.data(case.connection, "category", changed.category or "") or {}
    if category.get("private") and not changed.private:
        code = new_reports.next_code(case.connection, case.entities, changed.received_at, private=True)
        changed = replace(changed, private=True, code=code)
    if not changed.recused:
        return changed
    if not changed.private:
        raise RuleBroken("payload", "named")
    recipients = tuple(_recipients(case, changed))
    if not recipients:
        raise RuleBroken("no_recipient", "named")
    return replace(changed, recipients=recipients)


def _recipients(case: Case, report: Report) -> list[str]:
    """Those who receive such reports, but for the officials named and whoever works in their unit."""
    listed = [wire.decode(data, Officer) for data in case.entities.all(case.connection, "officer")]
    units = {one.unit_id for one in listed if one.id in report.recused}
    barred = units.union(*(case.tree.subtree(named) for named in report.recused))
    receives = (one for one in listed if one.active and Role.MISCONDUCT_RECIPIENT in one.roles)
    return [one.id for one in receives if one.unit_id not in barred]


def _calendar(case: Case) -> Calendar:
    known = case.entities.all(case.connection, "calendar")
    return wire.decode(known[-1], Calendar) if known else default_calendar()


def _category(case: Case, report: Report) -> Category | None:
    """The report's field with the numbers of its clocks."""
    data = case.entities.data(case.connection, "category", report.category or "")
    return None if data is None else wire.decode(data, Category)


def _rename_files(case: Case, payload: p.Verify, changed: Report) -> None:
    for file in case.entities.attachments(case.connection, changed.id):
        name = apply_decisions(file_field(file.id), file.name, payload.decisions)
        if name != file.name:
            masked = replace(file, name=name, version=file.version + 1)
            case.entities.put_attachment(case.connection, masked, changed)


def _follow(case: Case, target_id: str, follower: str) -> None:
    target = case.entities.report(case.connection, target_id)
    if target is not None:
        told = replace(target, version=target.version + 1, followers=(*target.followers, follower))
        case.entities.put_report(case.connection, told)


def _end_with(case: Case, follower_id: str, ended: Report) -> None:
    """What was merged ends as a duplicate of the one that went on: its citizen reads that answer."""
    follower = case.entities.report(case.connection, follower_id)
    if follower is None or follower.state not in OPEN_STATES or follower.duplicate_of != ended.id:
        return
    version = follower.version + 1
    versions = {**follower.field_versions, WORKFLOW: version}
    over = replace(follower, state=State.DUPLICATE, version=version, field_versions=versions)
    case.entities.put_report(case.connection, over)
    code = "" if ended.private and not over.private else ended.code  # it became secret since they were merged
    line = Entry(
        new_id(), over.id, Command.MARK_DUPLICATE.value, case.now, SYSTEM.person_id, "Hệ thống",
        text=code, public=not over.private, version=version,
    )  # fmt: skip
    case.entities.put_entry(case.connection, line, over)
