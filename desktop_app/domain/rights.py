"""Who may see a report (the server's scope rule, mirrored here), receive citizens, or supervise."""

from __future__ import annotations

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import OPEN_STATES

_WHOLE_ORGANISATION = frozenset({Role.DISPATCHER, Role.PUBLISHER, Role.SUPERVISOR})
_OF_UNITS = frozenset({Role.HANDLER, Role.APPROVER})
_SUPERVISING = frozenset({Role.SUPERVISOR, Role.APPROVER})
_AT_THE_COUNTER = frozenset({Role.CLERK, Role.HOTLINE, Role.SUPERVISOR})


def may_see(actor: Actor, report: Report) -> bool:
    """Tell whether ``actor`` may see ``report`` at all.

    A private report exists only for the misconduct recipients, and of those only for the ones named in it
    once it says whom it is about; no delegation leads to it. Dispatcher, publisher and supervisor
    see the rest; unit staff what their own subtree leads, co-processes or owns, or what they are
    deputy or stand in for; the hotline what is open: a caller may speak of any of it.
    """
    if report.private:
        named = not report.recipients or actor.person_id in report.recipients
        return actor.holds(Role.MISCONDUCT_RECIPIENT) and named
    if actor.roles & _WHOLE_ORGANISATION:
        return True
    if actor.holds(Role.HOTLINE) and report.state in OPEN_STATES:
        return True
    own = actor.roles & _OF_UNITS or actor.deputy_for or actor.standing_in
    return bool(own) and _concerned(actor, report)


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
    return bool(concerned & units_of(actor)) or job.owner in people_of(actor)


def units_of(actor: Actor) -> frozenset[str]:
    """Return the units whose reports are the actor's today: their own, and those they answer for."""
    return frozenset().union(actor.units, actor.deputy_for, *(one.units for one in actor.standing_in))


def people_of(actor: Actor) -> frozenset[str]:
    """Return whose own reports are the actor's today: theirs, and those of whom they stand in for."""
    return frozenset({actor.person_id, *(one.person_id for one in actor.standing_in)})
