"""Verification: what may tell who somebody is, the field, the place, and the word that it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Slot

from desktop_app.domain import payloads as p
from desktop_app.domain.masking import TEXT, TITLE, Decision, file_field
from desktop_app.domain.report import Procedure
from desktop_app.domain.workflow import Command
from ui.commands.context import PanelContext
from ui.commands.identity_review import IdentityReview, Told
from ui.commands.panel import CommandPanel, text
from ui.language import translate
from ui.vocabulary.words import procedure_word
from ui.widgets.fields import AnyField, CheckField, ChoiceField, LineField
from ui.widgets.several_field import SeveralField


class CheckingPanel(CommandPanel):
    """Prefilled with what the report says already; cannot be confirmed while a place is undecided."""

    def __init__(self, context: PanelContext) -> None:
        self._place = context.report.place
        names, report = context.names, context.report
        private = report.private or context.receives_misconduct
        self._review = IdentityReview(_told(context))
        procedures = [(each.value, procedure_word(each)) for each in Procedure]
        self._category = ChoiceField(
            "category", translate("Panel", "Field"), names.categories(private=private), report.category
        )
        self._named = self._about(context)
        fields: list[AnyField] = [
            self._review,
            self._category,
            ChoiceField("procedure", translate("Panel", "Procedure"), procedures, report.procedure.value),
            ChoiceField("place", translate("Panel", "Ward or commune"), names.wards(), self._place.unit_code),
            LineField("address", translate("Panel", "Address as written"), self._place.address or ""),
            *((self._named,) if self._named else ()),
            CheckField(
                "identity_checked",
                translate("Panel", "I have read title and text: what the public will read identifies nobody"),
            ),
        ]
        self._names, self._was_private = names, report.private
        super().__init__(Command.VERIFY, fields)
        self._category.edited.connect(self._ask_about_whom)
        self._ask_about_whom()

    def payload(self, values: Mapping[str, object]) -> p.Payload:
        """Return category, place, decisions and the word given; coordinates stay as they came."""
        waiting = self._review.undecided()
        if waiting is not None:
            raise p.PayloadInvalid("decisions", "identity_undecided")
        place = replace(
            self._place, unit_code=text(values, "place") or None, address=text(values, "address") or None
        )
        return p.Verify(
            text(values, "category"), place, values.get("identity_checked") is True,
            cast("tuple[Decision, ...]", values["decisions"]), Procedure(text(values, "procedure")),
            cast("tuple[str, ...]", values.get("named", ())) if self._is_private() else (),
        )  # fmt: skip

    def _about(self, context: PanelContext) -> SeveralField | None:
        """Whom a misconduct report is about: they and their unit never come to see it."""
        if not (context.report.private or context.receives_misconduct):
            return None
        words = translate("Panel", "About whom (they and their unit will never see it)")
        return SeveralField("named", words, context.names.officials(context.report.organisation))

    def _is_private(self) -> bool:
        category = self._names.category_of(self._category.value())
        return self._was_private or (category is not None and category.private)

    @Slot()
    def _ask_about_whom(self) -> None:
        """Once it is verified nobody can be named any more: it is asked where the field is a private one."""
        if self._named is not None:
            self._named.setVisible(self._is_private())


def _told(context: PanelContext) -> list[Told]:
    report = context.report
    files = (Told(file_field(one), translate("Verify", "File name"), name) for one, name in context.files)
    return [
        Told(TITLE, translate("Verify", "Title"), report.title),
        Told(TEXT, translate("Verify", "Text"), report.text),
        *files,
    ]
