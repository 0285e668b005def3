"""How a template reads: its slots filled from a report of this desk, its blanks marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop_app.domain.report import Report
from desktop_app.domain.templates import open_places, unknown_slots
from desktop_app.domain.workflow import Command, State
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.triage.templates import Names as TemplateNames
from desktop_app.triage.templates import filled
from ui.language import translate
from ui.templates.words import slot_word
from ui.theme import current
from ui.vocabulary.names import Names

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_LOOKED_AT = 40
"""Newest reports among which one in a fitting state is looked for."""


def sample(store: AccountStore, states: tuple[State, ...]) -> Report | None:
    """Return a report that the template could be used on: one in ``states``, else any; None without one."""
    try:
        rows = store.inbox.rows(store.inbox.ids(InboxQuery(), _LOOKED_AT))
        fitting = next((row for row in rows if row.state in states), next(iter(rows), None))
        return store.reports.get(fitting.id) if fitting else None
    except (StoreError, KeyError):
        return None


def rehearsed(text: str, report: Report | None, unit: str, names: Names) -> str:
    """Return markup: ``text`` as it comes out on ``report``; without one its slots in words."""
    if report is None or unknown_slots(text):
        return _marked(text)
    known = TemplateNames(unit, names.address(report.place), names.category(report.category))
    return _marked(filled(text, report, known))


def heading(report: Report | None, command: Command) -> str:
    """Return what is said over the rehearsal."""
    if report is None:
        return translate("Templates", "How it reads (no report is here to try it on)")
    if command is Command.SUBMIT:
        return translate("Templates", "How the answer to {code} begins").format(code=report.code)
    return translate("Templates", "How it reads on {code}").format(code=report.code)


def _marked(text: str) -> str:
    """Text as markup, what is left open in the accent's soft ground."""
    colours, said, at = current().colours, "", 0
    for place in open_places(text):
        slot = text[place.begins : place.ends]
        word = f"[{slot_word(slot[1:-1])}]" if slot.startswith("{") else slot
        said += escape(text[at : place.begins])
        said += (
            f'<span style="background:{colours.accent_soft}; color:{colours.accent}">'
            f"<b>&nbsp;{escape(word)}&nbsp;</b></span>"
        )
        at = place.ends
    return (said + escape(text[at:])).replace("\n", "<br>")
