"""What the screen confirmed is kept outside the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.tour.notes import Notes
from ui.tour.stage import Stage


def test_a_command_that_the_screen_did_not_confirm_is_no_success(tmp_path: Path) -> None:
    notes = Notes(Stage(tmp_path))
    notes.confirm("Đã duyệt.", "PA-1", "Duyệt")
    with pytest.raises(AssertionError, match="PA-2"):
        notes.confirm("", "PA-2", "Duyệt")
    assert notes.confirmed == [("PA-1", "Duyệt")]
