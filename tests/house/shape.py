"""Sizes, names and docstrings: small modules with one idea each, named by the domain's nouns."""

from __future__ import annotations

import ast
import statistics
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeGuard

from tests.house.tree import TOP_PACKAGES, Function, Module

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MODULE_CEILING, MODULE_P90, MODULE_MEDIAN = 400, 250, 120
FUNCTION_CEILING, FUNCTION_P90, FUNCTION_MEDIAN = 60, 30, 10

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "shared", "stuff"}
"""Names that say nothing about what is inside."""

STANDARD = frozenset(sys.stdlib_module_names)


def function_lines(node: Function) -> int:
    """How many lines a function has, signature and docstring included, decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(modules: Iterable[Module]) -> list[str]:
    """Modules and functions above their ceilings."""
    found = []
    for module in modules:
        if module.lines > MODULE_CEILING:
            found.append(f"{module.path}: {module.lines} lines")
        found += [
            f"{module.at(node)}: {node.name} has {function_lines(node)} lines"
            for node in module.functions()
            if function_lines(node) > FUNCTION_CEILING
        ]
    return found


def spread(sizes: Sequence[int]) -> tuple[float, float]:
    """Median and 90th percentile."""
    return statistics.median(sizes), statistics.quantiles(sizes, n=10, method="inclusive")[-1]


def badly_named(modules: Iterable[Module]) -> list[str]:
    """Modules and packages whose name says nothing, or is a standard module's."""
    return [
        module.path
        for module in modules
        if module.stem in NAMELESS
        or (module.stem in STANDARD and module.stem != "__main__")
        or not module.stem.isascii()
    ]


def strange_folders(paths: Iterable[str]) -> list[str]:
    """Folders at the top that the layout does not name; those with a dot are tools' own."""
    tops = {PurePosixPath(path).parts[0] for path in paths if "/" in path}
    return sorted(top for top in tops if top not in {*TOP_PACKAGES, "tests"} and not top.startswith("."))


def undocumented(modules: Iterable[Module]) -> list[str]:
    """Modules, classes and public functions without a docstring."""
    return [place for module in modules for place in undocumented_in(module)]


def undocumented_in(module: Module) -> Iterator[str]:
    """The same for one module; the inside of functions and of private classes is their own business."""
    if not ast.get_docstring(module.tree):
        yield f"{module.path}: the module"
    pending: list[ast.stmt] = list(module.tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            pending += node.body
        if needs_docstring(node) and not ast.get_docstring(node):
            yield f"{module.at(node)}: {node.name}"


def needs_docstring(node: ast.stmt) -> TypeGuard[Function | ast.ClassDef]:
    """Classes always; functions and methods unless private, special or taking a base's description over."""
    if isinstance(node, ast.ClassDef):
        return True
    if not isinstance(node, Function) or node.name.startswith("_"):
        return False
    described_elsewhere = {"override", "overload", "setter"}
    return not any(
        isinstance(mark, ast.Name | ast.Attribute) and last_name(mark) in described_elsewhere
        for mark in node.decorator_list
    )


def last_name(node: ast.Name | ast.Attribute) -> str:
    """``override`` for ``typing.override``."""
    return node.id if isinstance(node, ast.Name) else node.attr


def unmapped(modules: Sequence[Module]) -> list[str]:
    """Members that their package's docstring does not mention, as ``package: member``."""
    missing = []
    for package in (module for module in modules if module.is_package):
        described = ast.get_docstring(package.tree) or ""
        missing += [
            f"{package.path}: {member}" for member in members(package, modules) if member not in described
        ]
    return missing


def members(package: Module, modules: Iterable[Module]) -> list[str]:
    """The names of a package's modules and subpackages, entry points left out."""
    folder = PurePosixPath(package.path).parent
    return [
        module.stem
        for module in modules
        if module is not package
        and PurePosixPath(module.path).parents[1 if module.is_package else 0] == folder
        and not module.stem.startswith("__")
    ]
