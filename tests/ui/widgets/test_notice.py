"""A notice is there only while it has something to say, in its tone, with its one step."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.notice import Notice
from ui.widgets.tone import Tone


def test_a_notice_comes_and_goes(qtbot: QtBot) -> None:
    notice = Notice("notice")
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.say(Tone.DANGER, "The disk is full.", "Nothing is lost. Make room.")
    assert not notice.isHidden()
    assert (notice.title(), notice.accessibleName()) == ("The disk is full.",) * 2
    assert notice.accessibleDescription() == "Nothing is lost. Make room."
    icon, title = notice.findChildren(QLabel)[:2]
    assert title.property("role") == "danger"
    assert not icon.pixmap().isNull()
    notice.clear()
    assert notice.isHidden()
    assert notice.title() == ""


def test_the_step_is_told(qtbot: QtBot) -> None:
    notice = Notice("notice")
    qtbot.addWidget(notice)
    notice.say(Tone.CAUTION, "Changed meanwhile.", action="Compare")
    button = notice.findChild(QPushButton, "notice.action")
    assert button is not None
    with qtbot.waitSignal(notice.asked):
        button.click()


def test_an_icon_of_its_own_is_there_in_every_tone(qtbot: QtBot) -> None:
    class Bolt(Notice):
        def icon_of(self, tone: Tone) -> str:
            return "bolt"

    notice = Bolt("notice")
    qtbot.addWidget(notice)
    for tone in Tone:
        notice.say(tone, "Vụ việc tức thời")
        notice.setPalette(notice.palette())
        assert not notice.findChildren(QLabel)[0].pixmap().isNull()


def test_the_icon_stands_beside_the_first_line(qtbot: QtBot) -> None:
    notice = Notice("notice")
    qtbot.addWidget(notice)
    notice.resize(600, 60)
    for remedy in ("", "Nothing is lost. Make room."):
        notice.say(Tone.CAUTION, "The disk is full.", remedy, "Look")
        notice.show()
        QApplication.processEvents()
        icon, title = notice.findChildren(QLabel)[:2]
        line = QFontMetrics(title.font()).height()
        middle = icon.mapTo(notice, QPoint(0, icon.height() // 2)).y()
        first = title.mapTo(notice, QPoint(0, line // 2)).y()
        assert abs(middle - first) <= 3, remedy
