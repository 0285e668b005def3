"""The tree has no circles, and the reader that says so finds one."""

from __future__ import annotations

import pytest

from tests.house.circles import circle, file_graph, room_graph
from tests.house.tree import Module, product


def test_no_file_reaches_itself() -> None:
    assert circle(file_graph(product())) == []


@pytest.mark.parametrize("top", ["ui", "desktop_app", "cardio"])
def test_no_two_rooms_need_each_other(top: str) -> None:
    assert circle(room_graph(file_graph(product()), top)) == []


@pytest.mark.parametrize(
    "back",
    [
        "from ui.inbox.rows import Row",
        "def late() -> None:\n    import ui.inbox.rows",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ui.inbox import rows",
        "from ..inbox import rows",
    ],
)
def test_a_circle_is_found_however_it_is_written(back: str) -> None:
    tree = [
        Module("ui/inbox/rows.py", "from ui.detail.head import Head"),
        Module("ui/inbox/__init__.py", ""),
        Module("ui/detail/head.py", back),
    ]
    assert set(circle(file_graph(tree))) == {"ui.inbox.rows", "ui.detail.head"}
    assert set(circle(room_graph(file_graph(tree), "ui"))) == {"ui.inbox", "ui.detail"}


def test_rooms_may_reach_each_other_through_no_file_that_reaches_itself() -> None:
    tree = [
        Module("ui/inbox/rows.py", "from ui.detail.head import Head"),
        Module("ui/inbox/colours.py", ""),
        Module("ui/detail/head.py", "from ui.inbox import colours"),
    ]
    files = file_graph(tree)
    assert circle(files) == []
    assert circle(room_graph(files, "ui")) != [], "two rooms that need each other are one"


def test_an_arrow_that_goes_down_is_no_circle() -> None:
    tree = [Module("ui/desk/desk.py", "from ui.inbox import rows"), Module("ui/inbox/rows.py", "import os")]
    assert circle(room_graph(file_graph(tree), "ui")) == []
