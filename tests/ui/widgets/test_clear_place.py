"""What lies over a view leaves free what one writes in, presses and scrolls, as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.clear_place import clear_place, pages_in

SIZE, FOOT = QSize(200, 40), 60


def a_view(qtbot: QtBot, width: int = 400, height: int = 400) -> tuple[QWidget, QWidget]:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(width, height)
    over = QWidget(view)
    return view, over


def put(part: QWidget, x: int, y: int, width: int, height: int) -> QRect:
    part.setGeometry(x, y, width, height)
    return QRect(x, y, width, height)


def place(view: QWidget, over: QWidget) -> QRect:
    view.show()
    return QRect(clear_place(view, SIZE, FOOT, over), SIZE)


def test_with_nothing_in_the_way_it_lies_at_the_foot_in_the_middle(qtbot: QtBot) -> None:
    view, over = a_view(qtbot)
    put(QTextBrowser(view), 0, 0, 400, 400)
    put(QLabel("Báo cáo", view), 100, 300, 200, 40)
    assert place(view, over) == QRect(QPoint(100, 300), SIZE)


def test_it_goes_above_a_field_or_a_button_that_is_there(qtbot: QtBot) -> None:
    for part in (QLineEdit, QPushButton):
        view, over = a_view(qtbot)
        field = put(part(view), 0, 310, 400, 30)
        found = place(view, over)
        assert not found.intersects(field)
        assert field.top() - found.bottom() < 20


def test_it_goes_aside_where_only_one_half_is_taken(qtbot: QtBot) -> None:
    view, over = a_view(qtbot, 800)
    left = put(QLineEdit(view), 0, 0, 450, 400)
    found = place(view, over)
    assert not found.intersects(left)
    assert found.top() == 300


def test_a_form_that_scrolls_and_a_card_are_left_free_as_a_whole(qtbot: QtBot) -> None:
    view, over = a_view(qtbot)
    card = QFrame(view)
    card.setProperty("role", "card")
    taken = [put(card, 0, 150, 400, 50), put(QScrollArea(view), 0, 200, 400, 200)]
    assert not any(map(place(view, over).intersects, taken))


def test_a_card_gives_way_before_a_page_that_scrolls_and_that_before_a_field(qtbot: QtBot) -> None:
    view, over = a_view(qtbot, height=200)
    card = QFrame(view)
    card.setProperty("role", "card")
    read = put(card, 0, 0, 400, 80)
    scrolled = put(QScrollArea(view), 0, 80, 400, 120)
    assert read.contains(place(view, over))
    field = QLineEdit(card)
    put(field, 0, 0, 400, 80)
    field.show()
    found = place(view, over)
    assert not found.intersects(read)
    assert scrolled.contains(found)


def test_what_is_hidden_or_scrolled_away_is_in_nobodys_way(qtbot: QtBot) -> None:
    view, over = a_view(qtbot)
    hidden = QLineEdit(view)
    put(hidden, 0, 300, 400, 40)
    hidden.hide()
    window = QWidget(view)
    put(window, 0, 0, 50, 400)
    put(QLineEdit(window), 0, 300, 400, 40)  # shown as far as its parent reaches
    assert place(view, over) == QRect(QPoint(100, 300), SIZE)


def test_where_nothing_is_free_it_covers_as_little_as_it_can(qtbot: QtBot) -> None:
    view, over = a_view(qtbot, height=120)
    put(QPushButton(view), 0, 0, 400, 60)
    put(QPushButton(view), 0, 90, 400, 30)
    found = place(view, over)
    assert view.rect().contains(found)
    assert 40 <= found.top() <= 70


def test_pages_that_scroll_are_found_while_they_are_on_show(qtbot: QtBot) -> None:
    view, _over = a_view(qtbot)
    shown, hidden = QScrollArea(view), QScrollArea(view)
    pages = [QWidget(), QWidget()]
    shown.setWidget(pages[0])
    hidden.setWidget(pages[1])
    hidden.hide()
    view.show()
    assert list(pages_in(view)) == [pages[0]]
