"""How people really type: slips of the finger, text without diacritics, their own identity in it.

Every number, card, plate and address is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

import msgspec

import resources
from desktop_app.domain.folding import fold

SLIPS = (
    ("đường", "đừơng"), ("không", "ko"), ("được", "đc"), ("nghị", "ngị"), ("rác", "gác"), ("xử lý", "sử lý"),
    ("người", "ngừoi"), ("trước", "trứơc"), ("những", "nhửng"), ("nguy hiểm", "nguy hiễm"), ("mong", "mông"),
    ("quá", "wá"), ("gì", "j"), ("với", "vs"), ("kiểm tra", "kiễm tra"), ("sửa", "sữa"), ("the ", "teh "),
)  # fmt: skip
"""What is meant, and what gets typed."""

_PHONE_PREFIXES = ("0905", "0914", "0935", "0379", "0782")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Sentences that tell who somebody is, and the parts of invented names."""

    """What names and the words around them are made of."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    families: tuple[str, ...]
    middles: tuple[str, ...]
    given: tuple[str, ...]


def misspell(rng: Random, text: str) -> str:
    """Return ``text`` with two or three slips where it has room for them."""
    found = [slip for slip in SLIPS if slip[0] in text]
    for meant, typed in rng.sample(found, min(len(found), rng.choice((2, 3)))):
        text = text.replace(meant, typed, 1)
    return text


def without_diacritics(text: str) -> str:
    """Return ``text`` as typed without an input method: lower case, bare letters."""
    return fold(text)


def reveal_identity(rng: Random, text: str, language: str) -> str:
    """Return ``text`` with a sentence that tells who wrote it, as some people do unasked."""
    phrases = _phrases()
    sentence = rng.choice(phrases.vi if language == "vi" else phrases.en)
    return f"{text} {sentence.format(**_invented_person(rng, phrases))}"


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    return msgspec.json.decode(resources.read_bytes("city/texts/identity.json"), type=_Phrases)


def _invented_person(rng: Random, phrases: _Phrases) -> dict[str, str]:
    given = rng.choice(phrases.given)
    name = f"{rng.choice(phrases.families)} {rng.choice(phrases.middles)} {given}"
    return {
        "given": given,
        "person": name,
        "phone": f"{rng.choice(_PHONE_PREFIXES)} {rng.randrange(1000):03d} {rng.randrange(1000):03d}",
        "cccd": f"046{rng.randrange(10**9):09d}",
        "plate": f"75{rng.choice('BCDEFGH')}1-{rng.randrange(10**5):05d}",
        "email": f"{fold(given)}{rng.randrange(10, 99)}@example.vn",
    }
