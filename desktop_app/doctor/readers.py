"""Readers and their drivers: which are there, which answer, which are plugged in and not listed."""

from __future__ import annotations

from collections.abc import Sequence

from cardio.readers import Condition, ReaderState
from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part


def examine_readers(states: Sequence[ReaderState], *, service: bool, remote: bool = False) -> list[Finding]:
    """Return one finding per reader, or one that says why there is none.

    ``remote``: this is a remote desktop, which has no readers but those that are handed on to it.
    """
    if not states and remote:
        return [find(Part.READERS, "no_reader_remote")]
    if not states:
        return [find(Part.READERS, "no_reader" if service else "no_service")]
    return [
        find(
            Part.READERS,
            "card_held_elsewhere" if state.condition is Condition.HELD else "reader_present",
            state.name,
        )
        for state in states
    ]


def examine_driver(states: Sequence[ReaderState], *, service: bool, plugged_in: int | None) -> list[Finding]:
    """Return the readers whose driver hangs, else one finding on the driver.

    ``plugged_in`` counts the readers on the USB as the operating system sees them. None: it does not say
    (Windows, macOS); then PC/SC alone is heard, which lists no reader that lacks a driver.
    """
    if not states and plugged_in is None:
        return [find(Part.DRIVER, "driver_unknown")]
    if not service:
        return [find(Part.DRIVER, "no_service")]
    if not states and plugged_in:
        return [find(Part.DRIVER, "driver_missing", data={"count": plugged_in})]
    if not states:
        return [find(Part.DRIVER, "no_reader")]
    hanging = [state.name for state in states if state.condition is Condition.NOT_ANSWERING]
    return [find(Part.DRIVER, "reader_not_answering", name) for name in hanging] or [
        find(Part.DRIVER, "driver_answers")
    ]
