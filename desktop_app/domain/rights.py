"""Who may see a report (the server's scope rule, mirrored here), receive citizens, or supervise."""

from __future__ import annotations

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import State

_WHOLE_ORGANISATION = frozenset({Role.DISPATCHER, Role.PUBLISHER, Role.SUPERVISOR})
_OF_UNITS = frozenset({Role.HANDLER, Role.APPROVER})
_SUPERVISING = frozenset({Role.SUPERVISOR, Role.APPROVER})
_AT_THE_COUNTER = frozenset({Role.CLERK, Role.HOTLINE, Role.SUPERVISOR})


def may_see(actor: Actor, report: Report) -> bool:
    """Tell whether ``actor`` may see ``report`` at all.

    A private report exists only for the misconduct recipient. Dispatcher, publisher and supervisor
    see the rest; unit staff what their own subtree leads, co-processes or owns, or what they are
    deputy for; the hotline what has just been received.
    """
    if report.private:
        return actor.holds(Role.MISCONDUCT_RECIPIENT)
    if actor.roles & _WHOLE_ORGANISATION:
        return True
    if actor.holds(Role.HOTLINE) and report.state is State.RECEIVED:
        return True
    return bool(actor.roles & _OF_UNITS or actor.deputy_for) and _concerned(actor, report)


def may_receive(actor: Actor) -> bool:
    """Tell whether ``actor`` may read citizens' documents: clerk, hotline, or who stands in for them."""
    return bool(actor.roles & _AT_THE_COUNTER)


def may_supervise(actor: Actor) -> bool:
    """Tell whether ``actor`` watches over others' deadlines: leaders, who stands in for one, supervisors.

    Over what, ``may_see`` says: whoever counts, counts what the centre lets them see.
    """
    return bool(actor.roles & _SUPERVISING or actor.deputy_for)


def _concerned(actor: Actor, report: Report) -> bool:
    job = report.assignment
    if job is None:
        return False
    concerned = {job.lead_unit, job.owner, *job.co_processors}
    return bool(concerned & (actor.units | actor.deputy_for)) or job.owner == actor.person_id
