"""Search: the inbox asked by what a person typed, with or without diacritics."""

from __future__ import annotations

from array import array

from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey


class Search:
    """Searches every report in the store."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def ids(
        self,
        text: str,
        sort: SortKey = SortKey.RECEIVED,
        limit: int | None = None,
        *,
        descending: bool = True,
    ) -> array[int]:
        """Return the row ids that ``text`` finds, newest first unless asked otherwise.

        Raises ``SearchSyntax``.
        """
        return self._inbox.ids(InboxQuery(QuickFilter.ALL, sort, descending, search=text), limit)
