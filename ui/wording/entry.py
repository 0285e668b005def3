"""One error code's sentences, as marked sources, and what they become in the language in force."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened and what to do, in English source text with ``{field}`` places of the error's data."""

    title: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person reads: what happened, and what is safe and what to do."""

    title: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{self.title} {self.what_to_do}"
