"""Templates for the report at hand: those that fit, their slots filled from it.

A template comes from the centre, perhaps of a newer program: what it asks for and this program cannot say
must never reach a citizen as ``{…}``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.report import Report
from desktop_app.domain.templates import INTERNAL, LANGUAGES, Template, fill_slots, unknown_slots
from desktop_app.domain.workflow import Command, State

_DAY: Final = "%d/%m/%Y"
_STATES: Final[Mapping[State, frozenset[State]]] = {
    **{state: frozenset({state}) for state in State},
    State.MONITORING: frozenset({State.MONITORING, State.IN_PROGRESS}),
}
"""State of a report → states whose templates fit; what was monitored may be answered like the rest."""


class UnknownSlot(Exception):
    """A template asks for what this program does not know; ``names`` are its slots, as written."""

    code = "unknown_slot"

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


def filled(text: str, report: Report, names: Names) -> str:
    """Return a template's text with its slots filled; raise ``UnknownSlot``.

    What is filled in is never looked at again: a title with braces stays as the citizen wrote it.
    """
    if unknown := unknown_slots(text):
        raise UnknownSlot(unknown)
    return fill_slots(text, {name: say(report, names) for name, say in _SAID.items()})


def fitting(
    templates: Iterable[Template],
    command: Command,
    report: Report,
    *,
    above: str | None,
    units: Iterable[str],
    screen: str,
) -> list[Template]:
    """Return the templates for ``command`` on ``report``: units' own first, then the city's.

    ``above`` is the category over the report's; ``units`` those whose words the writer uses, their own and
    what is above it; ``screen`` the language that colleagues are written to in.
    """
    language = report.language if report.language in LANGUAGES else LANGUAGES[0]
    wanted = screen if command in INTERNAL else language
    topics = {None, report.category, above}
    whose = {None, *units}
    found = [
        each
        for each in templates
        if each.command == command
        and each.language == wanted
        and each.category in topics
        and each.unit in whose
        and (each.state is None or each.state in _STATES[report.state])
    ]
    return sorted(found, key=lambda each: (each.unit is None, each.category is None))
