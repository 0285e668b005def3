"""The organisation: a tree of units with validity dates, its officers and categories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.deadlines import (
    ACCEPT_WORKING_HOURS,
    DEFAULT_WORKING_DAYS,
    IDLE_WORKING_DAYS,
    INSTANT_MINUTES,
    REOPEN_WORKING_DAYS,
)
from desktop_app.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the tree; ``kind`` is city, ward, commune, agency, company or ioc.

    ``code`` is the official code of an administrative unit; validity dates are inclusive.
    """

    id: str
    name: str
    kind: str
    name_en: str = ""
    parent: str | None = None
    code: str | None = None
    organisation: str = "hue"
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Tell whether the unit exists on ``day``."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Officer:
    """A civil servant as colleagues see them: name, unit, roles."""

    id: str
    name: str
    unit_id: str
    roles: tuple[Role, ...] = ()
    title: str = ""
    active: bool = True
    organisation: str = "hue"


@dataclass(frozen=True, slots=True)
class Category:
    """A field of reports; ``deliverable`` is the usual product asked for.

    Its clocks: ``working_days`` until an answer, ``accept_hours`` (working hours) until the unit has taken
    it up, ``idle_days`` (working days) without a step, ``reopen_days`` (working days) until a request to
    reopen is decided, ``instant_minutes`` for an instant case. ``evidence``: what was fixed is shown before
    and after.
    """

    id: str
    name: str
    name_en: str = ""
    parent: str | None = None
    private: bool = False
    working_days: int = DEFAULT_WORKING_DAYS
    deliverable: str = ""
    accept_hours: float = ACCEPT_WORKING_HOURS
    idle_days: int = IDLE_WORKING_DAYS
    reopen_days: int = REOPEN_WORKING_DAYS
    instant_minutes: int = INSTANT_MINUTES
    evidence: bool = False


class UnknownUnit(KeyError):
    """No unit has this id."""


class UnitTree:
    """Units indexed by id and parent; built once, never changed."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = {unit.id: unit for unit in units}
        self._children: dict[str, list[str]] = {}
        for unit in self._units.values():
            if unit.parent is not None:
                self._children.setdefault(unit.parent, []).append(unit.id)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self._units

    def get(self, unit_id: str) -> Unit:
        """Return the unit; raise ``UnknownUnit``."""
        try:
            return self._units[unit_id]
        except KeyError:
            raise UnknownUnit(unit_id) from None

    def subtree(self, unit_id: str) -> frozenset[str]:
        """Return the ids of the unit and all below it; empty for an unknown id. Survives cycles."""
        found: set[str] = set()
        waiting = [unit_id] if unit_id in self._units else []
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self._children.get(current, ()))
        return frozenset(found)

    def path(self, unit_id: str) -> tuple[Unit, ...]:
        """Return the units from the root to this one."""
        steps: list[Unit] = []
        current: str | None = unit_id
        while current is not None and current in self._units and self._units[current] not in steps:
            steps.append(self._units[current])
            current = self._units[current].parent
        return tuple(reversed(steps))

    def may_hand_down(self, from_unit: str, to_unit: str, day: date) -> bool:
        """Tell whether work may go from one unit down to another: below it, and existing today."""
        below = to_unit != from_unit and to_unit in self.subtree(from_unit)
        return below and self.get(to_unit).valid_on(day)
