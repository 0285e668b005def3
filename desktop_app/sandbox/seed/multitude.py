"""A city of many years: any number of reports, copied week by week from the lawful cases of `generator`.

Every copy is one of some two thousand cases, moved by whole weeks (so that each step keeps its weekday and
its hour) to another street of the same ward. Whatever is older than the generator's weeks is finished, but
for a few that were forgotten, as in a real city. The same seed, time and number make the same reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.report import Entry, Place, Report
from desktop_app.domain.workflow import OPEN_STATES, State
from desktop_app.sandbox.new_reports import ALPHABET, public_code
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.gazetteer import Spot, load_gazetteer
from desktop_app.sandbox.seed.generator import WEEKS, Generator
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.seeded_ids import seeded_id

YEARS_OF_WEEKS: Final = 5 * 52
"""How far back the city remembers."""
FORGOTTEN: Final = 0.1
"""Share of the older reports that nobody finished."""
_MOULDS: Final = 5
_EARLIER_SECONDS: Final = 3600
"""A copy was received up to this much before its mould's hour, so that no two come in one instant."""


@dataclass(frozen=True, slots=True)
class _Mould:
    """A case to be copied, what place it speaks of, how many weeks ago it came in.

    ``room``: by how many seconds a copy may come in earlier and still be of the same week.
    """

    case: Case
    spot: Spot
    age: int
    room: float


def multitude(
    city: Organisation, calendar: Calendar, now: datetime, seed: int, count: int, first_code: int = 1
) -> Iterator[Case]:
    """Yield ``count`` reports, oldest week first, their codes counted from ``first_code``."""
    rng = Random(seed)  # noqa: S311 - repeatable on purpose; nothing here is a secret
    moulds = [mould for n in range(_MOULDS) for mould in _moulds(city, calendar, now, seed + n)]
    copier = _Copier(rng)
    made = 0
    for week in range(YEARS_OF_WEEKS - 1, -1, -1):
        wanted = count * (YEARS_OF_WEEKS - week) // YEARS_OF_WEEKS - made
        for case in copier.week(moulds, week, wanted, first_code + made):
            made += 1
            yield case


def _moulds(city: Organisation, calendar: Calendar, now: datetime, seed: int) -> Iterator[_Mould]:
    generator = Generator(city, calendar, now, seed)
    for case in generator.cases():
        if case.report.state is not State.DUPLICATE:  # its original would have to be in the same week
            ago = now - case.report.received_at
            age = ago // timedelta(weeks=1)
            room = (timedelta(weeks=age + 1) - ago).total_seconds()
            yield _Mould(case, generator.spot_of(case), age, min(room, _EARLIER_SECONDS))


class _Copier:
    """Copies moulds into a week, each under an id of its own."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def week(self, moulds: list[_Mould], week: int, wanted: int, first_code: int) -> Iterator[Case]:
        """Yield ``wanted`` copies received in the ``week``-th week before now, in the order of receipt."""
        here = [mould for mould in moulds if mould.age == week]
        over = [mould for mould in moulds if mould.case.report.state not in OPEN_STATES and mould.age <= week]
        chosen = self._rng.choices(here if week < WEEKS and here else over, k=wanted)
        if week >= WEEKS:
            chosen = [self._rng.choice(moulds) if self._rng.random() < FORGOTTEN else each for each in chosen]
        shifts = [(each, timedelta(weeks=each.age - week), self._earlier(each)) for each in chosen]
        shifts.sort(key=lambda shift: shift[0].case.report.received_at + shift[1] - shift[2])
        for number, (mould, moved, earlier) in enumerate(shifts, first_code):
            yield self._copy(mould, moved, earlier, number)

    def _earlier(self, mould: _Mould) -> timedelta:
        return timedelta(seconds=self._rng.uniform(0, mould.room))

    def _private_code(self) -> str:
        return "TD-" + "".join(self._rng.choices(ALPHABET, k=8))

    def _copy(self, mould: _Mould, moved: timedelta, earlier: timedelta, number: int) -> Case:
        before = mould.case.report
        received = before.received_at + moved - earlier
        swap = _Swap(self._rng, mould.spot)
        report = replace(
            before,
            id=seeded_id(received, self._rng),
            code=self._private_code() if before.private else public_code(received, number),
            title=swap.words(before.title),
            text=swap.words(before.text),
            place=swap.place(before.place),
            received_at=received,
            **{name: moved_by(getattr(before, name), moved, swap.words) for name in _DATED},
        )
        copy = Case(report, self._rng)
        copy.entries.extend(self._entries(mould.case.entries, report, moved, swap))
        return copy

    def _entries(
        self, entries: list[Entry], report: Report, moved: timedelta, swap: _Swap
    ) -> Iterator[Entry]:
        for place, entry in enumerate(entries):
            at = entry.at + moved
            yield replace(
                entry,
                id=seeded_id(at, self._rng, place),
                report_id=report.id,
                at=at,
                text=swap.words(entry.text),
            )


_DATED: Final = (
    "assignment", "distributed_at", "answer", "rejection", "returns", "question", "question_due",
    "question_wanted", "review_date", "extension", "reopen_reason",
    "reopen_due",
)  # fmt: skip
"""The fields of a report that hold times, or words that may name the place."""
_PLAIN: Final = frozenset({"code", "content_sha256", "lead_unit", "owner", "deliverable", "capacity"})


def moved_by(value: Any, moved: timedelta, words: Callable[[str], str]) -> Any:  # noqa: ANN401 - any field
    """Return ``value`` with every time in it moved and every text said by ``words``."""
    if isinstance(value, (datetime, date)):
        return value + moved
    if isinstance(value, tuple):
        return tuple(moved_by(each, moved, words) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        changed = {
            name: moved_by(getattr(value, name), moved, words)
            for name in value.__dataclass_fields__
            if name not in _PLAIN
        }
        return replace(value, **changed)
    return words(value) if type(value) is str else value


class _Swap:
    """Another street and house of the ward, put wherever the text names its own."""

    def __init__(self, rng: Random, spot: Spot) -> None:
        ward = load_gazetteer()[spot.ward]
        self._old, self._new = spot.words["street"], rng.choice(ward.streets)
        kind = self._old.partition(" ")[0]
        if self._new.partition(" ")[0] != kind:  # a road is no village lane
            self._new = self._old
        self._house = f"{spot.words['number']} {self._old}"
        self._other = f"{rng.randrange(3, 240)} {self._new}"

    def words(self, text: str) -> str:
        """Return ``text`` about the other place."""
        return text.replace(self._house, self._other).replace(self._old, self._new)

    def place(self, place: Place) -> Place:
        """Return the other place; the position of a landmark stays."""
        return replace(place, address=self.words(place.address)) if place.address else place
