"""Why an answer goes back to its unit: asked by the panel that a report has for it, templates and all."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.payloads import PayloadInvalid, Text, check_text
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel, Held
from ui.commands.writing import sending_back


class Reason(QObject):
    """At most one panel at a time; ``given`` tells words that may go out, ``given_up`` that none come."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel: CommandPanel | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the panel is open."""
        return self._panel is not None

    @property
    def held(self) -> Held | None:
        """What the panel holds, for one in another language that comes in its place."""
        return None if self._panel is None else self._panel.held()

    def ask(self, context: PanelContext) -> CommandPanel:
        """Return a new panel, to be put where there is room for it; it does not yet have the keyboard."""
        self._panel = panel = sending_back(context)
        panel.confirmed.connect(self.take)
        panel.cancelled.connect(self.given_up)
        return panel

    @Slot()
    def take(self) -> None:
        """Take the words; those that lack something stay, with what is the matter beside them."""
        panel = self._panel
        if panel is None:
            return
        try:
            words = cast("Text", panel.built()).text
            check_text("text", words)
        except PayloadInvalid as error:
            panel.show_refusal(error)
            return
        self.given.emit(words)

    def put_away(self) -> None:
        """Close the panel; what was written in it is gone."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def take_focus(self) -> None:
        """Put the keyboard where the words are written."""
        if self._panel is not None:
            self._panel.start()
