"""A proposal comes from where the like went, says of how many, and how often such proposals held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.domain.report import Place
from desktop_app.store.account import AccountStore
from desktop_app.triage.routing import LEAST, LOOKED_AT, Past, accuracy, past_of, suggest
from tests.desktop_app.domain.samples import report
from tests.desktop_app.store.builders import KEY, report_json

FLOOD = replace(report(), category="urban", place=Place(unit_code="19777"))


def past(*units: str, category: str = "urban", ward: str | None = "19777") -> list[Past]:
    return [Past(category, ward, unit) for unit in units]


def test_most_of_the_newest_in_the_ward_decide() -> None:
    found = suggest(FLOOD, past("a", "b", "a", "a") + past("c", "c", "c", "c", ward="19789"))
    assert found is not None
    assert (found.unit, found.agreeing, found.of, found.same_ward) == ("a", 3, 4, True)


def test_with_too_few_in_the_ward_the_field_decides() -> None:
    found = suggest(FLOOD, past("a") + past("c", "c", "c", ward="19789"))
    assert found is not None
    assert (found.unit, found.of, found.same_ward) == ("c", 4, False)


def test_with_too_few_at_all_nothing_is_proposed() -> None:
    assert suggest(FLOOD, past(*["a"] * (LEAST - 1))) is None
    assert suggest(FLOOD, past(*["a"] * 9, category="roads")) is None


def test_only_the_newest_count() -> None:
    found = suggest(FLOOD, past(*["a"] * LOOKED_AT, *["b"] * 90))
    assert found is not None
    assert (found.unit, found.agreeing, found.of) == ("a", LOOKED_AT, LOOKED_AT)


def test_its_record_is_what_the_past_would_have_proposed() -> None:
    assert accuracy(past("b", "a", "a", "a", "a")) == (1, 2)
    assert accuracy(past("a", "a")) == (0, 0)


def test_the_past_is_read_newest_first_from_the_store(tmp_path: Path) -> None:
    store = AccountStore.open(tmp_path / "a.db", KEY, "a")
    try:
        with store.write() as tx:
            store.reports.put_base(tx, report_json())
        (one,) = past_of(store)
        assert one.lead_unit
    finally:
        store.close()
