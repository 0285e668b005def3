"""How templates are named and told apart: pure functions of a template and the city's names."""

from __future__ import annotations

from desktop_app.domain.templates import Template
from desktop_app.domain.workflow import Command, State
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.words import command_word, state_word
from ui.widgets.when import moment_text


def language_word(language: str) -> str:
    """Return a template's language in words."""
    return {
        "vi": translate("Templates", "Vietnamese"),
        "en": translate("Templates", "English"),
    }.get(language, language)


def use_word(command: str) -> str:
    """Return what a template is for; a command of a newer program stands as it is."""
    return command_word(Command(command)) if command in list(Command) else command


def state_of(template_state: str | None) -> str:
    """Return the state a template is for in words."""
    if template_state is None:
        return translate("Templates", "any state")
    return state_word(State(template_state)) if template_state in list(State) else template_state


def whose(unit: str | None, names: Names) -> str:
    """Return whose template it is."""
    return names.unit(unit) if unit else translate("Templates", "The city")


def about(template: Template, names: Names) -> str:
    """Return one line: for which field, what, in which state, in which language."""
    parts = (
        names.category(template.category) or translate("Templates", "every field"),
        use_word(template.command),
        state_of(template.state),
        language_word(template.language),
    )
    return " · ".join(parts)


def slot_word(slot: str) -> str:
    """Return what a slot is filled with."""
    return {
        "unit": translate("Templates", "Unit that answers"),
        "place": translate("Templates", "Place"),
        "category": translate("Templates", "Field"),
        "code": translate("Templates", "Code"),
        "title": translate("Templates", "Title"),
        "received": translate("Templates", "Day received"),
        "due": translate("Templates", "Deadline"),
    }.get(slot, slot)


def versions(template: Template, names: Names) -> list[tuple[str, str]]:
    """Return the versions that are kept, each its number and who wrote it when; the newest first."""
    told = [(template.version, template.written_by, template.written_at)]
    told += [(each.version, each.written_by, each.written_at) for each in template.earlier]
    return [
        (
            str(version),
            " · ".join(
                part
                for part in (
                    translate("Templates", "Version {number}").format(number=version),
                    names.person(by) if by else "",
                    moment_text(at) if at else "",
                )
                if part
            ),
        )
        for version, by, at in told
    ]


def text_of(template: Template, version: str) -> tuple[str, str] | None:
    """Return title and text of one of the versions kept, or None."""
    if version == str(template.version):
        return template.title, template.text
    found = next((each for each in template.earlier if str(each.version) == version), None)
    return (found.title, found.text) if found else None
