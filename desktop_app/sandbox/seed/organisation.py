"""The demo city's organisation: units, officers, categories and templates, read from ``resources/city``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

import resources
from desktop_app.domain.organisation import Category, Officer, Unit, UnitTree
from desktop_app.domain.roles import Role
from desktop_app.domain.templates import Template

CITY = "hue-46"
IOC = "hue-ioc"
WARDS_SINCE = date(2025, 7, 1)
"""The day the two-tier administration began: every ward and commune exists from then on."""

_PLURAL_SEPARATOR = ";"
_WARD = "ward"


@dataclass(frozen=True, slots=True)
class Leads:
    """Who leads reports of a category: the ward itself, or (also where it has no staff) a body."""

    by_ward: bool
    body: str

    def of(self, ward: str, staffed: bool) -> str:
        """Return the lead unit for a place in ``ward``; ``staffed``: somebody works there."""
        return ward if self.by_ward and staffed else self.body


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything the feed gives everyone, and who leads what."""

    units: tuple[Unit, ...]
    officers: tuple[Officer, ...]
    categories: tuple[Category, ...]
    templates: tuple[Template, ...]
    leads: dict[str, Leads]

    @property
    def tree(self) -> UnitTree:
        """The units as a tree."""
        return UnitTree(self.units)


def load_organisation() -> Organisation:
    """Read the city's organisation; raises ``resources.ResourceMissing``."""
    rows = list(table("city/categories.csv"))
    return Organisation(
        units=(*_administrative_units(), *_bodies()),
        officers=tuple(_officers()),
        categories=tuple(_category(row) for row in rows),
        templates=msgspec.json.decode(resources.read_bytes("city/templates.json"), type=tuple[Template, ...]),
        leads={row["id"]: _leads(row["lead"]) for row in rows},
    )


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV resource by column name."""
    yield from csv.DictReader(io.StringIO(resources.read_text(name)))


def ward_id(code: str) -> str:
    """Return the unit id of an administrative unit's official code."""
    return f"hue-{code}"


def _administrative_units() -> Iterator[Unit]:
    for row in table("city/hue-units.csv"):
        below = row["kind"] != "city"
        yield Unit(
            id=ward_id(row["code"]),
            name=row["name"],
            name_en=_english(row["name"], row["kind"]),
            kind=row["kind"],
            parent=CITY if below else None,
            code=row["code"],
            valid_from=WARDS_SINCE if below else None,
        )


def _english(name: str, kind: str) -> str:
    own = name.removeprefix("Thành phố ").removeprefix("Phường ").removeprefix("Xã ")
    return f"{own} {kind.capitalize()}"


def _bodies() -> Iterator[Unit]:
    for row in table("city/bodies.csv"):
        kind = "ioc" if row["id"] == IOC else row["kind"]
        yield Unit(row["id"], row["name"], kind, name_en=row["name_en"], parent=row["parent"])


def _officers() -> Iterator[Officer]:
    for row in table("city/officers.csv"):
        roles = tuple(Role(role) for role in row["roles"].split(_PLURAL_SEPARATOR))
        yield Officer(row["id"], row["name"], row["unit"], roles, title=row["title"])


def _category(row: dict[str, str]) -> Category:
    return Category(
        id=row["id"],
        name=row["name"],
        name_en=row["name_en"],
        parent=row["parent"] or None,
        private=bool(row["private"]),
        working_days=int(row["working_days"]),
        deliverable=row["deliverable"],
        accept_hours=float(row["accept_hours"]),
        idle_days=int(row["idle_days"]),
        reopen_days=int(row["reopen_days"]),
        instant_minutes=int(row["instant_minutes"]),
        evidence=bool(row["evidence"]),
    )


def _leads(text: str) -> Leads:
    first, _, fallback = text.partition("|")
    return Leads(by_ward=first == _WARD, body=fallback or first)
