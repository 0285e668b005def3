"""The planter marks entries and ways out; the board misbehaves where it is armed, and only there."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

import pytest

from tests.fuzz.planted import EACH, load
from tests.fuzz.planting import DEFECTS, MARK, Board, Planter, choose, gone, marked
from tests.fuzz.targets import TARGETS

SOURCE = '''
class Reader:
    """A class."""

    def read(self, data):
        """A method."""
        for byte in data:
            if byte == 7:
                raise ValueError
            if byte == 8:
                return byte
        return None
'''


def planted(board: Board) -> object:
    """The class of the source, with its marks."""
    tree = ast.fix_missing_locations(Planter("m").visit(ast.parse(SOURCE)))
    names: dict[str, object] = {MARK: board}
    exec(compile(tree, "m", "exec"), names)
    return names["Reader"]


M = frozenset({"m"})


def test_other_modules_do_not_count() -> None:
    board = Board(frozenset({"n"}), armed={"m:Reader.read#2": "untyped"})
    assert planted(board)().read(b"\x08") == 8  # type: ignore[operator]
    assert not board.reached


def test_entries_and_ways_out_are_told() -> None:
    board = Board(M)
    reader = planted(board)()  # type: ignore[operator]
    reader.read(b"\x01")
    board.execution = 5
    assert reader.read(b"\x08") == 8
    assert board.reached == {"m:Reader.read#2": 5}
    assert len(board.varied["m:Reader.read"]) == 2


def test_an_armed_way_out_misbehaves_and_the_others_do_not() -> None:
    board = Board(M, armed={"m:Reader.read#1": "untyped"})
    reader = planted(board)()  # type: ignore[operator]
    assert reader.read(b"\x08") == 8
    with pytest.raises(ZeroDivisionError):
        reader.read(b"\x07")
    assert board.take() == "m:Reader.read#1"


def test_an_armed_entry_misbehaves_for_rare_values_only() -> None:
    board = Board(M, armed={"m:Reader.read@7": "untyped"})
    reader = planted(board)()  # type: ignore[operator]
    broke = 0
    for number in range(20_000):
        try:
            reader.read(number.to_bytes(3, "big").translate(None, b"\x07\x08"))
        except ZeroDivisionError:
            broke += 1
    assert 10 < broke < 100


def test_records_are_told_apart_by_all_their_parts() -> None:
    @dataclass(frozen=True)
    class Slot:
        wrapped: bytes = field(repr=False)

    board = Board(M)
    for number in range(3):
        board.enter("m", "m:open", Slot(bytes((number,))))
    assert len(board.varied["m:open"]) == 3


def test_the_rarest_ways_out_are_chosen_first() -> None:
    reached = {"m:f#1": 0, "m:f#2": 10, "m:f#3": 900}
    assert choose({"m:f#1"}, reached, ["m:f", "m:g"], 3) == ["m:f#3", "m:f#2", "m:g@1"]
    assert choose(reached, reached, ["m:f", "m:g"], 5) == ["m:g@1", "m:f@1", "m:g@2", "m:f@2", "m:g@3"]
    assert choose((), reached, [], 5) == ["m:f#3", "m:f#2", "m:f#1"]


def test_marks_are_told_without_an_import() -> None:
    assert marked("m", SOURCE) == {"m:Reader.read", "m:Reader.read#1", "m:Reader.read#2"}


def test_a_site_that_left_the_code_is_told() -> None:
    there = ["cardio.tlv:_length#1", "cardio.tlv:elements@3"]
    assert gone([*there, "cardio.tlv:_length#99", "cardio.nowhere:f@1"]) == [
        "cardio.tlv:_length#99",
        "cardio.nowhere:f@1",
    ]


def test_each_target_has_five_planted_defects() -> None:
    assert load().keys() == TARGETS.keys()
    assert {name for name, sites in load().items() if len(sites) != EACH} == set()
    for name, sites in load().items():
        assert set(sites.values()) <= set(TARGETS[name].defects)
    assert {defect for sites in load().values() for defect in sites.values()} == set(DEFECTS)


@pytest.mark.parametrize("name", list(TARGETS))
def test_planted_defects_stand_in_code_that_is_there(name: str) -> None:
    """One may have left with the code that moved; with more of them, choose anew: ``--plant NAME``."""
    assert len(gone(load()[name])) < 2
