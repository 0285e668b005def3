"""The private services really serve, keep to themselves and are gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import private_services
from tests.support.deadline import until

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "import keyring; keyring.set_password('ioc-desk-test', 'terminal', 'kept')"
RECALL = "import keyring; print(keyring.get_password('ioc-desk-test', 'terminal'))"


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short path: a UNIX socket's may not be longer than 107 bytes."""
    return tmp_path_factory.mktemp("own")


def python(code: str, environment: dict[str, str]) -> str:
    """Run code in a process that knows the private keyring only."""
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={
            "PATH": os.defpath,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return run.stdout.strip()


def test_the_keyring_keeps_a_secret_across_a_restart(folder: Path) -> None:
    with private_services.private_keyring(folder) as environment:
        python(SECRET, environment)
        assert python(RECALL, environment) == "kept"
    with private_services.private_keyring(folder) as environment:
        assert python(RECALL, environment) == "kept"


def test_another_folder_is_another_keyring(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with private_services.private_keyring(folder) as environment:
        python(SECRET, environment)
    with private_services.private_keyring(tmp_path_factory.mktemp("other")) as environment:
        assert python(RECALL, environment) == "None"


def test_the_bus_is_gone_with_its_block(folder: Path) -> None:
    with private_services.private_bus(folder) as environment:
        assert not private_services.owns_secrets(environment)
    assert subprocess.run(
        ["dbus-send", f"--bus={environment['DBUS_SESSION_BUS_ADDRESS']}", "--print-reply", "/", "a.b"],
        capture_output=True,
        check=False,
        timeout=30,
    ).returncode


def test_the_display_is_managed_and_behind_its_cookie(folder: Path) -> None:
    with private_services.private_display(folder) as display:
        assert private_services.is_managed(display)
        assert not private_services.is_managed({"DISPLAY": display["DISPLAY"]})
    assert not private_services.is_managed(display)


def test_two_displays_are_two_and_a_taken_number_is_left_alone(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_services.private_display(folder) as first:
        taken = int(first["DISPLAY"][1:]) - private_services.FIRST_DISPLAY
        offered = iter((taken, taken, (taken + 1) % private_services.DISPLAYS))
        monkeypatch.setattr("tests.support.private_services.secrets.randbelow", lambda _most: next(offered))
        with private_services.private_display(tmp_path_factory.mktemp("second")) as second:
            assert first["DISPLAY"] != second["DISPLAY"]
            assert private_services.is_managed(first)
            assert private_services.is_managed(second)
        assert private_services.is_managed(first)


def test_a_child_that_ignores_the_request_is_killed(folder: Path) -> None:
    marker = folder / "deaf"
    script = f"trap '' TERM; touch {marker}; while :; do read -t 1 <> <(:); done"
    with private_services.private_process(["bash", "-c", script], {}, grace=0.1) as process:
        until(marker.exists)
    assert process.returncode == -9
