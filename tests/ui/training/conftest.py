"""A folder of training cards as the sandbox writes it, and readers to put them into."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardio.simulator import VirtualReaders
from tests.support.virtual_cards import card_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two cards and their index."""
    rows = []
    for key, state in (("handler-1", "valid"), ("handler-3", "expired")):
        card_file().save(tmp_path / f"{key}.json")
        rows.append(
            {
                "file": f"{key}.json",
                "label_vi": "Người xử lý",
                "label_en": "Handler",
                "role": "handler",
                "name": "Nguyễn Thị Hương",
                "unit": "Phường Thuận Hóa",
                "pin": "123456",
                "state": state,
                "kind": "P256",
            }
        )
    (tmp_path / "index.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return tmp_path


@pytest.fixture
def readers() -> VirtualReaders:
    return VirtualReaders()
