"""A toast offers undo once, lies at the foot of its view, and takes a former one's place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme import Scheme, Theme, current
from ui.widgets.toast import Toast

LONG_MS = 60_000


class LayoutWatch(QObject):
    """Notes that a view is laid out anew."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.asked = 0
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what asks for a layout."""
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return False


def toast(qtbot: QtBot) -> tuple[Toast, QWidget]:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return Toast(view), view


def button(made: Toast) -> QPushButton:
    found = made.findChild(QPushButton, "toast.undo")
    assert found is not None
    return found


def test_undo_is_done_at_most_once(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", LONG_MS, lambda: done.append("undone"))
    assert made.can_undo()
    button(made).click()
    made.undo()
    assert done == ["undone"]
    assert made.isHidden()


def test_it_goes_by_itself_and_undo_with_it(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", 1, lambda: done.append("undone"))
    qtbot.waitUntil(made.isHidden)
    made.undo()
    assert done == []
    assert not made.can_undo()


def test_a_second_toast_takes_the_first_one_s_undo(qtbot: QtBot) -> None:
    made, _view = toast(qtbot)
    done: list[str] = []
    made.say("Accepted.", LONG_MS, lambda: done.append("first"))
    made.say("Note added.", LONG_MS)
    assert button(made).isHidden()
    made.undo()
    assert done == []


def test_it_stays_at_the_foot_of_its_view(qtbot: QtBot) -> None:
    made, view = toast(qtbot)
    made.say("Accepted.", LONG_MS)
    view.resize(300, 900)
    place = made.geometry().translated(made.mapTo(view, QPoint()))
    assert view.rect().contains(place)
    assert place.width() > place.height()
    assert place.bottom() > 700


def test_it_comes_without_the_view_being_laid_out_anew(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    layout = QVBoxLayout(view)
    layout.addWidget(QLabel("Báo cáo"))
    made = Toast(view)
    view.show()
    QApplication.processEvents()
    watch = LayoutWatch(view)
    made.say("Accepted.", LONG_MS, lambda: None)
    QApplication.processEvents()
    made.hide()
    QApplication.processEvents()
    assert watch.asked == 0
    assert view.childAt(view.rect().center()) is not made


def test_a_long_sentence_goes_on_in_a_further_line(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(300, 300)
    toast = Toast(view)
    view.show()
    toast.say("Đã ghi", 20_000)
    short = toast.height()
    toast.say(
        "Đã ghi 1.000.000 dòng: /home/an/Tài liệu/Báo cáo quý IV/Danh sách phản ánh quá hạn.xlsx", 20_000
    )
    assert toast.width() <= view.width()
    assert toast.height() > short


def field_and_toast(qtbot: QtBot) -> tuple[Toast, QWidget, QVBoxLayout]:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 400)
    column = QVBoxLayout(view)
    column.addWidget(QTextBrowser(view), 1)
    made = Toast(view)
    view.show()
    made.say("Accepted.", LONG_MS, lambda: None)
    return made, view, column


def lies(made: Toast, view: QWidget) -> QRect:
    return QRect(made.mapTo(view, QPoint()), made.size())


def test_a_panel_that_is_opened_beneath_pushes_it_away(qtbot: QtBot) -> None:
    made, view, column = field_and_toast(qtbot)
    before = lies(made, view)
    field = QPlainTextEdit(view)
    field.setFixedHeight(200)
    column.addWidget(field)
    qtbot.waitUntil(lambda: field.height() == 200 and field.y() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: not lies(made, view).intersects(field.geometry()), timeout=20_000)
    assert before.intersects(field.geometry())
    assert view.rect().contains(lies(made, view))
    column.removeWidget(field)
    field.hide()
    qtbot.waitUntil(lambda: lies(made, view) == before, timeout=20_000)


def test_what_is_scrolled_under_it_pushes_it_away_too(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(400, 300)
    area, page = QScrollArea(view), QWidget()
    page.resize(380, 900)
    field = QLineEdit(page)
    field.setGeometry(0, 300, 380, 60)
    area.setWidget(page)
    area.setGeometry(view.rect())
    made = Toast(view)
    view.show()
    made.say("Accepted.", LONG_MS)
    QApplication.processEvents()
    first = lies(made, view)
    area.verticalScrollBar().setValue(300 - first.top())
    under = QRect(field.mapTo(view, QPoint()), field.size())
    assert under.intersects(first)
    qtbot.waitUntil(lambda: not lies(made, view).intersects(under), timeout=20_000)


def test_it_has_a_ground_and_a_frame_over_what_is_written_beneath(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp, Scheme.LIGHT)
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 400)
    beneath = QLabel(view)
    beneath.setGeometry(view.rect())
    beneath.setPixmap(filled(view.size()))
    made = Toast(view)
    view.show()
    made.say("Đã duyệt và ký: 1.", LONG_MS, lambda: None)
    place = QRect(made.mapTo(view, QPoint()), made.size())
    picture = view.grab().toImage()
    colours = current().colours
    seen = {picture.pixelColor(x, place.center().y()).name() for x in range(place.left(), place.right() + 1)}
    assert RED not in seen
    assert {colours.raised.lower(), colours.control_border.lower()} <= seen


RED = "#ff0000"


def filled(size: QSize) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(QColor(RED))
    return picture
