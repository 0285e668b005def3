"""The tree of units."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.organisation import Unit, UnitTree, UnknownUnit

TODAY = date(2026, 3, 2)
TREE = UnitTree(
    [
        Unit("city", "Thành phố Huế", "city"),
        Unit("dept", "Sở Xây dựng", "agency", parent="city"),
        Unit("team", "Tổ HTĐT", "agency", parent="dept"),
        Unit("old", "Phường cũ", "ward", parent="dept", valid_to=date(2025, 6, 30)),
        Unit("side", "Sở Du lịch", "agency", parent="city"),
    ]
)


def test_a_subtree_holds_the_unit_and_all_below() -> None:
    assert TREE.subtree("dept") == {"dept", "team", "old"}
    assert TREE.subtree("nowhere") == frozenset()


def test_a_path_runs_from_the_root() -> None:
    assert [unit.id for unit in TREE.path("team")] == ["city", "dept", "team"]


@pytest.mark.parametrize(
    ("target", "legal"), [("team", True), ("dept", False), ("side", False), ("city", False), ("old", False)]
)
def test_work_is_handed_down_never_sideways_nor_to_what_is_no_more(target: str, legal: bool) -> None:
    assert TREE.may_hand_down("dept", target, TODAY) is legal


def test_a_cycle_in_bad_data_ends() -> None:
    ring = UnitTree([Unit("a", "A", "agency", parent="b"), Unit("b", "B", "agency", parent="a")])
    assert ring.subtree("a") == {"a", "b"}
    assert len(ring.path("a")) == 2


def test_an_unknown_unit_is_an_error_of_its_own() -> None:
    with pytest.raises(UnknownUnit):
        TREE.get("nowhere")
    assert "city" in TREE
