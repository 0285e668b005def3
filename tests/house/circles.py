"""No circles: no file reaches itself through its imports, and no two rooms of a top package need each other.

Imports inside functions count, and those for types alone: a stranger who follows an arrow gets somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from tests.house.layers import imported
from tests.house.tree import Module

Graph = Mapping[str, set[str]]


def file_graph(modules: Iterable[Module]) -> Graph:
    """Each module's dotted name with those it imports, as far as they are in the tree."""
    named = {dotted(module): module for module in modules}
    return {
        name: {found for wanted, _ in imported(module) if (found := _inside(wanted, named)) not in {"", name}}
        for name, module in named.items()
    }


def room_graph(files: Graph, top: str) -> Graph:
    """Each room of ``top`` (a package in it, or a single file) with the rooms that its files import."""

    def room(name: str) -> str:
        return ".".join(name.split(".")[:2])

    rooms: dict[str, set[str]] = {}
    for name, wanted in files.items():
        if name.startswith(f"{top}."):
            inside = {room(each) for each in wanted if each.startswith(f"{top}.")}
            rooms.setdefault(room(name), set()).update(inside - {room(name)})
    return rooms


def circle(graph: Graph) -> list[str]:
    """Return one circle, its first name again at the end; nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(reversed(found.args[1]))  # graphlib tells who is imported before who imports
    return []


def dotted(module: Module) -> str:
    """Return the name that others import the module by."""
    return module.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _inside(name: str, named: Mapping[str, object]) -> str:
    """Return the module of the tree that ``name``, a module or something in it, lies in; "" if none."""
    return next((each for each in (name, name.rpartition(".")[0]) if each in named), "")
