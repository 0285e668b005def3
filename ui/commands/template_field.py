"""A line that finds a template by a few letters of its name or words, and puts it into the text below.

Enter inserts; what was written stays. The first blank is selected, so that one writes over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.organisation import UnknownUnit
from desktop_app.domain.templates import Template, open_places
from desktop_app.domain.workflow import Command
from desktop_app.triage.templates import Names as TemplateNames
from desktop_app.triage.templates import UnknownSlot, filled, fitting
from ui.commands.context import PanelContext
from ui.language import Language, current, translate
from ui.vocabulary.house_style import written_in
from ui.widgets.fields import TextField
from ui.widgets.name_field import NameField

_MOST: Final = 6


class TemplateField(NameField):
    """Inserts into ``target``; ``fresh`` tells whether a text there may be replaced whole."""

    unusable = Signal(object)
    """A template was not used; why."""
    inserted = Signal()
    is_wide = True

    def __init__(
        self,
        context: PanelContext,
        offered: Sequence[Template],
        target: TextField,
        fresh: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        label = translate("Answer", "Insert a template: type its words, or ↓ ({count})")
        said = label.format(count=len(offered))
        super().__init__(
            "template",
            said,
            [(each.id, _title(context, each)) for each in offered],
            parent,
            also={each.id: each.text for each in offered},
            most=_MOST,
        )
        self._label.hide()
        self.editor.setPlaceholderText(said)
        self._context, self._target, self._fresh = context, target, fresh
        self._offered = {each.id: each for each in offered}
        self.taken.connect(self._insert)

    def left(self) -> None:
        """Leaving the line inserts nothing: words that nobody asked for would stand in an answer."""
        self.put_away()
        self.restore("")

    def insert(self, template_id: str) -> None:
        """Insert the template ``template_id``."""
        self.restore(template_id)
        self._insert()

    @Slot()
    def _insert(self) -> None:
        template = self._offered.get(self.value())
        self.restore("")
        if template is None:
            return
        try:
            words = filled(template.text, self._context.report, self._known(written_in(template.language)))
        except UnknownSlot as error:
            self.unusable.emit(error)
            return
        if self._fresh(self._target.value()):
            self._target.restore(words)
            self._target.editor.moveCursor(self._target.editor.textCursor().MoveOperation.End)
        else:
            self._target.editor.insertPlainText(words)
        self.inserted.emit()
        if not select_open_place(self._target):
            self._target.editor.setFocus()

    def _known(self, written: Language) -> TemplateNames:
        report, names = self._context.report, self._context.names
        unit = names.unit(self._context.publisher_unit, written)
        return TemplateNames(
            unit, names.address(report.place, written), names.category(report.category, written)
        )


def select_open_place(field: TextField) -> bool:
    """Select the first place in ``field`` that nobody filled, and go there; tell whether there is one."""
    text = field.editor.toPlainText()
    first = next(iter(open_places(text)), None)
    if first is None:
        return False
    cursor = field.editor.textCursor()
    cursor.setPosition(_units(text[: first.begins]))
    cursor.setPosition(_units(text[: first.ends]), cursor.MoveMode.KeepAnchor)
    field.editor.setTextCursor(cursor)
    field.editor.setFocus()
    return True


def template_field(
    context: PanelContext, command: Command, target: TextField, fresh: Callable[[str], bool] | None = None
) -> TemplateField | None:
    """Return the field for the templates that fit, or None where there are none.

    Without ``fresh`` a text that is as it was at the start, or empty, is replaced.
    """
    opening = target.value()
    offered = offered_for(context, command)
    return (
        TemplateField(context, offered, target, fresh or (lambda text: text.strip() in {"", opening.strip()}))
        if offered
        else None
    )


def offered_for(context: PanelContext, command: Command) -> list[Template]:
    """Return the templates for ``command`` on the report: those of the writer's units first."""
    names, report = context.names, context.report
    category = names.category_of(report.category)
    return fitting(
        names.templates(),
        command,
        report,
        above=category.parent if category else None,
        units=_upwards(context),
        screen=current().value,
    )


def _upwards(context: PanelContext) -> frozenset[str]:
    """The units whose words the writer uses: their own, the one that answers, and those above both."""
    tree, found = context.names.unit_tree(), set[str]()
    for unit in (context.actor.unit_id, context.publisher_unit):
        try:
            found |= {each.id for each in tree.path(unit)}
        except UnknownUnit:
            found.add(unit)
    return frozenset(found)


def _title(context: PanelContext, template: Template) -> str:
    whose = context.names.unit(template.unit) if template.unit else ""
    return f"{template.title} · {whose}" if whose else template.title


def _units(text: str) -> int:
    """The length of ``text`` as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
