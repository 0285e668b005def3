"""A few letters find the line that was meant, with or without diacritics, the best one first."""

import pytest

from tests.ui.palette.lines import line
from ui.palette.entry import Kind
from ui.palette.matching import matching, rank_of

LINES = [
    line("Nhận xử lý"),
    line("Trả lại"),
    line("Xin gia hạn"),
    line("Quá hạn", Kind.FILTER),
    line("Đến hạn hôm nay", Kind.FILTER),
    line("Mở cài đặt", Kind.PAGE),
]


def found(typed: str) -> list[str]:
    return [each.text for each in matching(LINES, typed)]


def test_nothing_typed_lists_all_by_kind() -> None:
    assert found("") == [each.text for each in LINES]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nhan", "Nhận xử lý"),
        ("NHẬN", "Nhận xử lý"),
        ("den han", "Đến hạn hôm nay"),
        ("han den", "Đến hạn hôm nay"),
        ("xgh", "Xin gia hạn"),
        ("cai", "Mở cài đặt"),
        ("caidt", "Mở cài đặt"),
    ],
)
def test_a_few_letters_mean_one_line(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_the_beginning_of_a_line_comes_before_its_middle() -> None:
    assert found("qua")[0] == "Quá hạn"
    assert set(found("han")) >= {"Quá hạn", "Xin gia hạn", "Đến hạn hôm nay"}


def test_letters_too_far_apart_or_out_of_order_mean_nothing() -> None:
    assert found("zzz") == []
    assert rank_of("Đến hạn hôm nay tại phường", ["dg"]) == ()
    assert rank_of("abc", ["cb"]) == ()
