"""One line of the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ui.language import translate


class Kind(StrEnum):
    """What choosing a line does; the order is that of equally good matches."""

    COMMAND = "command"
    FILTER = "filter"
    REPORT = "report"
    PAGE = "page"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words, kind, key (as this platform writes it; may be empty), and what Enter does."""

    text: str
    kind: Kind
    run: Callable[[], None]
    key: str = ""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.text, kind_word(self.kind), self.key) if part)


def kind_word(kind: Kind) -> str:
    """Return the kind's name."""
    return {
        Kind.COMMAND: translate("Palette", "Command"),
        Kind.FILTER: translate("Palette", "Filter"),
        Kind.REPORT: translate("Palette", "Report"),
        Kind.PAGE: translate("Palette", "Open"),
        Kind.UNIT: translate("Palette", "Unit"),
    }[kind]
