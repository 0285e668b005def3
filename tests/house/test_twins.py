"""Every module has its twin and every twin its module."""

from __future__ import annotations

from tests.house import twins
from tests.house.tree import ROOT, Module, product, suite

MODULE = Module("cardio/piv/session.py", '"""Session."""\nx = 1\n')
TWIN = "tests/cardio/piv/test_session.py"


def test_every_module_has_its_twin() -> None:
    assert twins.twinless(product(), {module.path for module in suite()}) == []


def test_every_twin_has_its_module() -> None:
    assert twins.orphans({module.path for module in product()}, [module.path for module in suite()]) == []


def test_exceptions_still_exist() -> None:
    assert [path for path in twins.WITHOUT_TWIN if not (ROOT / path).exists()] == []


def test_a_module_without_twin_is_seen() -> None:
    assert twins.twinless([MODULE], {"tests/cardio/test_session.py"}) == [MODULE.path]
    assert twins.twinless([MODULE], {TWIN}) == []


def test_an_entry_point_has_a_twin_too() -> None:
    assert twins.twin_of("resources/translations/__main__.py") == "tests/resources/translations/test_main.py"


def test_a_map_needs_no_twin() -> None:
    package = Module("cardio/piv/__init__.py", '"""Map."""\nx = 1\n')
    assert twins.twinless([package, Module("cardio/a.py", '"""Words only."""')], set()) == []


def test_a_twin_without_module_is_seen() -> None:
    tests = [TWIN, "tests/cardio/test_gone.py", "tests/cardio/conftest.py", "tests/pcsc/test_service.py"]
    assert twins.orphans({MODULE.path}, tests) == ["tests/cardio/test_gone.py"]
