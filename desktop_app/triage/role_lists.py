"""Which quick filters mean something to a person: those that their roles can ever fill. Pure.

Beside a table by role stands what everybody has who gives commands: what waits, and what needs a decision.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.roles import Actor, Role
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.saved_filters import IDLE, SavedFilter

_F = QuickFilter
_CLOCKS: Final = frozenset({_F.OVERDUE, _F.DUE_TODAY, _F.INSTANT, _F.UNACCEPTED})
_OWN: Final = frozenset({_F.UNSENT, _F.CONFLICT})
"""What becomes of one's own commands."""
_LISTS: Final[dict[Role, frozenset[QuickFilter]]] = {
    Role.HANDLER: _OWN | _CLOCKS | {_F.WAITING_FOR_ME, _F.MINE, _F.UNIT, _F.UNOWNED, _F.NEW},
    Role.APPROVER: _OWN | _CLOCKS | {_F.WAITING_FOR_ME, _F.UNIT, _F.UNOWNED},
    Role.DISPATCHER: _OWN | _CLOCKS | {_F.WAITING_FOR_ME, _F.UNOWNED, _F.NEW},
    Role.PUBLISHER: _OWN | {_F.OVERDUE, _F.DUE_TODAY, _F.WAITING_FOR_ME},
    Role.HOTLINE: frozenset({_F.OVERDUE, _F.INSTANT, _F.UNSENT}),
    Role.SUPERVISOR: _OWN | _CLOCKS | {_F.UNOWNED},
    Role.MISCONDUCT_RECIPIENT: _OWN | _CLOCKS | {_F.WAITING_FOR_ME, _F.MINE, _F.NEW},
    Role.CLERK: frozenset(),
    Role.SITE_ADMIN: frozenset(),
}


def lists_of(actor: Actor) -> frozenset[QuickFilter]:
    """Return the quick filters of all that ``actor`` is, in whose stead they act today included."""
    roles = actor.roles.union(*(other.roles for other in actor.standing_in))
    if actor.deputy_for:
        roles |= {Role.APPROVER}
    return frozenset({_F.ALL}).union(*(_LISTS[role] for role in roles))


def standing_lists_of(actor: Actor) -> tuple[SavedFilter, ...]:
    """Return the program's own lists: idle work, for whoever looks after work that nobody holds."""
    return (IDLE,) if _F.UNOWNED in lists_of(actor) else ()
