"""What the independent clients print of the virtual card, held against transcripts of real runs.

A transcript (`transcripts/`) begins with its command; its lines must come in this order. `*` is what differs
between versions of the client, `{…}` what differs between cards; the client may say more.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes

from cardio.piv import Slot
from cardio.simulator import KeyKind, VpcdLink
from tests.pcsc.conftest import READER
from tests.pcsc.test_clients import put_in, run
from tests.support.virtual_cards import PIN, card_file

pytestmark = pytest.mark.pcsc

FOLDER = Path(__file__).with_name("transcripts")
ALGORITHMS = {KeyKind.RSA2048: "RSA2048", KeyKind.P256: "ECCP256", KeyKind.P384: "ECCP384"}


def facts(kind: KeyKind) -> dict[str, str]:
    """What a transcript leaves to the card."""
    file = card_file(kind)
    prints = {f"{slot:02x}": file.certificate(slot).fingerprint(hashes.SHA256()).hex() for slot in Slot}
    return {
        **prints, "guid": file.guid.hex(), "algorithm": ALGORITHMS[kind], "pin": PIN, "reader": READER,
    }  # fmt: skip


def filled(line: str, known: Mapping[str, str]) -> str:
    """The line with the card's facts."""
    for name, value in known.items():
        line = line.replace("{" + name + "}", value)
    return line


def first_missing(wanted: Iterable[str], printed: Iterable[str]) -> str | None:
    """The first wanted line that does not come after the ones before it."""
    rest = iter(printed)
    for pattern in wanted:
        if not any(fnmatchcase(line.rstrip(), pattern) for line in rest):
            return pattern
    return None


def hold_against(name: str, kind: KeyKind) -> None:
    """Run the transcript's command; every line of it must have been printed, in order."""
    command, *lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    known = facts(kind)
    ended = run(*(filled(word, known) for word in shlex.split(command.removeprefix("$ "))))
    assert ended.returncode == 0, ended.stderr
    missing = first_missing((filled(line, known).rstrip() for line in lines), ended.stdout.splitlines())
    assert missing is None, f"{missing!r} is not in:\n{ended.stdout}"


@pytest.mark.parametrize("kind", KeyKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("client", ["opensc-tool", "yubico-piv-tool", "ykman"])
def test_client(link: VpcdLink, client: str, kind: KeyKind) -> None:
    card = put_in(link, kind)
    hold_against(client, kind)
    assert (card.pin_tries_left, card.puk_tries_left) == (3, 3)


@pytest.mark.parametrize("kind", KeyKind, ids=lambda kind: kind.value)
def test_pkcs11_tool_tests_the_card(link: VpcdLink, kind: KeyKind) -> None:
    card = put_in(link, kind)
    hold_against("pkcs11-tool-rsa" if kind is KeyKind.RSA2048 else "pkcs11-tool-curve", kind)
    assert card.pin_tries_left == 3


def test_a_transcript_can_fail() -> None:
    assert first_missing(["a*", "b"], ["abc", "x", "b"]) is None
    assert first_missing(["a*", "b"], ["b", "abc"]) == "b", "in order"
    assert first_missing(["PIN tries left: 3"], ["PIN tries left: 2"]) == "PIN tries left: 3"
