"""The answer the citizen will read: a template of the house style, its slots filled."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from desktop_app.domain.organisation import Unit
from desktop_app.domain.report import Outcome, Report
from desktop_app.domain.templates import Template
from desktop_app.sandbox.seed.gazetteer import place_words
from desktop_app.sandbox.seed.remarks import load_remarks, load_results

OPEN_SLOT = "…"
"""What an officer replaces by the result."""

_OUTCOMES = (Outcome.FIXED, Outcome.PLANNED, Outcome.NOT_FIXED)
_CHANCES = (65, 23, 12)
_ENGLISH = {
    Outcome.FIXED: "our staff went to the place and put the matter right",
    Outcome.PLANNED: "the work is in our plan for the coming weeks",
    Outcome.NOT_FIXED: "the cause could not be established from what we know",
}


def draw_outcome(rng: Random) -> Outcome:
    """Draw what came of a report: most are fixed, some planned, a few neither."""
    return rng.choices(_OUTCOMES, _CHANCES)[0]


def write_answer(
    rng: Random, report: Report, unit: Unit, outcome: Outcome, templates: Iterable[Template]
) -> str:
    """Return the whole answer of ``unit`` to ``report``, in the reporter's language."""
    vietnamese = report.language == "vi"
    template = _template(templates, f"{_topic(report)}.answer.{outcome}.{report.language}")
    result = rng.choice(load_results()[report.category or ""][outcome]) if vietnamese else _ENGLISH[outcome]
    return _fill(template, report, unit, result)


def write_own_answer(rng: Random, report: Report, unit: Unit, templates: Iterable[Template]) -> str:
    """Return the centre's own answer to a report that needed no other unit."""
    vietnamese = report.language == "vi"
    result = rng.choice(load_remarks().own_answer) if vietnamese else _ENGLISH[Outcome.FIXED]
    return _fill(_template(templates, f"own_answer.{report.language}"), report, unit, result)


def signing_name(unit: Unit, language: str) -> str:
    """Return the name a unit signs with: for a ward or commune it is its people's committee."""
    local = unit.kind in {"ward", "commune"}
    if language != "vi":
        return f"the People's Committee of {unit.name_en}" if local else f"the {unit.name_en}"
    return f"Ủy ban nhân dân {unit.name[:1].lower()}{unit.name[1:]}" if local else unit.name


def _template(templates: Iterable[Template], template_id: str) -> Template:
    return next(template for template in templates if template.id == template_id)


def _topic(report: Report) -> str:
    return (report.category or "").partition(".")[0]


def _fill(template: Template, report: Report, unit: Unit, result: str) -> str:
    name = signing_name(unit, report.language)
    text = template.text.format(unit=name, place=place_words(report.place))
    return text.replace(OPEN_SLOT, result)
