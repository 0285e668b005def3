"""A virtual citizen card and a passport, read over the real pcscd, whole and by the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from cardio.emrtd import reading
from cardio.emrtd.verdict import Badge
from cardio.errors import CardRemoved
from cardio.readers import ReaderPool
from cardio.simulator import VpcdLink
from cardio.simulator.emrtd import Profile, VirtualDocument
from cardio.trust.csca import DocumentKind
from tests.pcsc.conftest import READER, ROOT, inserted
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_documents import PERSON, anchors, document

pytestmark = pytest.mark.pcsc


@pytest.mark.parametrize("extended", [True, False])
@pytest.mark.parametrize("profile", [None, Profile.passport(), Profile()], ids=["citizen", "passport", "bac"])
def test_a_document(
    pool: ReaderPool, link: VpcdLink, log: EventLog, profile: Profile | None, extended: bool
) -> None:
    file = document(profile)
    link.insert(VirtualDocument(file, extended=extended))
    inserted(log)
    store = anchors(*DocumentKind)
    found = pool.submit(READER, lambda card: reading.read(card, file.mrz_key, store)).result(SOON * 2)
    assert found.verdict.badge is Badge.GENUINE
    assert found.groups == file.groups


def test_taken_away_in_the_middle(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    link.insert(VirtualDocument(document()))
    inserted(log)

    def arrived(_number: int, _data: bytes) -> None:
        link.remove()

    task = pool.submit(READER, lambda card: reading.read(card, document().can, anchors(), arrived=arrived))
    assert isinstance(task.exception(SOON * 2), CardRemoved)


def test_by_the_command_line(link: VpcdLink) -> None:
    link.insert(VirtualDocument(document()))
    program = (
        "import argparse, sys\nfrom cardio.cli.commands import add_commands\n"
        "parser = argparse.ArgumentParser()\n"
        "add_commands(parser.add_subparsers())\narguments = parser.parse_args()\n"
        "sys.exit(arguments.handler(arguments))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, "card", "read-id", "--can", document().can.digits, "--json"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=SOON * 5,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    shown = json.loads(ended.stdout)
    assert (shown["surname"], shown["badge"]) == (PERSON.surname, "signed")
