"""The parts of the tables."""

from ui.wording.entry import Wording


def test_wording_reads_as_one_text() -> None:
    assert str(Wording("The disk is full.", "Free some room.")) == "The disk is full. Free some room."
