"""Lists kept under a name: saved from a search, chosen in the sidebar, pinned, renamed, deleted, counted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.matters import MatterCommand
from desktop_app.domain.payloads import Nothing
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.saved_filters import FilterNotSaved, SavedFilter, as_shared, shared_lists
from desktop_app.store.search_syntax import SearchSyntax
from desktop_app.triage.arranging import Arranging
from ui.inbox.filters import Filters
from ui.inbox.inbox_pane import InboxPane
from ui.language import translate
from ui.tasks import Tasks
from ui.theme import TOAST_MS
from ui.vocabulary.query_words import filter_word
from ui.widgets.toast import Toast
from ui.wording import saying, sentence

_REST_MS = 1_000
"""Least time between two counts of every list."""


class Keeping(QObject):
    """Stands between the sidebar, the list and the store."""

    changed = Signal()
    """There are other lists, or other names."""

    def __init__(
        self,
        store: AccountStore,
        tasks: Tasks,
        filters: Filters,
        inbox: InboxPane,
        toast: Toast,
        arranging: Arranging | None = None,
        standing: Sequence[SavedFilter] = (),
    ) -> None:
        """``arranging`` shares lists with the unit; ``standing`` are the program's own."""
        super().__init__(inbox)
        self._store, self._tasks, self._arranging = store, tasks, arranging
        self._standing = standing
        self._filters, self._inbox, self._toast = filters, inbox, toast
        self._named: SavedFilter | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)
        self._asked_again = False
        self._lists: Sequence[SavedFilter] = ()
        inbox.keep_asked.connect(self._begin)
        inbox.naming.named.connect(self._take_name)
        inbox.naming.left.connect(inbox.focus_list)
        filters.pin_asked.connect(self._pin)
        filters.rename_asked.connect(self._rename)
        filters.delete_asked.connect(self._delete)
        filters.share_asked.connect(self._share)
        self.refresh()

    @property
    def lists(self) -> Sequence[SavedFilter]:
        """Every list kept, as the sidebar shows them."""
        return self._lists

    def refresh(self) -> None:
        """Show the lists there are and count them."""
        with suppress(StoreError):  # the desk is being locked
            self._lists = self._read()
        self._filters.show_saved(self._lists)
        self.changed.emit()
        self.count()

    @Slot(object)
    def follow(self, _news: object) -> None:
        """The directory changed: perhaps a colleague shares another list."""
        before = self._lists
        with suppress(StoreError):
            if self._read() != before:
                self.refresh()

    def _read(self) -> list[SavedFilter]:
        """Every list there is: the program's own, mine, my unit's; raise ``StoreError``."""
        unit = self._store.directory.shared_lists()
        return [*self._standing, *self._store.saved_filters.all(), *shared_lists(unit)]

    @Slot(object)
    def _share(self, saved: SavedFilter) -> None:
        """Share a list with the unit, or take it back; the centre tells everybody there."""
        if self._arranging is None:
            return
        if saved.shared_by:
            work = partial(self._arranging.send, MatterCommand.UNSHARE_LIST, Nothing(), saved.id)
            done = translate("Saved", "“{name}” is shared no longer.")
        else:
            work = partial(self._arranging.send, MatterCommand.SHARE_LIST, as_shared(saved))
            done = translate("Saved", "“{name}” is shared with your unit.")
        said = done.format(name=saved.name)
        self._tasks.run(work, lambda _id: self._toast.say(said, TOAST_MS), self._not_shared)

    def _not_shared(self, error: Exception) -> None:
        self._toast.say(str(sentence(error)), TOAST_MS)

    @Slot()
    def count(self) -> None:
        """Count every list off the main thread; a burst of news counts once, and once more after a rest."""
        if self._rest.isActive():
            self._asked_again = True
        elif self._lists:
            self._rest.start()
            lists, inbox = tuple(self._lists), self._store.inbox
            self._tasks.run(
                lambda: {each.id: _count(inbox, each.query) for each in lists},
                self._filters.show_saved_counts,
                lambda _error: None,
            )

    @Slot()
    def _rested(self) -> None:
        if self._asked_again:
            self._asked_again = False
            self.count()

    @Slot()
    def _begin(self) -> None:
        """Ask for the name of the list shown now; its search is the first proposal."""
        self._named = None
        query = self._inbox.query
        self._inbox.naming.ask(query.search or filter_word(query.filter))

    @Slot(str)
    def _take_name(self, name: str) -> None:
        filters = self._store.saved_filters
        try:
            if self._named is None:
                kept = filters.save(name, self._inbox.query)
            else:
                kept = filters.rename(self._named, name)
        except (FilterNotSaved, StoreError) as error:
            self._inbox.naming.show_problem(saying(error).title)
            return
        self._inbox.naming.close_up()
        self.refresh()
        self._inbox.choose(kept)

    @Slot(object)
    def _rename(self, saved: SavedFilter) -> None:
        self._named = saved
        self._inbox.naming.ask(saved.name)

    @Slot(object)
    def _pin(self, saved: SavedFilter) -> None:
        with suppress(StoreError):
            self._store.saved_filters.pin(saved, pinned=not saved.pinned)
        self.refresh()

    @Slot(object)
    def _delete(self, saved: SavedFilter) -> None:
        """Delete at once, with *Undo*; the reports themselves are untouched."""
        with suppress(StoreError):
            self._store.saved_filters.delete(saved)
        self.refresh()
        words = translate("Saved", "The list “{name}” is deleted.").format(name=saved.name)
        self._toast.say(words, TOAST_MS, lambda: self._restore(saved))

    def _restore(self, saved: SavedFilter) -> None:
        with suppress(StoreError):
            self._store.saved_filters.restore(saved)
        self.refresh()


def _count(inbox: Inbox, query: InboxQuery) -> int | None:
    """Return how many reports ``query`` finds; None where a name in it is gone from the directory."""
    try:
        return inbox.count(query)
    except SearchSyntax:
        return None
