"""The command that reads a document: its arguments, what it prints, its exit codes."""

from __future__ import annotations

import argparse
import getpass
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cardio import failure, mrz, tlv
from cardio.cli import at_reader, commands, read_id
from cardio.document_errors import MrzInvalid
from cardio.emrtd import dg2
from cardio.emrtd.access_keys import Can
from cardio.emrtd.reading import Document
from cardio.emrtd.verdict import Verdict
from cardio.errors import (
    CardHeldElsewhere,
    CardRemoved,
    NoReader,
    NoService,
    ProtocolViolation,
    ReaderNotAnswering,
)
from cardio.mrz import Format
from cardio.simulator.emrtd import Hostility, VirtualDocument
from cardio.transport import Card
from tests.support.virtual_documents import PERSON, InHand, authority, document, hostile

MASTER_LIST = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"


def parse(*words: str) -> argparse.Namespace:
    """The arguments as the program gets them."""
    parser = argparse.ArgumentParser()
    read_id.add_arguments(parser)
    return parser.parse_args(words)


def run(card: VirtualDocument, *words: str) -> int:
    """The command, with that card in the reader."""

    def on_card(reader: str | None, task: Callable[[Card], Document]) -> Document:
        assert reader is None
        return task(InHand(card))

    return read_id.run(parse(*words), on_card)


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


PERSON_GROUP = tlv.encode(
    0x6B, tlv.encode(0x5F0E, "TRẦN<<THỊ<BÍCH".encode()) + tlv.encode(0x5F11, "HUẾ<VIỆT<NAM".encode())
)
PAPER_GROUP = tlv.encode(0x6C, tlv.encode(0x5F19, b"A<CITY") + tlv.encode(0x5F26, b"20240601"))


def test_a_passports_own_details() -> None:
    verdict = Verdict("pace", frozenset())
    found = Document(PERSON.zone(Format.TD3), {11: PERSON_GROUP, 12: PAPER_GROUP}, verdict)
    expected = {
        "name": "TRẦN THỊ BÍCH",
        "birth_place": "HUẾ VIỆT NAM",
        "authority": "A CITY",
        "issued": "2024-06-01",
    }
    assert read_id.document_of(found)["fields"] == expected
    assert "birth_place: HUẾ VIỆT NAM" in read_id.text_of(found)
    broken = Document(PERSON.zone(Format.TD3), {11: b"\x6b\x01\x5f", 12: PAPER_GROUP}, verdict)
    assert [one["error"] for one in read_id.document_of(broken)["faults"]] == ["protocol_violation"]
    assert read_id.document_of(broken)["fields"]["authority"] == "A CITY", "the other group is still told"


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
    assert read_id.key_of(parse("--can")) == Can("123456")


def test_three_fields_instead_of_the_lines() -> None:
    key = read_id.key_of(parse("--mrz", "L898902C<//".replace("//", "/690806/940623")))
    assert key.kind == "mrz"
    with pytest.raises(MrzInvalid):
        read_id.key_of(parse("--mrz", "L898902C/690806"))


@pytest.mark.parametrize("words", [[], ["--can", "1", "--mrz", "2"]])
def test_one_way_in_is_needed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(*words)
    assert "--mrz" in capsys.readouterr().err


def test_a_master_list_gives_anchors_for_passports() -> None:
    store = read_id.anchors_of(parse("--can", "--master-list", str(MASTER_LIST)))
    assert len(store.anchors) > 500


# --- whatever fails has its code ---

FAULTS = {
    Hostility.OTHER_SECURITY_OBJECT: "security_object_invalid",
    Hostility.HIDDEN_SIGNATURE: "security_object_invalid",
    Hostility.ALTERED_GROUP: "data_group_altered",
    Hostility.ADDED_GROUP: "data_group_unsigned",
    Hostility.FIXED_ANSWER: "chip_not_genuine",
    Hostility.COPIED_CHIP: "chip_not_genuine",
    Hostility.WRONG_GENERATOR: "curve_refused",
}
REFUSALS = {
    Hostility.WRONG_MAC: "session_broken",
    Hostility.REPEATED_COUNTER: "session_broken",
    Hostility.TWO_GIGABYTES: "length_refused",
    Hostility.CUT_SHORT: "file_cut_short",
    Hostility.ENDLESS_PIECES: "answer_too_long",
    Hostility.POINT_OFF_CURVE: "point_not_on_curve",
}


def by_the_program(
    monkeypatch: pytest.MonkeyPatch, card: VirtualDocument | None, *words: str, error: Exception | None = None
) -> int:
    """The whole command as it is typed, with that card in the reader, or what the reader says instead."""

    def on_card(_reader: str | None, task: Callable[[Card], Document], _within: float = 0) -> Document:
        if card is None:
            raise error or CardRemoved
        return task(InHand(card))

    monkeypatch.setattr(at_reader, "on_card", on_card)
    parser = argparse.ArgumentParser()
    commands.add_commands(parser.add_subparsers())
    arguments = parser.parse_args(["card", "read-id", *words])
    ended: int = arguments.handler(arguments)
    return ended


@pytest.mark.parametrize("hostility", FAULTS, ids=lambda one: one.value)
def test_each_fault_of_the_verdict_has_its_code(
    hostility: Hostility, capsys: pytest.CaptureFixture[str], anchor: str
) -> None:
    zone = mrz.write(PERSON.zone(Format.TD1))
    run(hostile(hostility), "--mrz", zone, "--anchor", anchor, "--json")
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    known = failure.Failure(FAULTS[hostility])
    assert (fault["error"], fault["code"]) == (known.name, known.code)
    run(hostile(hostility), "--mrz", zone, "--anchor", anchor)
    assert f"! [{known.code}] {known.name}(" in capsys.readouterr().out


@pytest.mark.parametrize("hostility", REFUSALS, ids=lambda one: one.value)
def test_each_refusal_has_its_code(
    hostility: Hostility, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    can = document().can.digits
    assert by_the_program(monkeypatch, hostile(hostility), "--can", can, "--json") == 1
    shown = capsys.readouterr()
    known = failure.Failure(REFUSALS[hostility])
    assert json.loads(shown.out)["failed"]["code"] == known.code
    assert f"[{known.code}] {known.name}" in shown.err


def test_what_is_not_the_cards_fault_has_its_code_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, can = VirtualDocument(document()), document().can.digits
    garbage = tmp_path / "garbage.der"
    garbage.write_bytes(b"no certificate")
    tried: list[tuple[VirtualDocument | None, tuple[str, ...], Exception | None, str]] = [
        (good, ("--can", "000000"), None, "access_denied"),
        (good, ("--mrz", "L898902C"), None, "mrz_invalid"),
        (good, ("--can", can, "--anchor", str(tmp_path / "missing.der")), None, failure.FILE),
        (good, ("--can", can, "--anchor", str(garbage)), None, "protocol_violation"),
        (good, ("--can", can, "--picture", str(tmp_path / "no" / "face.jpg")), None, failure.FILE),
        (None, ("--can", can), None, "card_removed"),
        (None, ("--can", can), NoReader("R"), "no_reader"),
        (None, ("--can", can), NoService(1), "no_service"),
        (None, ("--can", can), ReaderNotAnswering("R"), "reader_not_answering"),
        (None, ("--can", can), CardHeldElsewhere(), "card_held_elsewhere"),
    ]
    for card, words, error, name in tried:
        assert by_the_program(monkeypatch, card, *words, error=error) == 1
        assert f"[{failure.Failure(name).code}] " in capsys.readouterr().err, name


def test_an_unreadable_group_of_the_citizen_card_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreadable(_data: bytes) -> None:
        raise ProtocolViolation("dg13")

    monkeypatch.setattr("cardio.cccd.dg13.read", unreadable)
    assert run(VirtualDocument(document()), "--can", document().can.digits, "--json") == 0
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert fault["detail"] == "protocol_violation(what='dg13')"
