"""Publishing needs the tick; the payload is bound to what was shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.triage.report_files import ReportFile
from tests.support.widgets import child
from tests.ui.seated import Workplace
from ui.publication.publish_preview import PublishPreview
from ui.widgets.notice import Notice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 688)
    return made


def opened(workplace: Workplace, window: QWidget) -> tuple[PublishPreview, QCheckBox, QPushButton]:
    report = workplace.first("approved", mine=False)
    preview = PublishPreview(report, "<p>Trang của <b>dân</b></p>", workplace.names, window)
    preview.open()
    tick, button = (
        preview.findChild(QCheckBox, "publish.seen"),
        preview.findChild(QPushButton, "publish.confirm"),
    )
    assert tick is not None
    assert button is not None
    return preview, tick, button


def test_without_the_tick_nothing_goes_out(workplace: Workplace, window: QWidget, qtbot: QtBot) -> None:
    preview, _tick, button = opened(workplace, window)
    assert not button.isEnabled()
    button.click()
    QTest.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert preview.result() == 0
    assert preview.isVisible()
    assert not preview.payload().preview_seen


def test_with_the_tick_it_is_bound_to_the_content_shown(
    workplace: Workplace, window: QWidget, qtbot: QtBot
) -> None:
    preview, tick, button = opened(workplace, window)
    tick.setChecked(True)
    with qtbot.waitSignal(preview.accepted):
        button.click()
    answer = workplace.first("approved", mine=False).answer
    assert answer is not None
    assert preview.payload().content_sha256 == answer.content_sha256
    assert preview.payload().preview_seen


def test_the_page_is_shown_as_it_will_be(workplace: Workplace, window: QWidget, qtbot: QtBot) -> None:
    preview, _tick, _button = opened(workplace, window)
    page = preview.findChild(QTextBrowser, "publish.page")
    assert page is not None
    assert page.toPlainText() == "Trang của dân"
    assert preview.isModal()


@pytest.mark.parametrize("by_policy", [False, True])
def test_an_approver_learns_that_both_roles_are_recorded(
    workplace: Workplace, window: QWidget, qtbot: QtBot, by_policy: bool
) -> None:
    report = workplace.first("approved", mine=False)
    preview = PublishPreview(report, "<p>x</p>", workplace.names, window, by_policy=by_policy)
    told = [each.text() for each in preview.findChildren(QLabel, "publish.both")]
    assert any("both roles" in words for words in told) is by_policy
    assert not child(preview, QPushButton, "publish.confirm").isEnabled(), (
        "the page is looked at all the same"
    )


def test_esc_publishes_nothing(workplace: Workplace, window: QWidget, qtbot: QtBot) -> None:
    preview, tick, _button = opened(workplace, window)
    tick.setChecked(True)
    with qtbot.waitSignal(preview.rejected):
        QTest.keyClick(preview, Qt.Key.Key_Escape)


def test_nobody_can_say_to_have_seen_photos_that_are_still_to_come(
    workplace: Workplace, window: QWidget, qtbot: QtBot
) -> None:
    report = workplace.first("approved", mine=False)
    file = ReportFile("i", "ab", "a.jpg", "image/jpeg", 9, "An", report.received_at, has_thumbnail=False)
    page = '<p>Trang</p><img src="picture:ab" width="340">'
    preview = PublishPreview(report, page, workplace.names, window, [file])
    preview.open()
    tick, told = child(preview, QCheckBox, "publish.seen"), child(preview, Notice, "publish.pictures")
    assert not tick.isEnabled()
    assert told.title() == "Photos still to come: 1"
    preview.show_fault("This photo is not on this computer yet.", "Wait.")
    assert not tick.isEnabled()
    image = QImage(340, 200, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.red)
    preview.show_picture("ab", image)
    assert tick.isEnabled()
    assert told.title() == ""
    shown = child(preview, QTextBrowser, "publish.page").grab().toImage()
    assert shown.pixelColor(100, 120) == Qt.GlobalColor.red
    preview.show_picture("another", image)  # of nothing on this page
    preview.reject()
