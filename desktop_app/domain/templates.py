"""Templates: the city's and the units' own words for what officials write again and again.

A template is for one command, a state (None: any), a category (None: any) and a language. What it leaves to
be filled is a *slot*, ``{place}``, which the program fills, or a *blank*, a ``…`` standing alone, which
only a person can. Units keep their own; the city's (without a unit) are kept by those who publish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.domain.payloads import PayloadInvalid, check_text
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import TABLE, Command, State

LONGEST_TITLE: Final = 80
MOST_OF_A_UNIT: Final = 200
KEPT_VERSIONS: Final = 5
"""Earlier versions that travel with a template: enough to go back to."""

LANGUAGES: Final = ("vi", "en")
USES: Final = (
    Command.SUBMIT, Command.REJECT, Command.ASK_CITIZEN, Command.REQUEST_EXTENSION, Command.RETURN,
    Command.SEND_BACK, Command.DECIDE_REOPEN,
)  # fmt: skip
"""The commands whose words may come from a template."""

INTERNAL: Final = frozenset({Command.RETURN, Command.SEND_BACK})
"""Those that a colleague reads, never the citizen."""

SLOTS: Final = ("unit", "place", "category", "code", "title", "received", "due")
_SLOT: Final = re.compile(r"\{([^{}\s]{1,40})\}")
_BLANK: Final = re.compile(r"(?<!\S)…")
_SENTENCE: Final = re.compile(r"\n|(?<=[.!?;]) ")
_BEFORE: Final = 3
"""Words before a blank that name it."""


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What a template said before: its version, words, who wrote them and when."""

    version: int
    title: str
    text: str
    written_by: str = ""
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A text for a command in a state (None: any), for a category (None: any), in one language.

    ``unit``: whose it is; None is the city's. ``earlier``: its last versions, the newest first.
    """

    id: str
    state: str | None
    language: str
    title: str
    text: str
    category: str | None = None
    command: str = Command.SUBMIT.value
    unit: str | None = None
    version: int = 1
    written_by: str = ""
    written_at: datetime | None = None
    earlier: tuple[EarlierText, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteTemplate:
    """A template as it shall be from now on; ``seen`` is the version it was changed from, 0 for a new one."""

    unit: str | None
    command: str
    state: str | None
    language: str
    title: str
    text: str
    category: str | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A slot or blank that nobody filled: where it stands, and the words that name it."""

    begins: int
    ends: int
    words: str


class Unfilled(PayloadInvalid):
    """A text has places that nobody filled; ``blanks`` are the words that name them."""

    def __init__(self, field: str, places: tuple[OpenPlace, ...]) -> None:
        super().__init__(field, "unfilled")
        self.blanks = ", ".join(f"“{place.words}”" for place in places)


class UnknownSlots(PayloadInvalid):
    """A template asks for what no program of this version fills; ``names`` are its slots, as written."""

    def __init__(self, field: str, slots: tuple[str, ...]) -> None:
        super().__init__(field, "unknown_slot")
        self.names = ", ".join(f"{{{name}}}" for name in slots)


def keeps_templates(actor: Actor, unit: str | None) -> bool:
    """Tell whether ``actor`` writes the templates of ``unit``: its leaders; the city's, who publishes."""
    if unit is None:
        return actor.holds(Role.PUBLISHER)
    return (actor.holds(Role.APPROVER) and unit in actor.units) or unit in actor.deputy_for


def kept_by(actor: Actor) -> tuple[str | None, ...]:
    """Return whose templates ``actor`` writes: their unit's, the city's (None), those they stand in for."""
    found: list[str | None] = [actor.unit_id] if keeps_templates(actor, actor.unit_id) else []
    found += sorted(actor.deputy_for - set(found))
    return (*found, *((None,) if keeps_templates(actor, None) else ()))


def states_of(command: Command) -> tuple[State, ...]:
    """Return the states in which ``command`` may be given, in the order of the workflow."""
    legal = {state for edge in TABLE if edge.command is command for state in edge.sources}
    return tuple(state for state in State if state in legal)


def slots(text: str) -> tuple[str, ...]:
    """Return the names of the slots of a text, each once, in their order."""
    return tuple(dict.fromkeys(_SLOT.findall(text)))


def unknown_slots(text: str) -> tuple[str, ...]:
    """Return the slots of a text that no program of this version fills."""
    return tuple(name for name in slots(text) if name not in SLOTS)


def fill_slots(text: str, said: dict[str, str]) -> str:
    """Return ``text`` with its slots filled; what is filled in is never looked at again.

    Raises KeyError for a slot that ``said`` does not have.
    """
    return _SLOT.sub(lambda found: said[found[1]], text)


def open_places(text: str) -> tuple[OpenPlace, ...]:
    """Return every slot and blank still in a text, in order.

    An ellipsis that ends a word ("rác, cành cây…") is the writer's own; one standing alone is a blank.
    """
    found = [OpenPlace(one.start(), one.end(), one[0]) for one in _SLOT.finditer(text)]
    found += [OpenPlace(one.start(), one.end(), _named(text, one.end())) for one in _BLANK.finditer(text)]
    return tuple(sorted(found, key=lambda one: one.begins))


def require_filled(field: str, text: str) -> None:
    """Raise ``Unfilled`` where a text still has a slot or a blank."""
    if places := open_places(text):
        raise Unfilled(field, places)


def check(payload: WriteTemplate) -> None:
    """Raise ``PayloadInvalid`` naming the first field that makes no template."""
    if payload.command not in USES:
        raise PayloadInvalid("command", "malformed")
    if payload.state is not None and payload.state not in states_of(Command(payload.command)):
        raise PayloadInvalid("state", "malformed")
    if payload.language not in LANGUAGES:
        raise PayloadInvalid("language", "malformed")
    check_text("title", payload.title)
    if len(payload.title) > LONGEST_TITLE:
        raise PayloadInvalid("title", "too_long")
    check_text("text", payload.text)
    if unknown := unknown_slots(payload.text):
        raise UnknownSlots("text", unknown)


def _named(text: str, end: int) -> str:
    """The blank ending at ``end`` with the words of its sentence before it."""
    sentence = _SENTENCE.split(text[:end])[-1]
    return " ".join(sentence.split(" ")[-_BEFORE - 1 :])
