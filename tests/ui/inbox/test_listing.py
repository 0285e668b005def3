"""Rows come with an answer, one of them is current, and whoever types on is not led to the first of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.store.inbox_rows import InboxRow
from tests.ui.seated import Workplace
from ui.inbox.inbox_list import InboxList
from ui.inbox.inbox_source import FIRST
from ui.inbox.index_changes import changes
from ui.inbox.listing import Listing
from ui.tasks import Tasks
from ui.vocabulary.row_text import RowText, row_text

_ALL = InboxQuery(filter=QuickFilter.ALL)
_PATIENCE_MS = 20_000


@pytest.fixture
def listing(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Listing:
    view = InboxList()
    qtbot.addWidget(view)
    view.resize(400, 600)
    names, now = workplace.names, workplace.clock.now()

    def words(rows: Sequence[InboxRow]) -> list[RowText]:
        return [row_text(row, names, now, names.calendar) for row in rows]

    return Listing(workplace.store.inbox, tasks, words, view)


def test_an_answer_is_told_and_its_first_report_opened_when_the_person_goes_on(
    listing: Listing,
) -> None:
    told, stepped = list[int](), list[str]()
    listing.answered.connect(told.append)
    listing.stepped.connect(stepped.append)
    listing.ask(_ALL)
    assert told == [listing.count] == [FIRST]
    assert stepped == [], "a person may be typing"
    listing.go_on()
    assert stepped == [listing.current_id()]
    listing.go_on()
    assert len(stepped) == 1


def test_who_pauses_is_led_to_the_first_report(listing: Listing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listing.stepped, timeout=_PATIENCE_MS):
        listing.ask(_ALL)


def test_a_report_is_found_by_its_id_and_the_one_after_it(listing: Listing) -> None:
    listing.ask(_ALL)
    third, fourth = listing.model.report_id(2), listing.model.report_id(3)
    assert third is not None
    listing.select(third)
    assert listing.current_id() == third
    assert listing.following(third) == fourth
    assert listing.following("no-such-report") is None
    assert [listing.beside(third, by) for by in (1, -1)] == [fourth, listing.model.report_id(1)]
    assert listing.beside(str(listing.model.report_id(0)), -1) is None
    assert listing.beside("no-such-report", 1) is None


def test_one_that_is_not_listed_becomes_current_when_it_comes(
    listing: Listing, workplace: Workplace, qtbot: QtBot
) -> None:
    inbox = workplace.store.inbox
    [last] = inbox.rows(inbox.ids(_ALL)[-1:])
    wanted = last.id
    listing.ask(_ALL)
    listing.select(wanted)
    assert listing.current_id() != wanted, "only the first screens are there"
    qtbot.waitUntil(lambda: listing.current_id() == wanted, timeout=_PATIENCE_MS)


def test_after_the_lock_there_is_nothing_to_tell(listing: Listing, workplace: Workplace) -> None:
    listing.ask(_ALL)
    report_id = listing.current_id()
    assert report_id is not None
    workplace.store.close()
    listing.renew()
    assert listing.current_id() is None
    assert listing.following(report_id) is None


def test_beside_a_report_that_left_the_list_is_what_took_its_place(listing: Listing) -> None:
    listing.ask(_ALL)
    above, gone, after = (listing.model.report_id(row) for row in (1, 2, 3))
    assert gone is not None
    listing.select(gone)
    ids = listing.model.ids
    listing.model.follow(changes(ids, ids[:2] + ids[3:]))
    listing.view.settle()
    assert [listing.beside(gone, by) for by in (-1, 1)] == [above, after]
