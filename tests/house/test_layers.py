"""The dependency rule holds, and the reader that says so sees every kind of import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.layers import homeless_imports, imported, layer_breaks, shared_homes
from tests.house.tree import ROOT, Module, product

SERVER_ONLY = ("starlette", "uvicorn", "sqlalchemy", "aiohttp", "desktop_app.sandbox")
"""What the client must not reach, not even through a library."""

LATE = ("pyhanko_certvalidator", "pyhanko_certvalidator.validate")
"""Libraries that the client imports on first use."""


def test_layers_hold() -> None:
    assert layer_breaks(product()) == []


def test_each_library_is_imported_at_home_only() -> None:
    assert homeless_imports(product()) == []


def test_adapters_are_single_files() -> None:
    assert shared_homes(product()) == []


def test_the_client_reaches_no_server_library() -> None:
    loaded = modules_after_importing([*client_modules(), *LATE])
    assert [name for name in SERVER_ONLY if name in loaded] == []


def test_a_server_library_behind_another_module_is_seen() -> None:
    assert "starlette" in modules_after_importing(["starlette.applications"])


def modules_after_importing(names: list[str]) -> list[str]:
    """What ``sys.modules`` holds in a new process that imported these modules."""
    script = (
        "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    if run.returncode:
        pytest.fail(run.stderr, pytrace=False)
    return run.stdout.split()


def client_modules() -> list[str]:
    """Every module of the client by dotted name; entry points are left out: they start the program."""
    dotted = [
        module.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for module in product()
    ]
    return [name for name in dotted if "sandbox" not in name and not name.endswith("__main__")]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("cardio/reader.py", "import desktop_app.bus"),
        ("cardio/reader.py", "from desktop_app import bus"),
        ("desktop_app/core.py", "def show():\n    from ui.shell import Shell"),
        ("resources/icons.py", "import cardio"),
        ("desktop_app/sync/pull.py", "if True:\n    import ui"),
    ],
)
def test_an_upward_import_is_seen(path: str, source: str) -> None:
    assert len(layer_breaks([Module(path, source)])) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ui/shell.py", "import desktop_app.bus, cardio.events, resources"),
        ("desktop_app/core.py", "from cardio.readers import ReaderPool"),
        ("desktop_app/__main__.py", "from ui.application import run"),
    ],
)
def test_a_downward_import_is_not(path: str, source: str) -> None:
    assert layer_breaks([Module(path, source)]) == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("desktop_app/core.py", "from PySide6.QtCore import QObject"),
        ("cardio/watcher.py", "def f():\n    import smartcard.scard"),
        ("ui/sign_in/page.py", "import requests"),
        ("desktop_app/vault/vault.py", "from keyring import get_password"),
        ("desktop_app/session.py", "import aiohttp"),
        ("desktop_app/core.py", "from desktop_app import sandbox"),
        ("desktop_app/core.py", "from .sandbox import server"),
        ("desktop_app/sync/pull.py", "from ..sandbox import server"),
        ("cardio/piv/session.py", "import socket"),
    ],
)
def test_a_library_away_from_home_is_seen(path: str, source: str) -> None:
    assert len(homeless_imports([Module(path, source)])) == 1


def test_a_library_at_home_is_not() -> None:
    at_home = [
        Module("ui/shell.py", "from PySide6.QtWidgets import QWidget"),
        Module("cardio/pcsc.py", "from smartcard import scard"),
        Module("desktop_app/sandbox/application.py", "import starlette.applications, sqlalchemy"),
    ]
    assert homeless_imports(at_home) == []


def test_a_second_importer_of_an_adapted_library_is_seen() -> None:
    both = [
        Module("ui/widgets/qr.py", "import qrcode"),
        Module("ui/training/tray.py", "from qrcode import QRCode"),
    ]
    assert shared_homes(both) == ["qrcode: ui/training/tray.py, ui/widgets/qr.py"]


def test_names_like_a_package_are_not_taken_for_it() -> None:
    assert homeless_imports([Module("cardio/a.py", "import requests_of_the_day, keyrings")]) == []


def test_relative_imports_are_resolved() -> None:
    module = Module("desktop_app/sync/pull.py", "from . import engine\nfrom ..store.outbox import Row")
    assert [name for name, _ in imported(module)] == [
        "desktop_app.sync.engine",
        "desktop_app.store.outbox.Row",
    ]
