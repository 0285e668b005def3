"""Who may import whom: the layers, and the one home of each library. Late imports inside functions count."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.house.tree import TOP_PACKAGES, Module

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAY_IMPORT = {
    "ui": {"ui", "desktop_app", "cardio", "resources"},
    "desktop_app": {"desktop_app", "cardio", "resources"},
    "cardio": {"cardio", "resources"},
    "resources": {"resources"},
}
UPWARD = {("desktop_app/__main__.py", "ui")}
"""The program's entry is the one place below that may reach for the windows."""

HOMES: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui/",),
    "shiboken6": ("ui/",),
    "smartcard": ("cardio/pcsc.py",),
    "pyhanko_certvalidator": ("cardio/trust/path_library.py",),
    "asn1crypto": ("cardio/trust/asn1.py",),
    "pkcs11": ("cardio/pkcs11/child.py",),
    "requests": ("desktop_app/api/",),
    "urllib3": ("desktop_app/api/",),
    "truststore": ("desktop_app/api/",),
    "keyring": ("desktop_app/credentials.py",),
    "PIL": ("ui/counter/picture.py", "desktop_app/pictures/", "desktop_app/sandbox/seed/photos/"),
    "qrcode": ("ui/",),
    "xlsxwriter": ("desktop_app/exports/",),
    "sqlcipher3": ("desktop_app/store/",),
    "sqlite3": ("desktop_app/store/", "desktop_app/sandbox/"),
    "starlette": ("desktop_app/sandbox/",),
    "uvicorn": ("desktop_app/sandbox/",),
    "sqlalchemy": ("desktop_app/sandbox/",),
    "aiohttp": (),
    "certifi": (),
    "desktop_app.sandbox": ("desktop_app/sandbox/", "desktop_app/cli"),
    "socket": ("desktop_app/", "cardio/simulator/", "ui/tour/"),
    "http": ("desktop_app/", "ui/tour/"),
    "urllib.request": ("ui/tour/",),
}
"""Library (or package) → the files and folders that may import it; nowhere, where there is none."""

ONE_MODULE = ("qrcode", "keyring", "smartcard", "xlsxwriter")
"""Imported in exactly one file: the rest of the program sees our names, not the library's."""


def imported(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    """Each dotted name a module imports, with the statement; relative imports are resolved."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute_base(module, node)
            yield from ((f"{base}.{alias.name}", node) for alias in node.names)


def absolute_base(module: Module, node: ast.ImportFrom) -> str:
    """The package an ``from … import`` starts from."""
    if not node.level:
        return node.module or ""
    package = module.path.split("/")[: -node.level]
    return ".".join([*package, *((node.module,) if node.module else ())])


def is_within(name: str, package: str) -> bool:
    """Whether a dotted name is the package or lies inside it."""
    return name == package or name.startswith(f"{package}.")


def layer_breaks(modules: Iterable[Module]) -> list[str]:
    """Imports that go up or sideways, as ``path:line imports name``."""
    return [
        f"{module.at(node)} imports {name}"
        for module in modules
        for name, node in imported(module)
        if (target := name.split(".")[0]) in TOP_PACKAGES
        and target not in MAY_IMPORT[module.top]
        and (module.path, target) not in UPWARD
    ]


def homeless_imports(modules: Iterable[Module]) -> list[str]:
    """Imports of a library outside its home, as ``path:line imports name``."""
    return sorted(
        {
            f"{module.at(node)} imports {library}"
            for module in modules
            for name, node in imported(module)
            for library, homes in HOMES.items()
            if is_within(name, library) and not module.path.startswith(homes)
        }
    )


def shared_homes(modules: Iterable[Module]) -> list[str]:
    """Libraries of ``ONE_MODULE`` that several files import, as ``library: path, path``."""
    importers: dict[str, set[str]] = {library: set() for library in ONE_MODULE}
    for module in modules:
        for name, _ in imported(module):
            for library in ONE_MODULE:
                if is_within(name, library):
                    importers[library].add(module.path)
    return [
        f"{library}: {', '.join(sorted(paths))}" for library, paths in importers.items() if len(paths) > 1
    ]
