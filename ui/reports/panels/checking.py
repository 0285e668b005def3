"""Verification: what may tell who somebody is, the field, the place, and the word that it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain import payloads as p
from desktop_app.domain.workflow import Command
from ui.language import translate
from ui.reports.panels.context import PanelContext
from ui.reports.panels.identity_review import IdentityReview
from ui.reports.panels.panel import CommandPanel, text
from ui.widgets.fields import AnyField, CheckField, ChoiceField, LineField


class CheckingPanel(CommandPanel):
    """Prefilled with what the report says already."""

    def __init__(self, context: PanelContext) -> None:
        self._place = context.report.place
        names, report = context.names, context.report
        fields: list[AnyField] = [
            ChoiceField("category", translate("Panel", "Field"), names.categories(), report.category),
            ChoiceField("place", translate("Panel", "Ward or commune"), names.wards(), self._place.unit_code),
            LineField("address", translate("Panel", "Address as written"), self._place.address or ""),
            CheckField(
                "identity_checked",
                translate("Panel", "I have read title and text: what the public will read identifies nobody"),
            ),
        ]
        super().__init__(Command.VERIFY, fields)
        self.insert(IdentityReview(report, self))

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return category, place and the word given; coordinates stay as they came."""
        place = replace(
            self._place, unit_code=text(values, "place") or None, address=text(values, "address") or None
        )
        return p.Verify(text(values, "category"), place, values.get("identity_checked") is True)
