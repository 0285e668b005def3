"""The civil servant who signs in, as the server describes them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Person:
    """The civil servant behind the card, as the server last described them.

    ``units`` are the ids of every unit whose reports are theirs (their own and all below it).
    """

    id: str
    name: str
    unit_id: str
    title: str
    roles: frozenset[Role]
    units: frozenset[str]
    deputy_for: frozenset[str]
    organisation: str

    @property
    def actor(self) -> Actor:
        """The person reduced to what rules look at."""
        return Actor(self.id, self.unit_id, self.roles, self.units, self.deputy_for)
