"""The templates there are, and what of them is being written on this computer, which comes first."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop_app.domain.templates import LANGUAGES, USES, Template, WriteTemplate
from desktop_app.store.errors import StoreError
from ui.language import translate

if TYPE_CHECKING:
    from desktop_app.store.template_drafts import TemplateDrafts
    from ui.vocabulary.names import Names

_log = logging.getLogger(__name__)


class Kept:
    """The centre's as of ``renew``; those being written as of now."""

    def __init__(self, names: Names, drafts: TemplateDrafts) -> None:
        self._names, self._drafts = names, drafts
        self._known: dict[str, Template] = {}

    def renew(self) -> None:
        """Read anew what the centre has."""
        self._names.reload()
        self._known = {each.id: each for each in self._names.templates()}

    def drafts(self) -> dict[str, WriteTemplate]:
        """Return what is being written, by the template's id."""
        return self._drafts.all()

    def shown(self) -> list[Template]:
        """Return every template, those never saved as well."""
        unsaved = (_as_template(key, one) for key, one in self.drafts().items() if key not in self._known)
        return [*self._known.values(), *unsaved]

    def template(self, template_id: str) -> Template | None:
        """Return what the centre has of this id; None for one that was never saved."""
        return self._known.get(template_id)

    def is_written(self, template_id: str) -> bool:
        """Tell whether something was typed that is not saved."""
        return template_id in self.drafts()

    def exists(self, template_id: str) -> bool:
        """Tell whether it is at the centre, or kept here."""
        return template_id in self._known or self.is_written(template_id)

    def words(self, template_id: str) -> WriteTemplate | None:
        """Return what stands in the form of this template; None where there is no such."""
        draft, known = self.drafts().get(template_id), self._known.get(template_id)
        return draft or (as_written(known) if known is not None else None)

    def keep(self, template_id: str, draft: WriteTemplate) -> bool:
        """Keep what was typed, unless it is what the centre has; False where the store took nothing."""
        known = self._known.get(template_id)
        try:
            if known is not None and draft == as_written(known):
                self._drafts.drop(template_id)
            else:
                self._drafts.keep(template_id, draft)
        except StoreError as failure:  # locked meanwhile, or a full disk: typing goes on
            _log.warning("draft of a template not kept: %s", failure.code)
            return False
        return True

    def forget(self, template_id: str) -> None:
        """Drop what was typed: the centre has it, or nobody wants it."""
        try:
            self._drafts.drop(template_id)
        except StoreError as failure:
            _log.warning("draft of a template not dropped: %s", failure.code)


def blank(keeps: tuple[str | None, ...]) -> WriteTemplate:
    """Return an empty template of whom one writes for first."""
    return WriteTemplate(keeps[0] if keeps else None, USES[0].value, None, LANGUAGES[0], "", "")


def as_written(template: Template) -> WriteTemplate:
    """Return a template as its writer would send it unchanged."""
    return WriteTemplate(
        template.unit, template.command, template.state, template.language, template.title, template.text,
        template.category, template.version,
    )  # fmt: skip


def _as_template(template_id: str, draft: WriteTemplate) -> Template:
    """What is being written, as the shelf shows it."""
    title = draft.title or translate("Templates", "(no name yet)")
    return Template(
        template_id, draft.state, draft.language, title, draft.text, draft.category, draft.command, draft.unit
    )
