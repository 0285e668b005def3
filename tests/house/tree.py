"""The product's and the tests' modules as source and syntax tree."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TOP_PACKAGES = ("cardio", "desktop_app", "resources", "ui")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root with forward slashes, and its text."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.source, self.path)

    @property
    def stem(self) -> str:
        """The module's own name; for a package that of its folder."""
        path = PurePosixPath(self.path)
        return path.parent.name if path.name == "__init__.py" else path.stem

    @property
    def is_package(self) -> bool:
        """Whether this is a package's ``__init__.py``."""
        return self.path.endswith("/__init__.py")

    @property
    def top(self) -> str:
        """The top folder the module lies in."""
        return PurePosixPath(self.path).parts[0]

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.source.splitlines())

    def at(self, node: ast.stmt | ast.expr) -> str:
        """``path:line`` of a node, to click on."""
        return f"{self.path}:{node.lineno}"

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


def modules_below(folder: str) -> list[Module]:
    """Every Python file below a folder of the root."""
    return [
        Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


@cache
def product() -> tuple[Module, ...]:
    """Every module of the four packages."""
    return tuple(module for top in TOP_PACKAGES for module in modules_below(top))


@cache
def suite() -> tuple[Module, ...]:
    """Every module below ``tests/``."""
    return tuple(modules_below("tests"))


@cache
def tracked() -> tuple[str, ...]:
    """The paths that git knows and that are still there."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=20,
    ).stdout.decode()
    return tuple(path for path in listed.split("\0") if path and (ROOT / path).is_file())


def dotted(node: ast.expr) -> str:
    """``os.path.join`` for the expression that reads so, an empty string for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name) if base := dotted(value):
            return f"{base}.{name}"
    return ""
