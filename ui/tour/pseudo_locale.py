"""A language nobody speaks: every text of ours bracketed and 40 % longer, with the highest letters there are.

A text without brackets was never translated; one that ends without its bracket did not find room.
"""

from __future__ import annotations

import math
from itertools import cycle, islice
from typing import Final

from PySide6.QtCore import QTranslator

PSEUDO: Final = "pseudo"
"""What the tour calls it, beside ``vi`` and ``en``."""
OPENING, CLOSING = "[", "]"
GROWTH: Final = 0.4
"""How much longer than the English text; translations of short texts grow that much."""
_FILLER: Final = "ẵộ ữẫềỗ ẴỆ ợẩ "
_OF_QT: Final = "Q"
"""The contexts of Qt's own texts begin with it; what keys are called is one of them."""


def lengthened(text: str) -> str:
    """Return ``text`` in brackets and longer by ``GROWTH``; an ellipsis of its own becomes three dots."""
    filler = "".join(islice(cycle(_FILLER), math.ceil(GROWTH * len(text))))
    return f"{OPENING}{text.replace('…', '...')} {filler.strip()}{CLOSING}"


class PseudoLocale(QTranslator):
    """Answers for every text of ours; install it after the others, so that it is asked first."""

    def isEmpty(self) -> bool:
        """Return False: it knows every text."""
        return False

    def translate(self, context: str, source: str, _note: str | None = None, _n: int = -1) -> str | None:
        """Return the text lengthened; None for Qt's own, which the next translator is asked for."""
        return None if context.startswith(_OF_QT) else lengthened(source)
