"""The command that reads a document: its arguments, what it prints, its exit codes."""

from __future__ import annotations

import argparse
import getpass
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cardio import cli_read_id, mrz
from cardio.document_errors import MrzInvalid
from cardio.emrtd import dg2
from cardio.emrtd.access_keys import Can
from cardio.emrtd.reading import Document
from cardio.mrz import Format
from cardio.simulator.emrtd import Hostility, VirtualDocument
from cardio.transport import Card
from tests.support.virtual_documents import PERSON, InHand, authority, document, hostile

MASTER_LIST = Path(__file__).parents[1] / "data" / "csca-master-list-de-2024-08.ml"


def parse(*words: str) -> argparse.Namespace:
    """The arguments as the program gets them."""
    parser = argparse.ArgumentParser()
    cli_read_id.add_arguments(parser)
    return parser.parse_args(words)


def run(card: VirtualDocument, *words: str) -> int:
    """The command, with that card in the reader."""

    def on_card(reader: str | None, task: Callable[[Card], Document]) -> Document:
        assert reader is None
        return task(InHand(card))

    return cli_read_id.run(parse(*words), on_card)


@pytest.fixture
def anchor(tmp_path: Path) -> str:
    """The authority's certificate as a file."""
    path = tmp_path / "csca.der"
    path.write_bytes(authority().anchor)
    return str(path)


def test_json_says_what_was_read_and_proved(capsys: pytest.CaptureFixture[str], anchor: str) -> None:
    assert run(VirtualDocument(document()), "--can", document().can.digits, "--anchor", anchor, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["surname"], shown["fields"]["name"]) == (PERSON.surname, PERSON.name)
    assert (shown["badge"], shown["assurance"], shown["faults"]) == ("genuine", "chip_authenticated", [])
    assert not {"religion", "parents", "spouse"} & set(shown["fields"])


def test_text_and_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    picture = tmp_path / "face.jpg"
    zone = mrz.write(PERSON.zone(Format.TD1))
    assert run(VirtualDocument(document()), "--mrz", zone, "--picture", str(picture)) == 0
    assert "signature holds" in capsys.readouterr().out
    assert picture.read_bytes() == dg2.read(document().groups[2]).picture


def test_a_false_chip_is_told_by_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hostile(Hostility.COPIED_CHIP), "--can", document().can.digits) == 1
    assert "chip_not_genuine" in capsys.readouterr().out


def test_a_bare_option_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "123456")
    assert cli_read_id.key_of(parse("--can")) == Can("123456")


def test_three_fields_instead_of_the_lines() -> None:
    key = cli_read_id.key_of(parse("--mrz", "L898902C<//".replace("//", "/690806/940623")))
    assert key.kind == "mrz"
    with pytest.raises(MrzInvalid):
        cli_read_id.key_of(parse("--mrz", "L898902C/690806"))


@pytest.mark.parametrize("words", [[], ["--can", "1", "--mrz", "2"]])
def test_one_way_in_is_needed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(*words)
    assert "--mrz" in capsys.readouterr().err


def test_a_master_list_gives_anchors_for_passports() -> None:
    store = cli_read_id.anchors_of(parse("--can", "--master-list", str(MASTER_LIST)))
    assert len(store.anchors) > 500
