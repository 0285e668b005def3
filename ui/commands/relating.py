"""Commands that tie reports together: this one repeats another, goes on in another, or becomes several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel

from desktop_app.domain import payloads as p
from desktop_app.domain.workflow import Command
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel, text
from ui.language import translate
from ui.widgets.fields import LineField, TextField
from ui.widgets.wrapped_text import wrap


class OtherReportPanel(CommandPanel):
    """Asks for another report by its code; only one on this computer can be named."""

    def __init__(self, command: Command, context: PanelContext) -> None:
        self._context = context
        self._field = "original_id" if command is Command.MARK_DUPLICATE else "into_id"
        label = (
            translate("Panel", "Code of the first report")
            if command is Command.MARK_DUPLICATE
            else translate("Panel", "Code of the report that goes on")
        )
        super().__init__(command, [LineField(self._field, label)])
        if command is Command.MERGE:
            rule = translate(
                "Panel",
                "How it ends: this report is decided there. Both end together, with one answer.",
            )
            self.insert(_rule(rule))

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the tie; a code that names no other report on this computer is refused beside the field."""
        code = text(values, self._field)
        if not code:
            raise p.PayloadInvalid(self._field, "empty")
        other = self._context.find(code)
        if other is None or other == self._context.report.id:
            raise p.PayloadInvalid(self._field, "not_found")
        return p.MarkDuplicate(other) if self.command is Command.MARK_DUPLICATE else p.Merge(other)


class SplittingPanel(CommandPanel):
    """Asks for the titles of the parts, one a line."""

    def __init__(self) -> None:
        label = translate("Panel", "Titles of the parts, one a line (2 to 10)")
        super().__init__(Command.SPLIT, [TextField("titles", label, lines=5)])
        rule = translate(
            "Panel",
            "How it ends: each part is answered by itself; this report only when every part is done.",
        )
        self.insert(_rule(rule))

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the titles without empty lines."""
        return p.Split(tuple(line.strip() for line in text(values, "titles").splitlines() if line.strip()))


def _rule(words: str) -> QLabel:
    """The closing rule, said before the command is given."""
    label = QLabel(words)
    label.setObjectName("panel.closingRule")
    label.setProperty("role", "caution")
    wrap(label)
    return label
