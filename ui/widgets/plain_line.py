"""A line of text that no input method composes in: codes, addresses, numbers, a PIN.

``WA_InputMethodEnabled`` is not enough: a ``QLineEdit`` answers for itself that it is enabled (measured with
ibus-unikey: ``FS`` of a code became a letter with a tone). The answer itself must be no.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class PlainLine(QLineEdit):
    """Keys arrive as they are on the keyboard."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: object) -> Any:  # noqa: ANN401 - Qt's signature
        """Refuse to be composed in; answer everything else as a line does."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *argument)
