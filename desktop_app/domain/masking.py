"""Hides what tells who somebody is: telephone, identity and plate numbers, e-mail, *tôi là …*.

The dispatcher masks texts by hand; this is the last net before a page that anybody may read, so it
rather hides a harmless word than shows a name.
"""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "•••"
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
