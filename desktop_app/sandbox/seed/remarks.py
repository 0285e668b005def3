"""What officers, citizens and the system say on the way: reasons, questions, notes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

import resources

Coded = tuple[str, str]


class Remarks(msgspec.Struct, frozen=True, rename={"return_": "return"}):
    """Phrases by occasion; pairs are a reason's code and its words.

    ``again`` pairs the openings of a later report's title and text.
    """

    reject: tuple[Coded, ...]
    return_: tuple[Coded, ...]
    extension: tuple[Coded, ...]
    question: tuple[str, ...]
    reply: tuple[str, ...]
    send_back: tuple[str, ...]
    note: tuple[str, ...]
    contribute: tuple[str, ...]
    urge: tuple[str, ...]
    reopen: tuple[str, ...]
    decide_reopen: tuple[str, ...]
    close: tuple[str, ...]
    again: tuple[tuple[str, str], ...]
    own_answer: tuple[str, ...]


@lru_cache(maxsize=1)
def load_remarks() -> Remarks:
    """Read the phrases; raises ``resources.ResourceMissing``."""
    return msgspec.json.decode(resources.read_bytes("city/remarks.json"), type=Remarks)


@lru_cache(maxsize=1)
def load_results() -> dict[str, dict[str, tuple[str, ...]]]:
    """Read what came of it: category → outcome → sentences without capital and full stop."""
    raw: Any = msgspec.json.decode(resources.read_bytes("city/results.json"))
    return {category: {key: tuple(said) for key, said in found.items()} for category, found in raw.items()}
