"""``ioc-desk doctor``: service, readers, cards, clock, network, disk, each with a verdict and a code.

Nothing secret is read or shown: no PIN, no key, no subject beyond the redacted holder.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from cardio.errors import CardError
from cardio.readers import Condition
from desktop_app.api import auth
from desktop_app.api.errors import ApiError

if TYPE_CHECKING:
    from desktop_app.core import Core

LOW_DISK: Final = 500 * 1024 * 1024
WRONG_CLOCK: Final = timedelta(minutes=5)
CARD_SECONDS: Final = 5.0


class Verdict(StrEnum):
    """How a part is doing."""

    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part examined; ``code`` is an error code of ``ui.wording`` or empty, ``detail`` plain facts."""

    part: str
    verdict: Verdict
    code: str = ""
    detail: str = ""


def examine(core: Core, settle_seconds: float = 1.0) -> list[Finding]:
    """Look at every part of a started core; takes some seconds. Never raises for what it examines."""
    _wait(lambda: bool(core.readers.readers()), settle_seconds)
    return [*_readers(core), _centre(core), _clock(core), _store(core), _disk(core)]


def _wait(condition: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)


def _readers(core: Core) -> list[Finding]:
    states = core.readers.readers()
    if not states:
        return [Finding("readers", Verdict.BAD, "no_reader")]
    return [
        _card(core, state.name)
        if state.condition is Condition.CARD
        else Finding("reader", _CONDITIONS[state.condition], detail=f"{state.name}: {state.condition.value}")
        for state in states
    ]


_CONDITIONS: Final = {
    Condition.EMPTY: Verdict.GOOD,
    Condition.HELD: Verdict.CAUTION,
    Condition.NOT_ANSWERING: Verdict.BAD,
}


def _card(core: Core, reader: str) -> Finding:
    try:
        summary = core.sign_in.inspect(reader).result(CARD_SECONDS)
    except (CardError, TimeoutError) as problem:
        return Finding("card", Verdict.BAD, getattr(problem, "code", "reader_not_answering"), reader)
    verdict = Verdict.BAD if summary.problem else Verdict.GOOD
    return Finding("card", verdict, summary.problem or "", f"{reader}: {summary.holder}")


def _centre(core: Core) -> Finding:
    workplace = core.workplace
    if workplace is None:
        return Finding("centre", Verdict.CAUTION, "not_enrolled")
    session = workplace.centre.open()
    try:
        auth.probe(session)
    except ApiError as problem:
        return Finding("centre", Verdict.BAD, problem.code, workplace.centre.url)
    finally:
        session.close()
    return Finding("centre", Verdict.GOOD, detail=workplace.centre.url)


def _clock(core: Core) -> Finding:
    offset = core.clock.wall_offset()
    if core.clock.wall_set_back:
        return Finding("clock", Verdict.CAUTION, "clock_set_back")
    if offset is None:
        return Finding("clock", Verdict.CAUTION, "clock_unknown")
    seconds = f"{offset.total_seconds():+.1f} s"
    if abs(offset) > WRONG_CLOCK:
        return Finding("clock", Verdict.CAUTION, "clock_wrong", seconds)
    return Finding("clock", Verdict.GOOD, detail=seconds)


def _store(core: Core) -> Finding:
    if core.terminal is None:
        return Finding("journal", Verdict.GOOD)
    fault = core.terminal.journal.verify_tail().fault
    return Finding("journal", Verdict.BAD if fault else Verdict.GOOD, "journal_broken" if fault else "")


def _disk(core: Core) -> Finding:
    free = shutil.disk_usage(core.home.root).free
    if free < LOW_DISK:
        return Finding("disk", Verdict.CAUTION, "disk_low", f"{free >> 20} MB")
    return Finding("disk", Verdict.GOOD, detail=f"{free >> 20} MB")
