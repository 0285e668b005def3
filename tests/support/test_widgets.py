"""A child is found by kind and name, and a missing one is named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer

from tests.support.widgets import child


def test_a_child_is_found_by_kind_and_name() -> None:
    parent = QObject()
    for name in ("other", "idle"):
        QTimer(parent).setObjectName(name)
    wanted = parent.children()[1]
    assert child(parent, QTimer, "idle") is wanted
    assert child(parent, QTimer) in parent.children()


def test_a_missing_child_is_named() -> None:
    with pytest.raises(AssertionError, match="no QTimer 'idle'"):
        child(QObject(), QTimer, "idle")
