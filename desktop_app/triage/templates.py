"""Answer templates: their places filled from the report; one with a place that nobody knows is not used.

A template comes from the centre, perhaps of a newer program: what it asks for and this program cannot say
must never reach a citizen as ``{…}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.report import Report

_PLACE: Final = re.compile(r"\{([^{}\s]{1,40})\}")
_DAY: Final = "%d/%m/%Y"


class UnknownPlaceholder(Exception):
    """A template asks for what this program does not know; ``names`` are its places, as written."""

    code = "unknown_placeholder"

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = ", ".join(f"{{{name}}}" for name in names)


@dataclass(frozen=True, slots=True)
class Names:
    """What a template may name besides the report itself, in the words of the screen."""

    unit: str
    place: str
    category: str


_SAID: Final[Mapping[str, Callable[[Report, Names], str]]] = {
    "unit": lambda _report, names: names.unit,
    "place": lambda _report, names: names.place,
    "category": lambda _report, names: names.category,
    "code": lambda report, _names: report.code,
    "title": lambda report, _names: report.title,
    "received": lambda report, _names: report.received_at.astimezone(ZONE).strftime(_DAY),
    "due": lambda report, _names: (
        report.assignment.due_at.astimezone(ZONE).strftime(_DAY) if report.assignment else ""
    ),
}
PLACEHOLDERS: Final = tuple(_SAID)
"""Every place a template may have, total by test."""


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names of the places of a text, each once, in their order."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def filled(text: str, report: Report, names: Names) -> str:
    """Return a template's text with its places filled; raise ``UnknownPlaceholder``.

    What is filled in is never looked at again: a title with braces stays as the citizen wrote it.
    """
    unknown = tuple(name for name in placeholders(text) if name not in _SAID)
    if unknown:
        raise UnknownPlaceholder(unknown)
    return _PLACE.sub(lambda found: _SAID[found[1]](report, names), text)
