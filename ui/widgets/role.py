"""The role of a widget in the style sheet, changed while it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_role(widget: QWidget, role: object, name: str = "role") -> None:
    """Set the property that the style sheet looks at; the same value again costs nothing."""
    if widget.property(name) == role:
        return
    widget.setProperty(name, role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
