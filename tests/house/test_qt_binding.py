"""Qt's binding leaves ``None`` alone, and what holds on to Qt lets go in time.

One release of the binding took a reference of ``None`` away with each void call.

On Python 3.11, where ``None`` is counted, that ends the process after some thousand calls; the test
guards the bounds in ``pyproject.toml`` against the next such release.
"""

import ast
import sys

from PySide6.QtCore import QObject

from tests.house.tree import dotted, modules_below

CALLS = 1000
NOISE = 100
"""References that anything else may take or leave meanwhile."""


def test_void_calls_take_no_reference_of_none_away() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_a_painter_ends_with_its_block() -> None:
    """One that the traceback of an error keeps ends on a window that went, and the process with it."""
    loose: list[str] = []
    for module in modules_below("ui"):
        nodes = list(ast.walk(module.tree))
        ended = {item.context_expr for node in nodes if isinstance(node, ast.With) for item in node.items}
        made = [node for node in nodes if isinstance(node, ast.Call) and dotted(node.func) == "QPainter"]
        loose += [module.at(node) for node in made if node not in ended]
    assert loose == []
