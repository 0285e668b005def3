"""Whose list it is and when: what the marks of every report depend on besides itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.roles import Actor
from desktop_app.store.projection import Circumstance


@dataclass(frozen=True, slots=True)
class Perspective:
    """The person, the trusted clock and who works here now (ids of officers), each as it is when asked."""

    actor: Callable[[], Actor]
    now: Callable[[], datetime]
    officers: Callable[[], frozenset[str]] = frozenset

    def around(self, *, unseen: bool, unsent: bool = False, conflict: bool = False) -> Circumstance:
        """Return what a report's marks depend on, told what the store knows of this one."""
        return Circumstance(self.actor(), self.now(), unseen, unsent, conflict, self.officers())
