"""A walk photographs what it reaches, tells what it does not, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.gallery.looks import CHECK, SCREENS
from ui.gallery.visit import Visit
from ui.gallery.walk import Found, Walk
from ui.tour.official import Official
from ui.tour.remote import NeverHappened
from ui.tour.stage import Stage


class _Program:
    """A program of which nothing is seen: it notes what it is asked to show."""

    def __init__(self) -> None:
        self.worn: list[tuple[str, list[str], list[str]]] = []
        self.examined: list[list[str]] = []

    def wear(self, _folder: Path, stem: str, schemes: list[str], _scale: int, spoken: list[str]) -> None:
        self.worn.append((stem, list(schemes), list(spoken)))

    def examine(self, spoken: list[str]) -> dict[str, list[str]]:
        self.examined.append(list(spoken))
        return {"vi": [], "en": ["12 px too narrow: QLabel"]}


def _walk(tmp_path: Path, screen: str) -> tuple[Walk, _Program]:
    program = _Program()
    chosen = next(each for each in (*SCREENS, CHECK) if each.name == screen)
    return Walk(Official(program), Stage(tmp_path / "gallery"), chosen, Found()), program  # type: ignore[arg-type]


def test_what_passes_is_brought_about_for_each_appearance(tmp_path: Path) -> None:
    walk, program = _walk(tmp_path, "1366x768")
    went: list[str] = []
    walk.make("Ai", [Visit("held", lambda _who: went.append("held"), passing=True)])
    assert [(tuple(schemes), tuple(spoken)) for _, schemes, spoken in program.worn] == [
        ((scheme,), (spoken,)) for scheme, spoken in walk.screen.appearances
    ]
    assert len(went) == len(walk.screen.appearances) == 7
    assert walk.screen.appearances[-1][0] == "light", "the look that is kept"


def test_what_is_only_examined_is_reached_once(tmp_path: Path) -> None:
    walk, program = _walk(tmp_path, CHECK.name)
    went: list[str] = []
    walk.make("Ai", [Visit("held", lambda _who: went.append("held"), passing=True)])
    assert (went, program.worn, len(program.examined)) == (["held"], [], 1)


def test_a_view_that_is_not_reached_is_told_and_the_next_is_visited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(_who: Official) -> None:
        raise NeverHappened("the panel", "")

    walk, _ = _walk(tmp_path, "1366x768")
    walk.make("Ai", [Visit("one", never), Visit("two", lambda _who: None)])
    walk.make("Ai", [Visit("two", lambda _who: None)])
    assert walk.found.missed == ["one-1366x768"]
    assert walk.found.journeys == {"Ai": ["one", "two"]}
    assert walk.found.faults["two-1366x768-en"] == ["12 px too narrow: QLabel"]
    assert "not reached: one-1366x768: the panel" in capsys.readouterr().out
