"""The guard sees a window that stays, once, and nothing where all are gone."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QWidget

from tests.support.window_guard import left_open


def test_a_window_left_open_is_named_and_hidden(qapp: object) -> None:
    window = QWidget()
    window.setObjectName("forgotten")
    assert left_open() == []
    window.show()
    assert left_open() == ["QWidget 'forgotten'"]
    assert left_open() == []


def test_who_asked_to_be_ended_is_ended(qapp: object) -> None:
    window = QWidget()
    window.show()
    window.deleteLater()
    assert left_open() == []
    assert not shiboken6.isValid(window)
