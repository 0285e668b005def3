"""What citizens wrote: the hand-written texts by category, and the words put into their slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

import msgspec

import resources
from desktop_app.sandbox.seed.gazetteer import Spot, Ward

_FOLDER = "city/texts"
_NO_TEXTS = "identity.json"
_ROAD, _DOUBLED = "đường", "đường đường"
"""*Lòng đường* before *đường Lê Lợi*: people say the word once."""


@dataclass(frozen=True, slots=True)
class Text:
    """One hand-written report with slots.

    ``area`` limits it to wards of that kind, ``near`` to landmarks of that kind; ``source`` and
    ``evidence`` are there where one of the centre's own services speaks instead of a citizen.
    """

    category: str
    title: str
    text: str
    area: str | None = None
    near: str | None = None
    language: str = "vi"
    instant: bool = False
    source: str | None = None
    evidence: dict[str, str] = field(default_factory=dict)

    def fits(self, ward: Ward) -> bool:
        """Tell whether somebody in ``ward`` could have written it."""
        return self.area in {None, *ward.areas} and bool(ward.near(self.near))

    @property
    def where(self) -> str:
        """Which slot names the place: ``landmark``, ``kiet`` (an alley) or the street."""
        return next((slot for slot in ("landmark", "kiet") if f"{{{slot}}}" in self.title), "street")

    def about(self, topic: str) -> bool:
        """Tell whether it belongs to the category ``topic`` or one below it."""
        return self.category == topic or self.category.startswith(f"{topic}.")


@dataclass(frozen=True, slots=True)
class Written:
    """A title and a text with every slot filled."""

    title: str
    text: str
    evidence: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_texts() -> tuple[Text, ...]:
    """Read every text; raises ``resources.ResourceMissing``."""
    files = (name for name in resources.names(_FOLDER, ".json") if name != _NO_TEXTS)
    found = (
        msgspec.json.decode(resources.read_bytes(f"{_FOLDER}/{name}"), type=list[Text]) for name in files
    )
    return tuple(text for texts in found for text in texts)


def write(rng: Random, text: Text, spot: Spot) -> Written:
    """Fill the slots of ``text`` with the words of ``spot`` and small numbers."""
    numbers = {"n": rng.randrange(2, 7), "hour": rng.choice((4, 5)), "night": rng.choice((10, 11))}
    words = {**spot.words, **{name: str(number) for name, number in numbers.items()}}
    return Written(
        title=_sentence_case(text.title.format(**words)),
        text=_sentence_case(text.text.format(**words)),
        evidence={name: value.format(**words) for name, value in text.evidence.items()},
    )


def _sentence_case(text: str) -> str:
    once = text.replace(_DOUBLED, _ROAD)
    return once[:1].upper() + once[1:]
