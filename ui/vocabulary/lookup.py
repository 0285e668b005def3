"""A report found by its code, among those on this computer."""

from __future__ import annotations

from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.search_syntax import SearchSyntax

_MOST = 20


def report_by_code(inbox: Inbox, code: str) -> str | None:
    """Return the id of the report with exactly this code, in capitals or not; None when it is not here."""
    try:
        found = inbox.rows(inbox.ids(InboxQuery(search=f'ma:"{code}"'), _MOST))
    except SearchSyntax:
        return None
    return next((row.id for row in found if row.code.casefold() == code.casefold()), None)
