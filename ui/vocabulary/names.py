"""Names of units, people, categories and places, by id, in the language in force.

Read whole from the directory (a few hundred rows) and kept until ``reload``.
"""

from __future__ import annotations

from PySide6.QtCore import QCollator, QLocale

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.organisation import Category, Officer, Unit, UnitTree
from desktop_app.domain.report import Place
from desktop_app.domain.templates import Template
from desktop_app.store.directory import Directory
from ui.language import Language, current, translate

_SHORT = (("Phường ", "P. "), ("Xã ", "X. "))
"""Kinds of a Vietnamese unit as they are shortened on a line of a list."""
_PLACES = frozenset({"ward", "commune"})


class Names:
    """Answers for the ids that reports carry; an id the directory does not know stands as it is."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._units: dict[str, Unit] = {}
        self._by_code: dict[str, Unit] = {}
        self._officers: dict[str, Officer] = {}
        self._categories: dict[str, Category] = {}
        self._templates: list[Template] = []
        self.calendar: Calendar = directory.calendar()
        self.reload()

    def reload(self) -> None:
        """Read the directory anew."""
        self._units = {unit.id: unit for unit in self._directory.units()}
        self._by_code = {unit.code: unit for unit in self._units.values() if unit.code}
        self._officers = {officer.id: officer for officer in self._directory.officers()}
        self._categories = {category.id: category for category in self._directory.categories()}
        self._templates = self._directory.templates()
        self.calendar = self._directory.calendar()

    def unit(self, unit_id: str | None, written: Language | None = None) -> str:
        """Return a unit's name; ``written``: in the language of a letter instead of the screen's."""
        found = self._units.get(unit_id or "")
        return _named(found, written) if found else unit_id or ""

    def person(self, person_id: str | None) -> str:
        """Return an officer's name."""
        found = self._officers.get(person_id or "")
        return found.name if found else person_id or ""

    def who(self, owner: str | None) -> str:
        """Return the name of an owner, who is an officer or a unit."""
        return self.person(owner) if owner in self._officers else self.unit(owner)

    def category(self, category_id: str | None, written: Language | None = None) -> str:
        """Return a category's name, as ``written`` in a letter; empty for none."""
        found = self._categories.get(category_id or "")
        return _named(found, written) if found else category_id or ""

    def category_of(self, category_id: str | None) -> Category | None:
        """Return the category itself, for its usual deliverable and time."""
        return self._categories.get(category_id or "")

    def fields(self) -> list[Category]:
        """Return every category, those of misconduct too, with the numbers of its clocks."""
        return list(self._categories.values())

    def place(self, code: str | None) -> str:
        """Return a ward's name, shortened for a line of a list; empty for none."""
        found = self._by_code.get(code or "") or self._units.get(code or "")
        name = _named(found) if found else code or ""
        for long, short in _SHORT:
            if name.startswith(long):
                return short + name.removeprefix(long)
        return name

    def address(self, place: Place, written: Language | None = None) -> str:
        """Return address and ward in one line, the latter as ``written``; empty where neither is known."""
        found = self._by_code.get(place.unit_code or "") or self._units.get(place.unit_code or "")
        ward = _named(found, written) if found else place.unit_code
        return ", ".join(part for part in (place.address, ward) if part)

    def templates(self) -> list[Template]:
        """Return every answer template."""
        return self._templates

    def units(self, organisation: str) -> list[tuple[str, str]]:
        """Return the units of an organisation that can be given work, as choices sorted by name."""
        return _sorted([(unit.id, _named(unit)) for unit in self.units_at_work(organisation)])

    def units_at_work(self, organisation: str) -> list[Unit]:
        """Return the units of an organisation that can be given work."""
        return [
            unit for unit in self._units.values() if unit.organisation == organisation and unit.kind != "city"
        ]

    def owners(self, unit_id: str) -> list[tuple[str, str]]:
        """Return who can own work of a unit: the unit itself, then its active officers."""
        if unit_id not in self._units:
            return []
        staff = [o for o in self._officers.values() if o.unit_id == unit_id and o.active]
        whole = translate("Names", "{unit} (the unit)").format(unit=self.unit(unit_id))
        return [(unit_id, whole), *_sorted([(officer.id, officer.name) for officer in staff])]

    def categories(self, *, private: bool = False) -> list[tuple[str, str]]:
        """Return the categories as choices sorted by name; those of misconduct only where asked for."""
        listed = (each for each in self._categories.values() if private or not each.private)
        return _sorted([(each.id, _named(each)) for each in listed])

    def officials(self, organisation: str) -> list[tuple[str, str]]:
        """Return officers, each with their unit, and units: whom a misconduct report can be about."""
        mine = (each for each in self._officers.values() if each.organisation == organisation)
        people = [(each.id, f"{each.name} – {self.unit(each.unit_id)}") for each in mine]
        return [*_sorted(people), *self.units(organisation)]

    def officer(self, person_id: str) -> Officer | None:
        """Return an officer themselves, for their unit and roles."""
        return self._officers.get(person_id)

    def officers(self) -> list[Officer]:
        """Return every officer."""
        return list(self._officers.values())

    def unit_tree(self) -> UnitTree:
        """Return the organisation's tree."""
        return UnitTree(self._units.values())

    def wards(self) -> list[tuple[str, str]]:
        """Return wards and communes as choices sorted by name."""
        wards = (unit for unit in self._units.values() if unit.kind in _PLACES and unit.code)
        return _sorted([(unit.code or "", _named(unit)) for unit in wards])


def unit_name(unit: Unit) -> str:
    """Return a unit's name in the language in force."""
    return _named(unit)


def _named(item: Unit | Category, written: Language | None = None) -> str:
    return ((written or current()) is Language.ENGLISH and item.name_en) or item.name


def _sorted(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Sort by name as Vietnamese does it."""
    collator = QCollator(QLocale(QLocale.Language.Vietnamese))
    return sorted(choices, key=lambda choice: collator.sortKey(choice[1]))
