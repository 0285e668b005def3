"""Who acts in the demo city: officers found by role and unit, as the rules see them."""

from __future__ import annotations

from random import Random

from desktop_app.domain.roles import Actor, Role
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.organisation import Organisation


class Staff:
    """The city's officers, indexed for the generator."""

    def __init__(self, city: Organisation) -> None:
        self._officers = {officer.id: officer for officer in city.officers}
        self._tree = city.tree

    def doer(self, officer_id: str) -> Author:
        """Return the officer as the one who carries out a step."""
        officer = self._officers[officer_id]
        units = self._tree.subtree(officer.unit_id)
        return Author(Actor(officer.id, officer.unit_id, frozenset(officer.roles), units), officer.name)

    def with_role(self, rng: Random, role: Role) -> str:
        """Draw somebody who holds ``role``, wherever they work."""
        return rng.choice([officer.id for officer in self._officers.values() if role in officer.roles])

    def handlers(self, unit_id: str) -> tuple[str, ...]:
        """Return who handles reports in exactly this unit."""
        found = (o for o in self._officers.values() if o.unit_id == unit_id and Role.HANDLER in o.roles)
        return tuple(officer.id for officer in found)

    def approver(self, unit_id: str) -> str:
        """Return who approves for this unit: its own leader, or the nearest above."""
        for unit in reversed(self._tree.path(unit_id)):
            for officer in self._officers.values():
                if officer.unit_id == unit.id and Role.APPROVER in officer.roles:
                    return officer.id
        raise LookupError(unit_id)

    def title(self, officer_id: str) -> str:
        """Return the officer's title."""
        return self._officers[officer_id].title

    def teams(self, unit_id: str) -> tuple[str, ...]:
        """Return the units below this one that have handlers."""
        below = sorted(self._tree.subtree(unit_id) - {unit_id})
        return tuple(unit for unit in below if self.handlers(unit))
