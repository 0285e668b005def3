"""Approval: the leader reads exactly what is approved, and says in which capacity they sign."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain import payloads as p
from desktop_app.domain.workflow import Command
from ui.language import translate
from ui.reports.panels.context import PanelContext
from ui.reports.panels.panel import CommandPanel, text
from ui.reports.words import outcome_word
from ui.widgets.fields import ChoiceField, Field
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.wrapped_text import WrappedText

_ANSWER_HEIGHT = 150


class SigningPanel(CommandPanel):
    """Shows the answer above the choice; the approval is bound to its hash."""

    def __init__(self, context: PanelContext) -> None:
        self._answer = context.report.answer
        self._capacity = ChoiceField("capacity", translate("Signing", "I sign"), capacities(), "")
        super().__init__(Command.APPROVE, [self._capacity])
        if self._answer is not None:
            unit = context.names.unit(self._answer.publisher_unit)
            caption = translate("Signing", "Answer in the name of {unit} · result: {outcome}")
            words = caption.format(unit=unit, outcome=outcome_word(self._answer.outcome))
            self.insert(Field("answer", words, _readable(self._answer.text)))

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return the approval of the content shown."""
        if self._answer is None:
            raise p.PayloadInvalid("content_sha256", "missing")
        return p.Approve(self._answer.content_sha256, text(values, "capacity"))


def capacities() -> tuple[tuple[str, str], ...]:
    """Return in which capacity a leader may sign, as choices."""
    return (
        ("", translate("Signing", "as the head of the unit")),
        ("KT.", translate("Signing", "KT. – for the head (deputy)")),
        ("TL.", translate("Signing", "TL. – by order")),
        ("TUQ.", translate("Signing", "TUQ. – by authorisation")),
    )


def _readable(words: str) -> ScrollPage:
    """Return the text in a frame that scrolls when it is long, reachable by Tab."""
    body = WrappedText()
    body.setText(words)
    body.setContentsMargins(8, 4, 8, 4)
    area = ScrollPage("panel.approve.answer")
    area.show_page(body)
    area.setMaximumHeight(_ANSWER_HEIGHT)
    return area
