"""Finding a widget's child as a person would expect it: there, or the test says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

T = TypeVar("T", bound="QObject")


def child(parent: QObject, kind: type[T], name: str = "") -> T:
    """Return the descendant of this kind (and object name, when one is given); fail when there is none."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind), f"no {kind.__name__} {name!r} in {parent.objectName() or parent}"
    return found
