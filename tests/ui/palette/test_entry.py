"""A line says all of itself to a screen reader."""

from tests.ui.palette.lines import line
from ui.palette.entry import Kind, kind_word


def test_words_kind_and_key_are_spoken() -> None:
    assert line("Accept", key="Ctrl+Enter").spoken == "Accept, Command, Ctrl+Enter"


def test_without_a_key_nothing_is_missing() -> None:
    assert line("Overdue", Kind.FILTER).spoken == "Overdue, Filter"


def test_every_kind_has_its_own_word() -> None:
    assert len({kind_word(kind) for kind in Kind}) == len(Kind)
