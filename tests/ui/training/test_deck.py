"""Virtual cards from the sandbox's folder: moved between readers, tries spent stay spent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardio.simulator import VirtualPivCard, VirtualReaders
from ui.language import Language, install
from ui.training.deck import NUMBER_ONLY, Deck
from ui.training.environment import DESK_READER, KIOSK_READER


def holds(readers: VirtualReaders, name: str) -> bool:
    return readers.look(-1, 0)[1][name].atr is not None


def test_two_readers_are_plugged_in_once(folder: Path, readers: VirtualReaders) -> None:
    Deck(folder, readers)
    Deck(folder, readers)
    assert set(readers.look(-1, 0)[1]) == {DESK_READER, KIOSK_READER}


def test_labels_are_in_the_language_in_force(folder: Path, readers: VirtualReaders) -> None:
    deck = Deck(folder, readers)
    assert deck.labels[0].label == "Handler"
    install(Language.VIETNAMESE)
    assert deck.labels[0].label == "Người xử lý"
    assert deck.labels[0].key == "handler-1"


def test_a_card_is_in_one_place_at_a_time(folder: Path, readers: VirtualReaders) -> None:
    deck = Deck(folder, readers)
    deck.insert("handler-1")
    assert holds(readers, DESK_READER)
    deck.insert("handler-1", KIOSK_READER)
    assert not holds(readers, DESK_READER)
    assert holds(readers, KIOSK_READER)
    assert deck.inserted(DESK_READER) is None
    assert deck.inserted(KIOSK_READER) == "handler-1"


def test_another_card_takes_the_first_one_s_place(folder: Path, readers: VirtualReaders) -> None:
    deck = Deck(folder, readers)
    deck.insert("handler-1")
    deck.insert("handler-3")
    assert deck.inserted() == "handler-3"
    deck.remove()
    deck.remove()
    assert deck.inserted() is None
    assert not holds(readers, DESK_READER)


def test_tries_spent_stay_spent(folder: Path, readers: VirtualReaders) -> None:
    deck = Deck(folder, readers)
    deck.insert("handler-1")
    card = deck._cards["handler-1"]
    assert isinstance(card, VirtualPivCard)
    card.transmit(bytes.fromhex("00A4040009A00000030800001000"))
    card.transmit(bytes.fromhex("00200080083030303030303030"))
    assert card.pin_tries_left == 2
    deck.remove()
    deck.insert("handler-1")
    assert deck._cards["handler-1"] is card
    assert card.pin_tries_left == 2


def test_a_card_with_a_number_only_lies_in_the_deck_too(folder: Path, readers: VirtualReaders) -> None:
    index = folder / "index.json"
    rows = json.loads(index.read_text(encoding="utf-8"))
    rows.append({**rows[0], "file": "uid-1.json", "kind": NUMBER_ONLY, "pin": ""})
    index.write_text(json.dumps(rows), encoding="utf-8")
    (folder / "uid-1.json").write_text('{"uid": "04a2c3e4f51680"}', encoding="utf-8")
    deck = Deck(folder, readers)
    deck.insert("uid-1", KIOSK_READER)
    card = deck._cards["uid-1"]
    assert card.transmit(bytes.fromhex("FFCA000000")) == bytes.fromhex("04A2C3E4F516809000")


def test_a_broken_index_is_told(tmp_path: Path, readers: VirtualReaders) -> None:
    (tmp_path / "index.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        Deck(tmp_path, readers)
