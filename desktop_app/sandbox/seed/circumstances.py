"""What is given about one case before its first step: the city, the brief, the place, the category."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Place
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.staff import Staff


@dataclass(frozen=True, slots=True)
class City:
    """What the generator knows of the city while it makes cases."""

    organisation: Organisation
    staff: Staff
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Circumstances:
    """One case's own; ``dispatcher`` is the officer who accompanies it, ``original`` what it duplicates.

    Everything drawn for the case comes from ``rng``.
    """

    rng: Random
    city: City
    brief: Brief
    category: Category
    place: Place
    dispatcher: str
    original: str | None = None
