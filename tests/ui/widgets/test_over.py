"""A dialog goes with whoever asked for it, with all that Qt opened in it, also out of a loop of Qt's own."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.over import open_over, outermost


def place(qtbot: QtBot) -> tuple[QStackedWidget, QWidget]:
    """A page with a widget in it, beside another page."""
    pages, page = QStackedWidget(), QWidget()
    qtbot.addWidget(pages)
    QVBoxLayout(page).addWidget(QWidget(page))
    pages.addWidget(page)
    pages.addWidget(QWidget())
    pages.show()
    return pages, page.findChildren(QWidget)[0]


class News(QObject):
    """As the bridge tells of a lock: by an event of the loop that runs."""

    locked = Signal()


def test_it_opens_without_waiting_and_deletes_itself(qtbot: QtBot) -> None:
    _, asker = place(qtbot)
    dialog = QDialog(asker.window())
    open_over(dialog, asker)
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_another_page_puts_it_away(qtbot: QtBot) -> None:
    pages, asker = place(qtbot)
    dialog = QDialog(asker.window())
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    open_over(dialog, asker)
    pages.setCurrentIndex(1)
    assert not dialog.isVisible()
    assert answers == [QDialog.DialogCode.Rejected.value]
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_whoever_asked_and_is_deleted_leaves_no_dialog(qtbot: QtBot) -> None:
    pages, asker = place(qtbot)
    dialog = QDialog(pages)
    open_over(dialog, asker)
    shiboken6.delete(asker)
    assert not dialog.isVisible()


def test_a_window_over_the_page_takes_its_dialog_along(qtbot: QtBot) -> None:
    pages, asker = place(qtbot)
    above = QWidget(asker)
    above.setWindowFlag(above.windowFlags().Window)
    above.show()
    dialog = QDialog(outermost(above))
    open_over(dialog, above)
    assert dialog.parentWidget() is pages
    assert dialog.windowHandle().transientParent() is above.windowHandle()
    pages.setCurrentIndex(1)
    assert not dialog.isVisible()
    above.hide()


def test_a_loop_within_it_returns_into_something_that_is_there(qtbot: QtBot) -> None:
    """Qt's own dialog waits in a loop while a box of its is open; the lock comes just then."""
    pages, asker = place(qtbot)
    page = asker.parentWidget()
    assert page is not None
    dialog = QDialog(asker.window())
    open_over(dialog, asker)
    box = QMessageBox(dialog)
    box.addButton(QMessageBox.StandardButton.Ok)
    seen: list[bool] = []

    news = News()

    def lock() -> None:
        pages.setCurrentIndex(1)
        page.deleteLater()
        seen.append(dialog.isVisible() or box.isVisible())

    def wait_in_box() -> None:
        news.locked.emit()
        box.exec()
        seen.append(shiboken6.isValid(dialog) and shiboken6.isValid(box))

    news.locked.connect(lock, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(0, wait_in_box)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [False, True]
    qtbot.waitUntil(lambda: not shiboken6.isValid(page) and not shiboken6.isValid(dialog))
