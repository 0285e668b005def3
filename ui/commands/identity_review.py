"""What in a report may tell who somebody is, to be hidden or kept, and what the public then reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.masking import MASK, Decision, identity_spans
from ui.commands.identity_row import IdentityRow
from ui.language import translate
from ui.theme import SPACING, current
from ui.vocabulary.markup import paragraphs
from ui.widgets.fields import OwnField
from ui.widgets.role import set_role
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.wrapped_text import wrap

_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Told:
    """Words that the public may come to read: the field of their decisions, and how a person calls it."""

    field: str
    caption: str
    text: str


class _Places(QWidget):
    """Gives the keyboard on to the first place; a focus proxy would hide the button above from Tab."""

    begin_with: QWidget | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first place."""
        super().focusInEvent(event)
        if self.begin_with is not None:
            self.begin_with.setFocus(event.reason())


class IdentityReview(OwnField):
    """A line for each place found, with both choices; nothing is chosen until a person does."""

    def __init__(self, told: Sequence[Told], parent: QWidget | None = None) -> None:
        self._told = told
        found = [(each, span) for each in told for span in identity_spans(each.text)]
        page = _Places()
        page.setObjectName("panel.verify.identity")
        self.rows = [IdentityRow(each.field, each.caption, each.text, span, page) for each, span in found]
        super().__init__("decisions", translate("Verify", "What may tell who somebody is"), page, parent)
        self._label.hide()
        self._heading, self._public = QLabel(page), QLabel(page)
        self._all = QPushButton(translate("Verify", "Hide all"), page)
        self._all.setObjectName("panel.verify.hideAll")
        self._all.setAccessibleName(translate("Verify", "Hide all that was found"))
        self._all.setVisible(bool(self.rows))
        self._all.clicked.connect(self.hide_all)
        self._lay_out(page)
        for row in self.rows:
            row.decided.connect(self._decided)
        page.begin_with = self.rows[0] if self.rows else None
        self._say()

    def value(self) -> tuple[Decision, ...]:
        """Return the decisions made so far."""
        made = (row.decision() for row in self.rows)
        return tuple(one for one in made if one is not None)

    def restore(self, value: object) -> None:
        """Choose again what was chosen; a place that is no longer there is passed over."""
        made = value if isinstance(value, tuple) else ()
        known = {(one.field, one.start, one.end): one.hide for one in made if isinstance(one, Decision)}
        for row in self.rows:
            if row.place in known:
                row.choose(hide=known[row.place])

    @Slot()
    def hide_all(self) -> None:
        """Hide every place found."""
        for row in self.rows:
            row.choose(hide=True)

    def undecided(self) -> IdentityRow | None:
        """Return the first place that waits for a choice."""
        return next((row for row in self.rows if row.decision() is None), None)

    def _lay_out(self, page: QWidget) -> None:
        head = QHBoxLayout()
        wrap(self._heading)
        head.addWidget(self._heading, 1)
        head.addWidget(self._all)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.tight)
        column.addLayout(head)
        if self.rows:
            column.addWidget(self._list())
        else:
            self._public.hide()  # without a place of its own it would lie over the heading

    def _list(self) -> ScrollPage:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACING.small, 0)
        column.setSpacing(SPACING.tight)
        for row in self.rows:
            column.addWidget(row)
        caption = QLabel(translate("Verify", "The public will read:"), inside)
        caption.setProperty("role", "muted")
        column.addWidget(caption)
        self._public.setTextFormat(Qt.TextFormat.RichText)
        self._public.setAccessibleName(translate("Verify", "What the public will read"))
        wrap(self._public)
        column.addWidget(self._public)
        scroll = ScrollPage("panel.verify.text", self)
        scroll.setAccessibleName(translate("Verify", "Places found, with their choices"))
        scroll.setFixedHeight(_HEIGHT)
        scroll.show_page(inside)
        return scroll

    @Slot()
    def _decided(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """Say how many places wait, and show what the public would read now."""
        left = sum(row.decision() is None for row in self.rows)
        self._heading.setText(_heading(len(self.rows), left))
        set_role(self._heading, "danger" if left else "good")
        self._all.setEnabled(left > 0)
        self._public.setText("<br>".join(_public(each, self.rows) for each in self._told))


def _heading(found: int, left: int) -> str:
    if not found:
        return translate("Verify", "Nothing was found that looks like an identity. Read it all the same.")
    if left:
        words = translate("Verify", "May tell who somebody is: {found}. Still to decide: {left}")
        return words.format(found=found, left=left)
    return translate("Verify", "All {found} places are decided.").format(found=found)


def _public(told: Told, rows: Sequence[IdentityRow]) -> str:
    """The words as they would be published; what waits for a choice stands out."""
    parts, last = [], 0
    for row in rows:
        field, start, end = row.place
        if field == told.field:
            parts += [paragraphs(told.text[last:start]), _shown(told.text[start:end], row.decision())]
            last = end
    return "".join([*parts, paragraphs(told.text[last:])])


def _shown(found: str, decision: Decision | None) -> str:
    if decision is None:
        colour = current().colours.danger
        return f'<span style="color:{colour};text-decoration:underline">{escape(found)}</span>'
    return MASK if decision.hide else escape(found)
