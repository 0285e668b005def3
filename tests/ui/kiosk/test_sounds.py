"""Every sound has its file; without a device the kiosk is silent and goes on."""

import sys
import types
from typing import Any, ClassVar

import pytest
from pytestqt.qtbot import QtBot

import resources
from ui.kiosk.faces import Sound
from ui.kiosk.sounds import Sounds


class Effect:
    played: ClassVar[list[str]] = []

    def __init__(self, parent: object) -> None:
        self._file = ""

    def setSource(self, url: Any) -> None:  # noqa: ANN401 - a QUrl
        self._file = url.fileName()

    def play(self) -> None:
        self.played.append(self._file)


def library(outputs: list[str]) -> types.ModuleType:
    """A sound library of a computer with these devices."""
    made = types.ModuleType("PySide6.QtMultimedia")
    made.QSoundEffect = Effect  # type: ignore[attr-defined]
    made.QMediaDevices = types.SimpleNamespace(audioOutputs=lambda: outputs)  # type: ignore[attr-defined]
    return made


def test_every_sound_has_its_file() -> None:
    assert {f"{sound.value}.wav" for sound in Sound} == set(resources.names("sounds", ".wav"))


def test_the_right_file_is_played(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", library(["speaker"]))
    monkeypatch.setattr(Effect, "played", [])
    sounds = Sounds()
    sounds.play(Sound.REFUSED)
    assert Effect.played == ["refused.wav"]


def test_no_device_no_sound_no_error(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", library([]))
    monkeypatch.setattr(Effect, "played", [])
    Sounds().play(Sound.IN)
    assert Effect.played == []


def test_no_library_no_sound_no_error(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    Sounds().play(Sound.IN)
