"""Hides what tells who somebody is: telephone, identity and plate numbers, e-mail, *tôi là …*.

The dispatcher decides on each place that looks like an identity; what is hidden goes from the report for
good. ``mask_identity`` is the net for words nobody has decided on: it rather hides a harmless word than
shows a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

MASK: Final = "•••"
TITLE: Final = "title"
TEXT: Final = "text"
_FILE: Final = "file:"
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PLATE: Final = re.compile(r"\b\d{2}[A-ZĐ]{1,2}\d?[\s-]?\d{3}[.]?\d{1,2}\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<!\d)(?:\+?84|0)(?:[\s.-]?\d){8,11}(?!\d)|(?<!\d)\d{9,12}(?!\d)")
_SAYS_WHO: Final = re.compile(
    r"(?P<says>\b(?:t[ôo]i l[àa]|t[ôo]i t[êe]n(?: l[àa])?"
    r"|li[êe]n h[ệe] (?:anh|ch[ịi]|c[ôo]|b[áa]c|[ôo]ng|b[àa])"
    r"|g[ặa]p (?:anh|ch[ịi]|c[ôo]|b[áa]c|[ôo]ng|b[àa])|ng[ưu][ờo]i k[ýy]:?|my name is|i am)\s+)"
    r"(?P<who>[^\W\d_]+(?: [^\W\d_]+){0,4})",
    re.IGNORECASE,
)


def mask_identity(text: str) -> str:
    """Return ``text`` with everything that looks like an identity replaced by ``MASK``."""
    for pattern in (_EMAIL, _PLATE, _NUMBER):
        text = pattern.sub(MASK, text)
    return _SAYS_WHO.sub(lambda found: f"{found['says']}{MASK}", text)


def identity_spans(text: str) -> list[tuple[int, int]]:
    """Return where ``mask_identity`` would hide something, from the left, overlaps joined."""
    found = [each.span() for pattern in (_EMAIL, _PLATE, _NUMBER) for each in pattern.finditer(text)]
    found += [each.span("who") for each in _SAYS_WHO.finditer(text)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one place that may tell who somebody is: hidden, or kept because it does not.

    ``field`` is ``title``, ``text`` or a file's name (``file_field``); ``start``, ``end`` count characters.
    """

    field: str
    start: int
    end: int
    hide: bool


def file_field(attachment_id: str) -> str:
    """Return the ``field`` of decisions on a file's name."""
    return _FILE + attachment_id


def is_decided(field: str, text: str, decisions: Iterable[Decision]) -> bool:
    """Tell whether every place in ``text`` that looks like an identity was decided on, exactly as it lies."""
    made = {(each.start, each.end) for each in decisions if each.field == field}
    return all(span in made for span in identity_spans(text))


def fits(field: str, text: str, decisions: Iterable[Decision]) -> bool:
    """Tell whether the decisions on ``text`` lie inside it and none upon another."""
    mine = sorted((each.start, each.end) for each in decisions if each.field == field)
    inside = all(0 <= start < end <= len(text) for start, end in mine)
    return inside and all(one[1] <= other[0] for one, other in pairwise(mine))


def apply_decisions(field: str, text: str, decisions: Iterable[Decision]) -> str:
    """Return ``text`` with every place that is to be hidden replaced by ``MASK``."""
    hidden = sorted((each for each in decisions if each.field == field and each.hide), key=lambda d: -d.start)
    for each in hidden:
        text = f"{text[: each.start]}{MASK}{text[each.end :]}"
    return text


def hide_all(texts: Sequence[tuple[str, str]]) -> tuple[Decision, ...]:
    """Return the decision to hide every place found in ``texts``, pairs of field and text."""
    found = ((field, span) for field, text in texts for span in identity_spans(text))
    return tuple(Decision(field, start, end, hide=True) for field, (start, end) in found)


def public_words(text: str, *, decided: bool) -> str:
    """Return ``text`` as the public reads it: as it stands once decided on, else by ``mask_identity``."""
    return text if decided else mask_identity(text)
