"""From the person's own store: similar reports, and earlier ones at the place; never more than is there."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore
from desktop_app.triage.neighbours import neighbours_of
from tests.desktop_app.store.builders import put
from tests.desktop_app.triage.similar_pairs import PRECISION, RECALL, labelled, recall_and_precision
from tests.support.clock import NOON

HERE = Place("ward-1", "12 Bà Triệu", 16.4690, 107.5905)
ASKED = Report(
    id="asked", code="HUE-1", version=1, state=State.IN_PROGRESS, title="Đường Bà Triệu ngập sâu",
    text="Mưa nửa tiếng là ngập.", received_at=NOON, organisation="hue", category="urban.drainage",
    place=HERE,
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    made = AccountStore.open(tmp_path / "a.db", secrets.token_bytes(32), "a", now=lambda: NOON)
    yield made
    made.close()


def keep(store: AccountStore, *reports: Report) -> None:
    put(store, *(msgspec.to_builtins(each, str_keys=True) for each in reports))


def other(id_: str, days: int, **more: object) -> Report:
    return replace(ASKED, id=id_, code=id_, received_at=NOON - timedelta(days=days), **more)  # type: ignore[arg-type]


def test_similar_and_earlier_are_told_apart(store: AccountStore) -> None:
    near = replace(HERE, latitude=16.4695)
    keep(
        store,
        ASKED,
        other("again", 3, title="Ngập nữa", place=near),
        other("years-ago", 800),
        other("other-matter", 10, title="Karaoke tới khuya", text="Ồn.", category="order.noise"),
        other("elsewhere", 3, place=Place("ward-1", "9 Hùng Vương", 16.48, 107.60)),
        other("later", -3, title="Karaoke", text="Ồn.", category="order.noise"),
    )
    found = neighbours_of(store, ASKED)
    assert [each.row.id for each in found.similar] == ["again"]
    assert found.similar[0].metres == pytest.approx(55, abs=2)
    assert [each.row.id for each in found.earlier] == ["other-matter", "years-ago"]


def test_what_left_the_store_is_no_neighbour(store: AccountStore) -> None:
    keep(store, ASKED, other("again", 3))
    assert neighbours_of(store, ASKED).similar
    with store.write() as tx:
        store.lose_scope(tx, "again")
    assert neighbours_of(store, ASKED).similar == ()


def test_a_report_without_a_place_has_neighbours_by_its_words_only(store: AccountStore) -> None:
    nowhere = replace(ASKED, place=Place())
    keep(
        store,
        nowhere,
        other("again", 2, place=Place()),
        other("away", 2, title="Karaoke", text="", place=Place()),
    )
    found = neighbours_of(store, nowhere)
    assert [each.row.id for each in found.similar] == ["again"]
    assert found.earlier == ()


def test_recall_and_precision_as_the_strip_under_a_report_finds_them(store: AccountStore) -> None:
    pairs = labelled()
    keep(store, *(each for one, other, _ in pairs for each in (one, other)))
    found = {each.id: {near.row.id for near in neighbours_of(store, each).similar} for each, *_ in pairs}
    recall, precision = recall_and_precision(
        [(other.id in found[one.id], same) for one, other, same in pairs]
    )
    assert recall >= RECALL
    assert precision >= PRECISION
