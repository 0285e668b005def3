"""A card on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cardio.piv import Slot
from cardio.simulator import CardFile
from tests.support import virtual_cards


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    saved = replace(virtual_cards.card_file(), role="chuyên viên", tries=5, blocked=True)
    path = tmp_path / "thẻ.json"
    saved.save(path)
    saved.save(path)  # over the old one
    assert CardFile.load(path) == saved
    assert [entry.name for entry in tmp_path.iterdir()] == ["thẻ.json"]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"label": 1}', '{"label": "a", "keys": []}', "[" * 5000]
)
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "card.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 — json's own, or ours
        CardFile.load(path)


def test_secrets_are_not_shown() -> None:
    shown = repr(virtual_cards.card_file())
    assert "123456" not in shown
    assert "12345678" not in shown


def test_certificates_by_slot() -> None:
    file = virtual_cards.card_file()
    assert (
        file.certificate(Slot.SIGNATURE).serial_number != file.certificate(Slot.AUTHENTICATION).serial_number
    )
