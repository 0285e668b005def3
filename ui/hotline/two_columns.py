"""Two columns side by side: what one does on the left, what there is on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACING


def two_columns(
    left: Sequence[QWidget], right: Sequence[QWidget], shares: tuple[int, int] = (1, 1)
) -> QHBoxLayout:
    """Return the layout of both, each from the top down; ``shares`` are their parts of the width."""
    both = QHBoxLayout()
    both.setSpacing(SPACING.section)
    for parts, share in zip((left, right), shares, strict=True):
        column = QVBoxLayout()
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        both.addLayout(column, share)
    return both
