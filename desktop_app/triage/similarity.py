"""Which reports are about the same matter: by field and distance, or by their words. Pure.

Alike are two reports of one organisation within ninety days of each other that are either of the same field
and at most a hundred metres apart, or whose words agree and whose places do not differ. A word weighs the
more the fewer reports around use it: the name of a street tells, *đề nghị* does not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from desktop_app.domain.folding import fold
from desktop_app.domain.report import Place, Report

NEAR_METRES: Final = 100.0
WITHIN: Final = timedelta(days=90)
_SAME_FIELD: Final = 0.2
"""Least agreement of the words of two reports of the same field."""
_ANY_FIELD: Final = 0.42
_EARTH_METRES: Final = 6_371_000.0
_WORD: Final = re.compile(r"[^\W_]+")
_TITLE_WEIGHT: Final = 2
_GENERIC: Final = frozenset({"duong", "pho", "so", "nha", "street", "st", "avenue", "ave", "road"})
"""Words of an address that tell no street from another."""


class Sign(StrEnum):
    """Why two reports are taken to be about the same matter."""

    PLACE = "place"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a report; ``words`` are folded single words and neighbours, with their counts."""

    id: str
    organisation: str
    category: str | None
    received_at: datetime
    place: Place
    words: Counter[str]


def sketch(report: Report) -> Sketch:
    """Return what is compared of ``report``: the words of title, text and address, and where it is."""
    words: Counter[str] = Counter()
    for text, weight in ((report.title, _TITLE_WEIGHT), (report.text, 1), (report.place.address or "", 1)):
        said = _WORD.findall(fold(text))
        for feature in (*said, *(f"{one} {two}" for one, two in pairwise(said))):
            words[feature] += weight
    return Sketch(report.id, report.organisation, report.category, report.received_at, report.place, words)


class Likeness:
    """Compares reports against the background of all those around them."""

    def __init__(self, around: Iterable[Sketch]) -> None:
        background = list(around)
        self._used = Counter(word for each in background for word in each.words)
        self._number = len(background)

    def sign(self, one: Sketch, other: Sketch) -> Sign | None:
        """Return why two reports are alike; None when they are not."""
        if one.organisation != other.organisation or abs(one.received_at - other.received_at) > WITHIN:
            return None
        same_field = one.category is not None and one.category == other.category
        apart = distance(one.place, other.place)
        if same_field and apart is not None and apart <= NEAR_METRES:
            return Sign.PLACE
        if (apart is not None and apart > NEAR_METRES) or (apart is None and _elsewhere(one, other)):
            return None
        least = _SAME_FIELD if same_field else _ANY_FIELD
        return Sign.WORDS if self.agreement(one, other) >= least else None

    def agreement(self, one: Sketch, other: Sketch) -> float:
        """Return from 0 to 1 how far the words agree (cosine of their weighted counts)."""
        mine, theirs = self._weigh(one.words), self._weigh(other.words)
        both = sum(weight * theirs[word] for word, weight in mine.items() if word in theirs)
        lengths = math.sqrt(_square(mine) * _square(theirs))
        return both / lengths if lengths else 0.0

    def _weigh(self, words: Counter[str]) -> dict[str, float]:
        return {
            word: (1 + math.log(count)) * math.log(1 + (self._number + 1) / (self._used[word] + 1))
            for word, count in words.items()
        }


def distance(one: Place, other: Place) -> float | None:
    """Return the metres between two places on the ground; None where one of them has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, down = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude) * math.cos((up + down) / 2)
    return _EARTH_METRES * math.hypot(down - up, across)


def _elsewhere(one: Sketch, other: Sketch) -> bool:
    """Tell whether two addresses name different streets; house numbers in front of them do not count."""
    here, there = _street(one.place.address), _street(other.place.address)
    return bool(here and there) and not (here <= there or there <= here)


def _street(address: str | None) -> set[str]:
    words = _WORD.findall(fold(address or ""))
    while words and words[0][0].isdecimal():
        words.pop(0)
    return set(words) - _GENERIC


def _square(weights: dict[str, float]) -> float:
    return sum(weight * weight for weight in weights.values())
