"""What works on one system only. ``desktop_app/host.py`` alone knows which operating system this is."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.house.layers import imported
from tests.house.tree import Module, dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOST = "desktop_app/host.py"

POSIX_ONLY = "crypt curses fcntl grp posix pty pwd readline resource syslog termios tty"
WINDOWS_ONLY = "msvcrt winreg winsound"
ONE_SYSTEM_MODULES = {*POSIX_ONLY.split(), *WINDOWS_ONLY.split()}
POSIX_OS = """
    chown fchmod fork forkpty getegid geteuid getgid getgroups getpgid getpgrp getuid initgroups killpg lchown
    mkfifo nice openpty posix_spawn pread pwrite sched_getaffinity setgid setpgid setsid setuid statvfs uname
    wait O_CLOEXEC O_DIRECTORY O_NOFOLLOW
"""
POSIX_SIGNAL = "SIGALRM SIGCHLD SIGHUP SIGKILL SIGQUIT SIGUSR1 SIGUSR2 alarm pause"
POSIX_SOCKET = "AF_UNIX SO_REUSEPORT"
POSIX_CALLS = {
    f"{module}.{name}"
    for module, names in (("os", POSIX_OS), ("signal", POSIX_SIGNAL), ("socket", POSIX_SOCKET))
    for name in names.split()
}
SYSTEM_QUESTIONS = {"sys.platform", "os.name", "platform.system"}

POSIX_PLACE = re.compile(r"/(tmp|etc|proc|sys|var|run|dev|usr|home|opt)(/|$)")
TEXT_MODE = re.compile(r"[rwxat+]+")

RESERVED = re.compile(r'[<>:"\\|?*]|[ .]$', re.MULTILINE)
"""What Windows does not take in a file name."""
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def system_calls(modules: Iterable[Module]) -> list[str]:
    """Modules and calls of one system only, and questions which system this is, outside the host module."""
    return [
        found
        for module in modules
        if module.path != HOST
        for found in (*one_system_imports(module), *posix_names(module), *posix_places(module))
    ]


def one_system_imports(module: Module) -> Iterator[str]:
    """Imports of modules that not every system has, and of POSIX-only names of others."""
    for name, node in imported(module):
        if name.split(".")[0] in ONE_SYSTEM_MODULES or name in POSIX_CALLS:
            yield f"{module.at(node)} imports {name}"


def posix_names(module: Module) -> Iterator[str]:
    """Uses of POSIX-only names and of the names that tell the systems apart."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and dotted(node) in POSIX_CALLS | SYSTEM_QUESTIONS:
            yield f"{module.at(node)} uses {dotted(node)}"


def posix_places(module: Module) -> Iterator[str]:
    """Literals that begin like a place of a POSIX file system."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSIX_PLACE.match(node.value):
            yield f"{module.at(node)} names {node.value}"


def guessed_encodings(modules: Iterable[Module]) -> list[str]:
    """Text files opened without saying the encoding: Windows would take its own."""
    return [
        f"{module.at(node)} leaves the encoding open"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and opens_text(node) and not says_encoding(node)
    ]


def opens_text(call: ast.Call) -> bool:
    """Whether the call opens a file as text: ``open(…)``, ``path.open("w")``, ``read_text``, ``write_text``.

    A bare ``.open()`` may be anything's; it is given the benefit of the doubt.
    """
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in {"read_text", "write_text"} or (
            call.func.attr == "open" and TEXT_MODE.fullmatch(mode_of(call, position=0)) is not None
        )
    return dotted(call.func) == "open" and TEXT_MODE.fullmatch(mode_of(call, position=1) or "r") is not None


def mode_of(call: ast.Call, position: int) -> str:
    """The mode a file is opened with, empty where none is said."""
    said = [
        *call.args[position : position + 1],
        *(word.value for word in call.keywords if word.arg == "mode"),
    ]
    return next((str(mode.value) for mode in said if isinstance(mode, ast.Constant)), "")


def says_encoding(call: ast.Call) -> bool:
    """Whether the call names an encoding, by its word or where ``read_text`` and ``write_text`` take it."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    by_position = len(call.args) >= {"read_text": 1, "write_text": 2}.get(name, 9)
    return by_position or any(word.arg in {"encoding", None} for word in call.keywords)


def unportable_names(paths: Iterable[str]) -> list[str]:
    """Paths that Windows could not hold: reserved characters, devices, names that differ in case only."""
    seen: dict[str, str] = {}
    return [
        path
        for path in paths
        if seen.setdefault(path.lower(), path) != path or any(map(is_reserved, PurePosixPath(path).parts))
    ]


def is_reserved(part: str) -> bool:
    """Whether Windows refuses a file or folder of this name."""
    return RESERVED.search(part) is not None or part.split(".", maxsplit=1)[0].lower() in DEVICES
