"""Every screen that offices have is described to Qt in device pixels, and every scheme is worn somewhere."""

import json
from pathlib import Path

import pytest

from desktop_app.settings import Settings
from ui.gallery.looks import SCREENS, Screen
from ui.theme import Scheme


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_is_described_in_device_pixels(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "screen.json"
    assert screen.describe(file) == f"offscreen:configfile={file}"
    (described,) = json.loads(file.read_text(encoding="ascii"))["screens"]
    assert described["logicalDpi"] == described["logicalBaseDpi"] * screen.ratio
    assert (described["width"], described["height"], described["dpr"]) == (screen.width, screen.height, 1)


def test_every_scheme_is_worn_and_every_name_is_one() -> None:
    assert {scheme for screen in SCREENS for scheme in screen.schemes} == {scheme.value for scheme in Scheme}
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


def test_a_person_can_choose_each_of_them(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for screen in SCREENS:
        for scheme in screen.schemes:
            wanted = Settings().changed(scheme=scheme, text_scale=screen.text_scale)
            wanted.save(file)
            assert Settings.load(file, tmp_path / "no-policy.toml") == wanted


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_each_appearance_is_told_once_and_the_first_scheme_is_kept(screen: Screen) -> None:
    told = screen.appearances
    assert len(told) == len(set(told)) == 2 * len(screen.schemes) + screen.pseudo
    assert told[-1] == (screen.schemes[0], "en")
