"""The program runs on Linux, Windows and macOS; what would stop it on one of them is seen."""

from __future__ import annotations

import pytest

from tests.house import portability
from tests.house.tree import Module, product, suite, tracked


def test_only_the_host_module_knows_the_system() -> None:
    assert portability.system_calls(product()) == []


def test_encodings_are_said() -> None:
    assert portability.guessed_encodings((*product(), *suite())) == []


def test_a_windows_checkout_can_hold_every_file() -> None:
    assert portability.unportable_names(tracked()) == []


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl",
        "import winreg",
        "from pwd import getpwuid",
        "def f():\n    import resource",
        "import os\nos.fork()",
        "from os import getuid",
        "import signal, os\nos.kill(1, signal.SIGKILL)",
        "import sys\nif sys.platform == 'linux': pass",
        "PLACE = '/tmp/ioc'",
        "PLACE = '/run'",
    ],
)
def test_what_only_one_system_has_is_seen(source: str) -> None:
    assert len(portability.system_calls([Module("ui/a.py", source)])) == 1
    assert portability.system_calls([Module(portability.HOST, source)]) == []


@pytest.mark.parametrize(
    "source", ["import os\nos.replace('a', 'b')", "ROUTE = '/v1/events'", "x = '/reports/tmp'"]
)
def test_what_every_system_has_is_left_alone(source: str) -> None:
    assert portability.system_calls([Module("ui/a.py", source)]) == []


@pytest.mark.parametrize(
    "call", ["open('a')", "path.open('w')", "open('a', 'w')", "path.read_text()", "path.write_text(text)"]
)
def test_a_guessed_encoding_is_seen(call: str) -> None:
    assert portability.guessed_encodings([Module("ui/a.py", call)]) == ["ui/a.py:1 leaves the encoding open"]


@pytest.mark.parametrize(
    "call",
    [
        "open('a', 'rb')",
        "session.open()",
        "os.open(path, flags)",
        "path.open(mode='wb')",
        "path.read_text('utf-8')",
        "path.write_text(t, 'utf-8')",
        "path.write_text(t, encoding='ascii')",
    ],
)
def test_bytes_and_said_encodings_are_left_alone(call: str) -> None:
    assert portability.guessed_encodings([Module("ui/a.py", call)]) == []


def test_a_name_that_windows_refuses_is_seen() -> None:
    paths = ["docs/10:30.md", "ui/aux.py", "a/Readme", "a/readme", "a /b", "fine/name.py"]
    assert portability.unportable_names(paths) == ["docs/10:30.md", "ui/aux.py", "a/readme", "a /b"]
