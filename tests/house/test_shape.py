"""Modules and functions stay small, described and named by nouns; each ruler is shown measuring."""

from __future__ import annotations

import pytest

from tests.house import shape
from tests.house.tree import Module, product, suite, tracked

DOCUMENTED = '"""What it is for."""\n'


def test_ceilings_hold() -> None:
    assert shape.too_long((*product(), *suite())) == []


def test_modules_are_small_as_a_rule() -> None:
    median, p90 = shape.spread([module.lines for module in product()])
    assert (median <= shape.MODULE_MEDIAN, p90 <= shape.MODULE_P90) == (True, True), (median, p90)


def test_functions_are_small_as_a_rule() -> None:
    sizes = [shape.function_lines(node) for module in product() for node in module.functions()]
    median, p90 = shape.spread(sizes)
    assert (median <= shape.FUNCTION_MEDIAN, p90 <= shape.FUNCTION_P90) == (True, True), (median, p90)


def test_names_say_something() -> None:
    assert shape.badly_named((*product(), *suite())) == []


def test_everything_public_is_described() -> None:
    assert shape.undocumented(product()) == []


def test_every_test_module_says_what_it_shows() -> None:
    assert [place for place in shape.undocumented(suite()) if place.endswith("the module")] == []


def test_every_package_is_a_map() -> None:
    assert shape.unmapped(product()) == []


def test_the_layout_names_every_top_folder() -> None:
    assert shape.strange_folders(tracked()) == []


def test_a_strange_top_folder_is_seen() -> None:
    paths = ["ui/a.py", "tests/a.py", ".ci/run", "README.md", "scripts/a.py", "docs/a.md"]
    assert shape.strange_folders(paths) == ["docs", "scripts"]


def test_a_long_module_is_seen() -> None:
    assert shape.too_long([Module("ui/a.py", "x = 1\n" * 401)]) == ["ui/a.py: 401 lines"]
    assert shape.too_long([Module("ui/a.py", "x = 1\n" * 400)]) == []


def test_a_long_function_is_seen() -> None:
    body = "    x = 1\n" * 60
    assert shape.too_long([Module("ui/a.py", f"class A:\n  async def f(self):\n{body}")]) == [
        "ui/a.py:2: f has 61 lines"
    ]


def test_spread() -> None:
    assert shape.spread([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]) == (60, 100)


@pytest.mark.parametrize("name", ["utils", "manager", "queue", "platform"])
def test_an_empty_name_and_a_standard_one_are_seen(name: str) -> None:
    assert shape.badly_named([Module(f"ui/{name}.py", ""), Module(f"ui/{name}/__init__.py", "")]) == [
        f"ui/{name}.py",
        f"ui/{name}/__init__.py",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "x = 1",
        f"{DOCUMENTED}class _A:\n    x = 1",
        f"{DOCUMENTED}def f() -> None: ...",
        f"{DOCUMENTED}class A:\n    '''A.'''\n    def m(self) -> None: ...",
    ],
)
def test_a_missing_docstring_is_seen(source: str) -> None:
    assert len(shape.undocumented([Module("ui/a.py", source)])) == 1


@pytest.mark.parametrize(
    "source",
    [
        f"{DOCUMENTED}def _f() -> None: ...",
        f"{DOCUMENTED}class _A:\n    '''A.'''\n    def m(self) -> None: ...",
        f"{DOCUMENTED}class A:\n    '''A.'''\n    def __len__(self) -> int: ...",
        f"{DOCUMENTED}class A:\n    '''A.'''\n    @typing.override\n    def m(self) -> None: ...",
    ],
)
def test_what_needs_no_docstring_is_left_alone(source: str) -> None:
    assert shape.undocumented([Module("ui/a.py", source)]) == []


def test_a_member_missing_from_the_map_is_seen() -> None:
    modules = [
        Module("cardio/__init__.py", '"""``errors``: what can go wrong."""'),
        Module("cardio/errors.py", ""),
        Module("cardio/pcsc.py", ""),
        Module("cardio/piv/__init__.py", '"""No members."""'),
        Module("cardio/__main__.py", ""),
    ]
    assert shape.unmapped(modules) == ["cardio/__init__.py: pcsc", "cardio/__init__.py: piv"]
