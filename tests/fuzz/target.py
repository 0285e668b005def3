"""What one fuzz target is: a parser, the errors it may raise, real inputs to begin with, where it lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz.planting import DEFECTS

Seeds = Callable[[], list[bytes]]


@dataclass(frozen=True)
class Target:
    """One parser: ``parse`` is run on every input and may raise only ``allowed``.

    ``code`` names the modules of the parser itself: defects are planted there (``planting``). ``longest`` is
    the length of the inputs that are tried, in bytes. ``tree`` is where a tag-length-value tree begins in the
    input (0, or behind a byte that chooses), None where there is none: trees are mutated as such too.
    ``json`` is the same of a JSON document. ``defects`` are the kinds that are planted: a parser that answers
    for its library's want of memory turns that one into its own error, where nobody can notice it.
    """

    parse: Callable[[bytes], object]
    allowed: tuple[type[Exception], ...]
    seeds: Seeds
    code: tuple[str, ...]
    longest: int = 1024
    tree: int | None = None
    json: int | None = None
    defects: tuple[str, ...] = tuple(DEFECTS)
