"""Defects planted into a parser's own code, so that it is known what the fuzzer would find.

While a planted module is imported, each function gets a mark at its entry and at each way out of it that
stands below a condition. A defect sits at a *site*: ``module:function#n`` is the n-th way out, and misbehaves
whenever it is taken; ``module:function@n`` is the entry with arguments that one call in ``RARITY`` has.
``Board`` knows what happens there: nothing, or one of three misbehaviours of ``DEFECTS``.

Which five sites each target has is committed (``planted.json``): ways out that none of its seeds takes, the
rarest that a pass of its own had come to, and rare arguments of the deepest function whose arguments vary.
"""

from __future__ import annotations

import ast
import builtins
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from importlib import machinery
from pathlib import Path
from typing import Any, Final
from zlib import crc32

MARK: Final = "__fuzz_site__"
RARITY: Final = 509
VARIED: Final = RARITY
CPU_SECONDS: Final = 1.0
"""How long one input may take the processor. Every parser here needs some milliseconds."""

_HUGE: Final = 1 << 33
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _untyped() -> None:
    """An error of the language where one of ours is due."""
    raise ZeroDivisionError


def _endless() -> None:
    """A loop that goes on beyond the bound."""
    until = time.thread_time() + 1.2 * CPU_SECONDS
    while time.thread_time() < until:
        pass


def _memory() -> None:
    """A length believed: more memory than a process may have."""
    bytearray(_HUGE)


DEFECTS: Final[dict[str, Callable[[], None]]] = {
    "untyped": _untyped,
    "endless": _endless,
    "memory": _memory,
}


@dataclass
class Board:
    """What happens at each site. ``reached`` tells from which execution on a way out was taken.

    ``varied`` counts the different arguments that each function was seen with, up to ``VARIED``.
    """

    modules: frozenset[str] = frozenset()  # whose sites count; the marks elsewhere pass
    armed: dict[str, str] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)
    varied: dict[str, set[int]] = field(default_factory=dict)
    execution: int = 0
    _fired: str | None = None

    def leave(self, module: str, site: str) -> None:
        """A way out is taken: misbehave where it is armed."""
        if module not in self.modules:
            return
        self.reached.setdefault(site, self.execution)
        self._misbehave(site)

    def enter(self, module: str, function: str, *values: object) -> None:
        """A function is called: misbehave where it is armed for arguments as rare as these."""
        if module not in self.modules:
            return
        kind = _kind(values)
        seen = self.varied.setdefault(function, set())
        if len(seen) < VARIED:
            seen.add(kind)
        self._misbehave(f"{function}@{kind % RARITY}")

    def _misbehave(self, site: str) -> None:
        defect = self.armed.get(site)
        if defect is not None:
            self._fired = site
            DEFECTS[defect]()

    def take(self) -> str | None:
        """Return the site that misbehaved since the last time, and forget it."""
        fired, self._fired = self._fired, None
        return fired


def _kind(values: tuple[object, ...]) -> int:
    """A number that differs for different plain arguments, and for records of them."""
    plain = [_plain(value) for value in values if _is_plain(value) or is_dataclass(value)]
    return crc32(repr(plain).encode())


def _plain(value: object) -> object:
    """What tells a value from another of its kind: a record's plain parts, whether it shows them or not."""
    if isinstance(value, bytearray):
        return bytes(value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = (getattr(value, part.name) for part in fields(value))
        return [part for part in parts if _is_plain(part)]
    return value


def _is_plain(value: object) -> bool:
    return isinstance(value, bytes | bytearray | str | int | list | tuple | dict)


class Planter(ast.NodeTransformer):
    """Puts the marks into a module's tree."""

    def __init__(self, module: str) -> None:
        self._scope = [module]
        self._exits = 0

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Methods are named by their class."""
        self._scope.append(node.name)
        self.generic_visit(node)
        self._scope.pop()
        return node

    def visit_FunctionDef(self, node: _Function) -> ast.AST:
        """Mark the entry and the ways out; functions within are part of this one."""
        site = f"{self._scope[0]}:{'.'.join((*self._scope[1:], node.name))}"
        self._exits = 0
        for statement in node.body:
            self._mark_below(statement, site)
        names = [
            argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        ]
        at = 1 if ast.get_docstring(node) is not None else 0
        node.body.insert(at, self._call("enter", site, names))
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def _mark_below(self, statement: ast.stmt, site: str) -> None:
        """Mark the ways out in the blocks of a compound statement, at any depth."""
        for holder in [statement, *getattr(statement, "handlers", ()), *getattr(statement, "cases", ())]:
            for name in ("body", "orelse", "finalbody"):
                block = getattr(holder, name, None)
                if isinstance(block, list) and not isinstance(holder, _Function | ast.ClassDef):
                    setattr(holder, name, self._marked(block, site))

    def _marked(self, block: list[ast.stmt], site: str) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for statement in block:
            self._mark_below(statement, site)
            if isinstance(statement, ast.Raise | ast.Return | ast.Continue | ast.Break):
                self._exits += 1
                found.append(self._call("leave", f"{site}#{self._exits}", []))
            found.append(statement)
        return found

    def _call(self, method: str, site: str, names: list[str]) -> ast.stmt:
        values: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names if name not in {"self", "cls"}]
        mark = ast.Attribute(ast.Name(MARK, ast.Load()), method, ast.Load())
        told: list[ast.expr] = [ast.Constant(self._scope[0]), ast.Constant(site), *values]
        return ast.Expr(ast.Call(mark, told, []))


def marked(module: str, source: str) -> frozenset[str]:
    """Return every way out (``function#n``) and every function that has a mark in a module's source."""
    tree = Planter(module).visit(ast.parse(source))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_mark(node.func))
    return frozenset(str(call.args[1].value) for call in calls if isinstance(call.args[1], ast.Constant))


def _is_mark(function: ast.expr) -> bool:
    named = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
    return named and function.value.id == MARK  # type: ignore[attr-defined]  # as said in the line above


def gone(sites: Collection[str]) -> list[str]:
    """Return those of ``sites`` that are no longer in the code: it moved, and they are to be chosen anew."""
    return [site for site in sites if site.partition("@")[0] not in _marked_file(site.partition(":")[0])]


@cache
def _marked_file(module: str) -> frozenset[str]:
    path = Path(*module.split(".")).with_suffix(".py")
    return marked(module, path.read_text(encoding="utf-8")) if path.exists() else frozenset()


def plant(packages: Collection[str], board: Board) -> None:
    """From now on, import these packages with marks that ask ``board``; call before their first import."""
    setattr(builtins, MARK, board)
    sys.dont_write_bytecode = True
    sys.pycache_prefix = "/nonexistent"  # compiled files of before have no marks
    root = Path.cwd()
    compiled = machinery.SourceFileLoader.source_to_code

    def source_to_code(self: Any, data: Any, path: Any, **options: Any) -> Any:  # noqa: ANN401 — importlib's
        parts = Path(path).relative_to(root).with_suffix("").parts if Path(path).is_relative_to(root) else ()
        if not parts or parts[0] not in packages:
            return compiled(self, data, path, **options)
        tree = ast.fix_missing_locations(Planter(".".join(parts)).visit(ast.parse(data, str(path))))
        return compile(tree, str(path), "exec", dont_inherit=True)

    setattr(machinery.SourceFileLoader, "source_to_code", source_to_code)  # noqa: B010 — typed as a method


def choose(
    seeded: Collection[str], reached: Mapping[str, int], varied: Sequence[str], count: int
) -> list[str]:
    """Return ``count`` sites: the rarest ways out, one fewer at most, then rare arguments.

    ``varied`` names the functions seen with many arguments, in the order they were first called.
    """
    exits = [site for site in reached if site not in seeded]
    exits.sort(key=lambda site: reached[site], reverse=True)
    taken = exits[: count - 1] if varied else exits[:count]
    deepest = list(reversed(varied))[:2]
    entries = [f"{function}@{kind}" for kind in range(1, count + 1) for function in deepest]
    return (taken + entries)[:count]
