"""Sentences are translated by Qt: every test here has its application, and ends in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.language import Language, install


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Leave the language as it was found."""
    yield
    install(Language.ENGLISH)
