"""A computer without a sound library: tests must not depend on the audio of the machine."""

import sys

import pytest


@pytest.fixture(autouse=True)
def no_audio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the sound library impossible to import."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
