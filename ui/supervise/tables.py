"""What the store counted, as rows: names in the language in force, and what each number opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCollator, QLocale

from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure, Supervised
from desktop_app.store.supervision import Counts, Line, Passage, on_time_share, total
from ui.language import translate
from ui.supervise.measures import ALARMING, measure_list, measure_tip, measure_word
from ui.vocabulary.names import Names
from ui.vocabulary.words import source_word


@dataclass(frozen=True, slots=True)
class Cell:
    """A number as shown, and what it opens; ``order`` is what its column is sorted by."""

    text: str
    order: float
    opens: Supervised | None = None
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A group with its numbers; ``heading`` names the list that a number of it opens."""

    name: str
    cells: tuple[Cell, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, with how it is counted."""

    word: str
    tip: str


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; the first column names the rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def group_table(by: Grouping, lines: Sequence[Line], asked: Asked, names: Names) -> Table:
    """Return the table of a grouping: the whole first, then the groups by name."""
    head = Column(group_word(by), "")
    share = Column(
        translate("Supervise", "On time %"),
        translate("Supervise", "Of what is answered or past its first deadline: the part answered on time"),
    )
    whole = _row(translate("Supervise", "Total"), total(lines), asked, None, None, strong=True)
    groups = [
        _row(group_name(by, line.value, names), line.counts, asked, by, line.value, strong=False)
        for line in lines
    ]
    columns = (head, *(Column(measure_word(each), measure_tip(each)) for each in COUNTED), share)
    return Table(columns, (whole, *by_name(groups)) if lines else ())


def passage_table(passages: Sequence[Passage], asked: Asked, names: Names) -> Table:
    """Return the table of returns: from which unit to which."""
    way = translate("Supervise", "{from_unit} → {to_unit}")
    rows = tuple(
        Row(
            way.format(from_unit=names.unit(each.from_unit), to_unit=_next(each.to_unit, names)),
            (_number(each.reports, _returned(asked, each), Measure.RETURNED),),
        )
        for each in passages
    )
    head = Column(translate("Supervise", "From unit → to unit"), "")
    return Table((head, Column(measure_word(Measure.RETURNED), measure_tip(Measure.RETURNED))), rows)


def list_name(measure: Measure, row: str) -> str:
    """Return the name of the list that a number of ``row`` opens."""
    return f"{measure_list(measure)} · {row}"


def group_word(by: Grouping) -> str:
    """Return what the groups are."""
    return {
        Grouping.UNIT: translate("Supervise", "Unit"),
        Grouping.WARD: translate("Supervise", "Ward or commune"),
        Grouping.CATEGORY: translate("Supervise", "Field"),
        Grouping.SOURCE: translate("Supervise", "Source"),
    }[by]


def group_name(by: Grouping, value: str | None, names: Names) -> str:
    """Return the name of one group."""
    if value is None:
        return translate("Supervise", "not said")
    if by is Grouping.UNIT:
        return names.unit(value)
    if by is Grouping.WARD:
        return names.place(value)
    return names.category(value) if by is Grouping.CATEGORY else source_word(value)


def by_name(rows: Iterable[Row]) -> list[Row]:
    """Sort by name as Vietnamese does it."""
    collator = QCollator(QLocale(QLocale.Language.Vietnamese))
    return sorted(rows, key=lambda row: collator.sortKey(row.name))


def _row(
    name: str, counts: Counts, asked: Asked, by: Grouping | None, value: str | None, *, strong: bool
) -> Row:
    cells = [_number(counts[each], Supervised(asked, each, by, value), each) for each in COUNTED]
    share = on_time_share(counts)
    text = "–" if share is None else f"{share:.0%}"
    return Row(name, (*cells, Cell(text, -1.0 if share is None else share)), strong)


def _number(count: int, opens: Supervised, measure: Measure) -> Cell:
    text = QLocale().toString(count)
    return Cell(text, count, opens if count else None, alarming=bool(count) and measure in ALARMING)


def _returned(asked: Asked, passage: Passage) -> Supervised:
    return Supervised(asked, Measure.RETURNED, Grouping.UNIT, passage.from_unit, passage.to_unit)


def _next(unit: str | None, names: Names) -> str:
    return translate("Supervise", "not given on") if unit is None else names.unit(unit)
