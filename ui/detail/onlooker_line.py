"""The line under a report's head that names who else has it open, and who of them writes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.news import Onlooker
from ui.language import Translated, translate
from ui.widgets.when import time_text
from ui.widgets.wrapped_text import WrappedText

NAMED = 3
"""So many colleagues are named; of the rest, how many."""


class OnlookerLine(Translated, WrappedText):
    """One line under a report's head, there only while somebody else has it open."""

    def __init__(self) -> None:
        super().__init__("info")
        self.setObjectName("detail.onlookers")
        self._others: tuple[Onlooker, ...] = ()
        self.hide()

    def show_others(self, others: tuple[Onlooker, ...]) -> None:
        """Name who else has the report open; nobody: the line goes."""
        self._others = others
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        text = others_text(self._others)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def others_text(others: Sequence[Onlooker]) -> str:
    """Return who reads and who writes, those who write first."""
    writing_first = sorted(others, key=lambda one: not one.writing)
    told = [_one(each) for each in writing_first[:NAMED]]
    if len(writing_first) > NAMED:
        more = translate("Presence", "{count} more").format(count=len(writing_first) - NAMED)
        told.append(more)
    return " · ".join(told)


def _one(other: Onlooker) -> str:
    words = (
        translate("Presence", "{name} is writing an answer (since {time})")
        if other.writing
        else translate("Presence", "{name} has this open (since {time})")
    )
    return words.format(name=other.name, time=time_text(other.since))
