"""The targets run on their own seeds, and on what earlier passes kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import corpus
from tests.fuzz.cards import FileCard, HostileCard, answers
from tests.fuzz.targets import TARGETS


@pytest.mark.filterwarnings("ignore:Attribute's length must be:UserWarning")  # of hostile names
@pytest.mark.filterwarnings("ignore:Parsed a serial number:UserWarning")
@pytest.mark.parametrize("name", list(TARGETS))
def test_every_seed_and_every_kept_input_raises_nothing_else(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    corpus.unpack(name, tmp_path)
    seeds = target.seeds()
    assert seeds
    for data in (*seeds, *(path.read_bytes() for path in tmp_path.iterdir())):
        try:
            target.parse(data)
        except target.allowed:
            continue


@pytest.mark.parametrize("name", list(TARGETS))
def test_some_seed_is_a_real_input(name: str) -> None:
    """A target whose seeds are all refused would begin outside."""
    target = TARGETS[name]
    refused = 0
    for seed in (seeds := target.seeds()):
        try:
            target.parse(seed)
        except target.allowed:
            refused += 1
    assert refused < len(seeds) or name in {"content_signature", "dg15"}, (
        "whose signatures nobody here can make"
    )


def test_the_hostile_card_deals_out_the_input() -> None:
    card = HostileCard(answers(b"\x90\x00", b"\x61\x0a"))
    assert [card.transmit(b""), card.transmit(b"")] == [b"\x90\x00", b"\x61\x0a"]


def test_the_file_card_holds_what_was_written() -> None:
    card = FileCard(FileCard.written({0x011E: b"\x60\x00"}))
    assert card.transmit(bytes.fromhex("00A4020C02011E")) == b"\x90\x00"
    assert card.transmit(bytes.fromhex("00B0000000")) == b"\x60\x00\x90\x00"
    assert card.transmit(bytes.fromhex("00A4020C020101")) == b"\x6a\x82"


def test_the_corpus_is_kept_within_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "FOLDER", tmp_path / "kept")
    assert corpus.pack("t", [b"b", b"a", bytes(corpus.MOST_BYTES)]) == 2
    corpus.unpack("t", tmp_path / "out")
    assert sorted(path.read_bytes() for path in (tmp_path / "out").iterdir()) == [b"a", b"b"]
