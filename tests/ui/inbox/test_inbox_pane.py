"""The list pane: heading and count, filters, search and its end, order, news, empty and broken states."""

from __future__ import annotations

import threading
from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.habits import RowDetail
from desktop_app.store.inbox import FirstPage
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from tests.ui import city
from tests.ui.seated import Workplace
from ui.inbox.inbox_delegate import InboxDelegate
from ui.inbox.inbox_list import InboxList
from ui.inbox.inbox_model import ROW_TEXT
from ui.inbox.inbox_pane import InboxPane
from ui.inbox.index_changes import Insertion
from ui.inbox.search_field import SearchField
from ui.inbox.sort_button import SortButton
from ui.language import Language, install
from ui.tasks import Tasks
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane


@pytest.fixture
def pane(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> InboxPane:
    made = InboxPane(workplace.session, workplace.names, workplace.clock, tasks)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    made.choose(QuickFilter.MINE)
    return made


def part(pane: InboxPane, kind: type[QWidget], name: str) -> QWidget:
    found = pane.findChild(kind, name)
    assert isinstance(found, QWidget)
    return found


def heading(pane: InboxPane) -> str:
    label = part(pane, QLabel, "inbox.heading")
    assert isinstance(label, QLabel)
    return label.text()


def rows(pane: InboxPane) -> InboxList:
    found = part(pane, InboxList, "inbox.list")
    assert isinstance(found, InboxList)
    return found


def search(pane: InboxPane, text: str) -> None:
    field = part(pane, SearchField, "inbox.search")
    assert isinstance(field, SearchField)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_heading_says_what_and_how_many(pane: InboxPane, workplace: Workplace, qtbot: QtBot) -> None:
    count = workplace.store.inbox.counts()[QuickFilter.MINE]
    assert heading(pane) == f"Assigned to me · {count}"
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: heading(pane) == f"Giao cho tôi · {count}")


def test_a_search_without_diacritics_searches_everything(pane: InboxPane, qtbot: QtBot) -> None:
    told: list[object] = []
    pane.asked.connect(told.append)
    search(pane, "duong ba trieu")
    qtbot.waitUntil(lambda: heading(pane).startswith("Found ·") and not heading(pane).endswith(" 0"))
    assert told == [QuickFilter.ALL]
    assert "Bà Triệu" in rows(pane).model().index(0, 0).data()
    pane.choose(QuickFilter.UNIT)
    assert pane.query.search == ""
    assert heading(pane).startswith("My unit ·")


def test_the_filter_is_back_when_the_search_ends(pane: InboxPane, qtbot: QtBot) -> None:
    before = heading(pane)
    search(pane, "zzzz")
    empty = part(pane, StatePane, "inbox.empty")
    qtbot.waitUntil(empty.isVisible)
    assert empty.accessibleName() == "Nothing found"
    search(pane, "")
    assert heading(pane) == before


def test_an_operator_that_cannot_be_read_is_told_plainly(pane: InboxPane, qtbot: QtBot) -> None:
    search(pane, "han:abc")
    notice = part(pane, Notice, "inbox.notice")
    qtbot.waitUntil(notice.isVisible)
    assert notice.accessibleName() == "This is no day of the calendar."
    pane.choose(QuickFilter.ALL)
    assert notice.isHidden()


def test_an_order_is_asked_of_the_store(pane: InboxPane, workplace: Workplace) -> None:
    button = part(pane, SortButton, "inbox.sort")
    assert isinstance(button, SortButton)
    button.changed.emit(SortKey.CODE, True)
    expected = workplace.store.inbox.rows(workplace.store.inbox.ids(pane.query))[0]
    assert rows(pane).model().index(0, 0).data() == expected.title
    assert (pane.query.sort, pane.query.descending) == (SortKey.CODE, True)


def test_stepping_and_opening_tell_the_report(pane: InboxPane) -> None:
    told: list[tuple[str, str]] = []
    pane.stepped.connect(lambda key: told.append(("stepped", key)))
    pane.opened.connect(lambda key: told.append(("opened", key)))
    pane.focus_list()
    QTest.keyClick(rows(pane), Qt.Key.Key_Down)
    QTest.keyClick(rows(pane), Qt.Key.Key_Return)
    assert [kind for kind, _ in told] == ["stepped", "opened"]
    assert told[0][1] == told[1][1] == pane.current_id()


def test_news_repaints_its_row_and_keeps_the_place(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    rows(pane).go_to(4)
    report_id = pane.current_id()
    assert report_id is not None
    base = workplace.store.reports.base(report_id)
    with workplace.store.write() as tx:
        workplace.store.reports.put_base(tx, city.as_json(replace(base, title="Đổi tên", version=9)))
    pane.renew((report_id,))
    pane.ask_again()
    qtbot.waitUntil(lambda: "Đổi tên" in {rows(pane).model().index(row, 0).data() for row in range(6)})
    assert pane.current_id() == report_id


def test_a_report_is_selected_wherever_it_stands(pane: InboxPane, workplace: Workplace) -> None:
    pane.choose(QuickFilter.ALL)
    wanted = workplace.reports[-1].id
    pane.select(wanted)
    assert pane.current_id() == wanted


def test_a_report_that_is_not_listed_is_selected_when_it_comes(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    wanted = workplace.first("received", mine=False).id
    pane.select(wanted)
    assert pane.current_id() != wanted
    pane.choose(QuickFilter.ALL)
    qtbot.waitUntil(lambda: pane.current_id() == wanted, timeout=20_000)


def test_the_first_sync_shows_how_far_it_is(pane: InboxPane) -> None:
    pane.choose(QuickFilter.CONFLICT)
    empty = part(pane, StatePane, "inbox.empty")
    pane.show_progress(120, 480)
    assert empty.accessibleName() == "Loading the reports"
    assert empty.accessibleDescription() == "120 of 480"


def test_a_store_that_was_locked_paints_nothing(pane: InboxPane, workplace: Workplace) -> None:
    workplace.store.close()
    pane.refresh_words()
    assert rows(pane).model().index(0, 0).data() is None


def test_an_answer_after_the_lock_selects_nothing(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    unlisted = workplace.first("received", mine=False).id
    pane.select(unlisted)
    pane.ask_again()
    with qtbot.waitSignal(pane._listing.source.renewed, timeout=20_000):
        workplace.store.inbox.counts()
    workplace.store.close()
    pane._listing.source.renewed.emit([Insertion(0, array("q", [1]))])
    assert pane.current_id() != unlisted
    assert pane.following(unlisted) is None


def test_order_density_and_details_are_remembered(
    pane: InboxPane, workplace: Workplace, tasks: Tasks, qtbot: QtBot
) -> None:
    high = rows(pane).sizeHintForRow(0)
    pane._head.sort.changed.emit(SortKey.TITLE, True)
    pane._head.view.changed.emit(replace(pane._head.view.habits, dense=True, details=(RowDetail.CODE,)))
    assert rows(pane).sizeHintForRow(0) < high
    code = workplace.store.inbox.rows(workplace.store.inbox.ids(pane.query))[0].code
    model = rows(pane).model()
    assert code in model.index(0, 0).data(ROW_TEXT).detail
    again = InboxPane(workplace.session, workplace.names, workplace.clock, tasks)
    qtbot.addWidget(again)
    again.choose(QuickFilter.MINE)
    assert (again.query.sort, again.query.descending) == (SortKey.TITLE, True)
    assert rows(again).sizeHintForRow(0) < high


def test_groups_are_those_of_the_deadline_s_order(pane: InboxPane) -> None:
    pane._head.view.changed.emit(replace(pane._head.view.habits, grouped=True))
    seen: list[bool] = []
    for key in (SortKey.DUE, SortKey.CODE, SortKey.DUE):
        pane._head.sort.changed.emit(key, False)
        delegate = rows(pane).itemDelegate()
        seen.append(isinstance(delegate, InboxDelegate) and delegate.grouped)
    assert seen == [True, False, True]


def test_a_code_with_a_slip_is_put_right_by_one_click(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    code = workplace.first("in_progress").code
    search(pane, f"ma:{code}7")
    notice = part(pane, Notice, "inbox.notice")
    qtbot.waitUntil(lambda: notice.isVisible() and code in notice.accessibleDescription())
    assert notice.accessibleName() == f"There is no “{code}7”."
    assert notice.accessibleDescription() == f"Did you mean “{code}”?"
    button = part(pane, QPushButton, "inbox.notice.action")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: heading(pane) == "Found · 1")
    assert notice.isHidden()


def test_a_wrong_operator_is_told_with_the_right_one(pane: InboxPane, qtbot: QtBot) -> None:
    search(pane, "phuogn:x zzzz")
    notice = part(pane, Notice, "inbox.notice")
    qtbot.waitUntil(lambda: notice.accessibleDescription() == "Did you mean “phuong:”?")
    assert notice.accessibleName() == "There is no “phuogn:”."


@pytest.mark.parametrize(
    ("typed", "told", "help_"),
    [
        (
            "khu:duong",
            "“khu:” narrows no search: it was looked for as a word.",
            "What does: ma: phuong: linhvuc:",
        ),
        ("phuogn:duong -zzzz", "There is no “phuogn:”.", "Did you mean “phuong:”?"),
    ],
)
def test_a_word_that_looks_like_an_operator_is_told_whatever_it_finds(
    pane: InboxPane, qtbot: QtBot, typed: str, told: str, help_: str
) -> None:
    search(pane, typed)
    notice = part(pane, Notice, "inbox.notice")
    qtbot.waitUntil(lambda: notice.accessibleName() == told, timeout=20_000)
    assert notice.accessibleDescription().startswith(help_)
    search(pane, "duong")
    qtbot.waitUntil(notice.isHidden, timeout=20_000)


def test_phrases_and_what_is_left_out_narrow_the_list(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    def found(text: str) -> set[str]:
        search(pane, text)
        ids = workplace.store.inbox.ids(pane.query)
        qtbot.waitUntil(lambda: heading(pane) == f"Found · {len(ids)}", timeout=20_000)
        return {row.id for row in workplace.store.inbox.rows(ids)}

    title = workplace.first("in_progress").title
    first, second = title.split()[:2]
    both, phrase = found(f"{first} {second} "), found(f'"{first} {second}"')
    assert phrase <= both
    assert workplace.first("in_progress").id in phrase
    assert found(f'"{second} {first}"') < both
    assert found(f'{first} -"{first} {second}"') == found(f"{first} ") - phrase


def test_what_was_searched_for_is_remembered_and_marked(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot
) -> None:
    search(pane, "duong")
    qtbot.waitUntil(lambda: heading(pane).startswith("Found"))
    assert workplace.store.habits.read().recent == ("duong",)
    marked = []
    for text in ("duong", ""):
        search(pane, text)
        delegate = rows(pane).itemDelegate()
        marked.append(delegate.terms if isinstance(delegate, InboxDelegate) else None)
    assert marked == [("duong*",), ()]


def test_who_types_sees_what_is_found_and_the_first_is_opened_when_they_pause(
    pane: InboxPane, qtbot: QtBot
) -> None:
    field = part(pane, SearchField, "inbox.search")
    pane.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=20_000)
    opened: list[str] = []
    pane.stepped.connect(opened.append)
    QTest.keyClicks(field, "duong")
    qtbot.waitUntil(lambda: heading(pane).startswith("Found"), timeout=20_000)
    assert rows(pane).currentIndex().row() == 0
    assert not opened
    qtbot.waitUntil(lambda: opened == [pane.current_id()], timeout=20_000)
    opened.clear()
    QTest.keyClicks(field, " ba")
    qtbot.waitUntil(lambda: pane.query.search == "duong ba", timeout=20_000)
    qtbot.waitUntil(lambda: rows(pane).currentIndex().row() == 0, timeout=20_000)
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: opened == [pane.current_id()], timeout=20_000)


def test_what_is_not_final_yet_is_said_so(
    pane: InboxPane, workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, gate = workplace.store.inbox, threading.Event()
    whole = inbox.ids

    def later(query: InboxQuery, limit: int | None = None) -> array[int]:
        if limit is None:
            gate.wait(20)
        return whole(query, limit)

    likely = whole(InboxQuery(search="duong"))[::-1][:5]
    monkeypatch.setattr(inbox, "ids", later)
    monkeypatch.setattr(inbox, "first", lambda *_: FirstPage(likely, whole=False, sure=False))
    search(pane, "duong")
    qtbot.waitUntil(lambda: heading(pane) == "Found · 5+ · being sorted", timeout=20_000)
    monkeypatch.setattr(inbox, "first", lambda *_: FirstPage(array("q"), whole=False, sure=False))
    search(pane, "duong b")
    empty = part(pane, StatePane, "inbox.empty")
    qtbot.waitUntil(empty.isVisible, timeout=20_000)
    assert heading(pane) == "Found · 0+ · being sorted"
    gate.set()
    qtbot.waitUntil(
        lambda: heading(pane) == f"Found · {len(whole(InboxQuery(search='duong b')))}", timeout=20_000
    )
    assert rows(pane).isVisible()
