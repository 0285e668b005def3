"""`ioc-desk card …` as processes of their own, over the real stack."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cardio.simulator import KeyKind
from tests.cardio.cli.test_commands import PROGRAM
from tests.pcsc.conftest import READER, ROOT, wait_until_empty
from tests.support import virtual_cards
from tests.support.pcscd import READERS, PrivatePcscd
from tests.support.virtual_cards import HOLDER, PIN, PUK

pytestmark = pytest.mark.pcsc


def card_command(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, "card", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)


@contextmanager
def served(daemon: PrivatePcscd, path: Path) -> Iterator[None]:
    """`card serve` in the background; it ends by SIGTERM with exit code 0."""
    command = [
        sys.executable,
        "-X",
        "utf8",
        "-c",
        PROGRAM,
        "card",
        "serve",
        str(path),
        "--port",
        str(daemon.port),
    ]
    with subprocess.Popen(daemon.beside(*command), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert HOLDER in process.stdout.readline()
        try:
            yield
        finally:
            process.terminate()
            assert process.wait(30) == 0
            wait_until_empty()


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A card on disk."""
    virtual_cards.card_file(KeyKind.RSA2048).save(tmp_path / "card.json")
    return tmp_path / "card.json"


def test_serve_info_and_list(daemon: PrivatePcscd, card: Path) -> None:
    with served(daemon, card):
        info = card_command("info")
        assert (info.returncode, info.stdout.count(HOLDER)) == (0, 4)
        document = json.loads(card_command("info", "--json", "--reader", READER).stdout)
        assert (document["tries_left"], document["certificates"][0]["key"]) == (3, "RSA-2048")
        listed = json.loads(card_command("list", "--json").stdout)
        assert [(entry["reader"], entry["atr"] is not None) for entry in listed] == [
            (READERS[0], True),
            (READERS[1], False),
        ]
        assert "có thẻ / card" in card_command("list").stdout


def secret_command(*words: str, secrets: str) -> subprocess.CompletedProcess[str]:
    """Run a command that reads its secrets, a line each."""
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, "card", *words, "--stdin"]
    return subprocess.run(
        command, cwd=ROOT, input=secrets, capture_output=True, text=True, timeout=30, check=False
    )


def test_keys_are_tried_and_the_pin_is_changed_and_unblocked(daemon: PrivatePcscd, card: Path) -> None:
    with served(daemon, card):
        tried = secret_command("test", "--pin", secrets=f"{PIN}\n")
        assert (tried.returncode, tried.stdout.count("works")) == (0, 4)
        told = secret_command("info", "--pin", secrets=f"{PIN}\n")
        assert (told.returncode, told.stdout.count("the signature holds")) == (0, 2)
        changed = secret_command("change-pin", secrets=f"{PIN}\n271828\n271828\n")
        assert changed.returncode == 0, changed.stderr
        refused = secret_command("test", "--pin", secrets=f"{PIN}\n")
        assert (refused.returncode, "pin_wrong(tries_left=2)" in refused.stderr) == (1, True)
        unblocked = secret_command("unblock", secrets=f"{PUK}\n{PIN}\n{PIN}\n")
        assert unblocked.returncode == 0, unblocked.stderr
        assert json.loads(card_command("info", "--json").stdout)["tries_left"] == 3, "logged out, refilled"
        assert secret_command("test", "--pin", secrets=f"{PIN}\n").returncode == 0
        differing = secret_command("change-pin", secrets=f"{PIN}\n271828\n314159\n")
        assert (differing.returncode, "differ" in differing.stderr) == (1, True)
        for run in (tried, told, changed, refused, unblocked, differing):
            assert PIN not in run.stdout + run.stderr


def test_info_without_a_card_and_without_the_reader(daemon: PrivatePcscd) -> None:
    empty = card_command("info", "--reader", READERS[1])
    assert (empty.returncode, "card_removed" in empty.stderr) == (1, True)
    absent = card_command("info", "--reader", "another")
    assert (absent.returncode, "no_reader" in absent.stderr) == (1, True)
