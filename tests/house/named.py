"""What the documents name in backticks is there: paths, modules and what is in them, rooms, threads."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from tests.house.tree import Module, dotted

_QUOTED = re.compile(r"`([^`\n]+)`")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+/?")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_OTHER_FILE = re.compile(r".+\.(db|json|jsonl|pem|svg)")
"""What the program writes; the tree does not hold it."""

WITHOUT_A_DESK = ("desktop_app/sandbox/", "desktop_app/conformance/", "cardio/simulator/", "ui/tour/")
"""The centre, and what drives the program from outside, have threads that no desk has."""


def quoted(text: str) -> list[str]:
    """Return what stands in backticks, in its order; blocks of code are left out."""
    return _QUOTED.findall(_FENCED.sub("", text))


def section(text: str, heading: str) -> str:
    """Return what stands under ``heading``, up to the next of its kind; empty where there is none."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def missing_paths(text: str, files: Collection[str]) -> list[str]:
    """Return the paths below a folder of the tree that are neither a file nor a folder in it."""
    there = {*files, *(path.removesuffix(".py") for path in files if path.endswith(".py"))}
    for path in files:
        there.update(str(parent) for parent in PurePosixPath(path).parents)
    return [
        each
        for each in quoted(text)
        if _PATH.fullmatch(each) and each.partition("/")[0] in there and each.rstrip("/") not in there
    ]


def missing_names(text: str, modules: Iterable[Module]) -> list[str]:
    """Return the dotted names that begin at a module or class of the tree and lead nowhere.

    A module may be named from any of its rooms on (``store.inbox_plan``); what begins at nothing of ours is
    somebody else's (``time.monotonic``).
    """
    members = _members(modules)
    return [
        each
        for each in quoted(text)
        if _NAME.fullmatch(each)
        and not _OTHER_FILE.fullmatch(each)
        and each.partition(".")[0] in members
        and not _leads_somewhere(each, members)
    ]


def _members(modules: Iterable[Module]) -> Mapping[str, set[str]]:
    """What each module, by each end of its dotted name, and each class has in it."""
    found: dict[str, set[str]] = {}
    for module in modules:
        path = module.path.removesuffix(".py").removesuffix("/__init__")
        parts = path.split("/")
        names = set(_defined(module.tree.body))
        for first in range(len(parts)):
            found.setdefault(".".join(parts[first:]), set()).update(names)
            for last in range(first + 1, len(parts)):
                found.setdefault(".".join(parts[first:last]), set()).add(parts[last])
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, set()).update(_defined(node.body))
    return found


def _defined(body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))


def _leads_somewhere(name: str, members: Mapping[str, set[str]]) -> bool:
    """Whether each part is a member of what the parts before it name."""
    parts = name.split(".")
    for end in range(len(parts) - 1, 0, -1):
        owner, rest = ".".join(parts[:end]), parts[end:]
        if owner in members and rest[0] in members[owner]:
            return len(rest) == 1 or _leads_somewhere(".".join(rest), members)
    return False


def unplaced_rooms(text: str, modules: Iterable[Module]) -> list[str]:
    """Return the rooms (packages right below a top one) that ``text`` does not name."""
    named = {each.rstrip("/").rpartition("/")[2] for each in quoted(text)}
    rooms = [PurePosixPath(module.path).parts for module in modules if module.is_package]
    return [f"{parts[0]}/{parts[1]}" for parts in rooms if len(parts) == 3 and parts[1] not in named]


def unplaced_threads(text: str, modules: Iterable[Module]) -> list[str]:
    """Return the names of a desk's threads that ``text`` does not tell of."""
    named = quoted(text)
    return [
        f"{module.path}: {name}"
        for module in modules
        if not module.path.startswith(WITHOUT_A_DESK)
        for name in _thread_names(module)
        if not any(each.startswith(name) for each in named)
    ]


def _thread_names(module: Module) -> Iterator[str]:
    """The names that a module gives to threads; of one that is put together its beginning."""
    constants = {
        node.target.id: node.value
        for node in module.tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
    }
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        given = {word.arg: word.value for word in node.keywords}
        match dotted(node.func).rpartition(".")[2]:
            case "Thread":
                name = given.get("name")
            case "ThreadPoolExecutor":
                name = given.get("thread_name_prefix")
            case "Loop" | "run_aside":
                name = node.args[0]
            case _:
                continue
        if isinstance(name, ast.Name):
            name = constants.get(name.id)
        if isinstance(name, ast.JoinedStr):
            name = name.values[0]
        if isinstance(name, ast.Constant):
            yield str(name.value)
