"""The strip follows news and can be asked for more."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from desktop_app.news import Contact, Locked, LockReason, SyncStatus, TerminalStatus
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.language import Language, install
from ui.shell.status_strip import StatusStrip
from ui.theme import Scheme, Theme


@pytest.fixture
def strip(core: Core, bridge: Bridge, qtbot: QtBot) -> StatusStrip:
    made = StatusStrip(core, bridge)
    qtbot.addWidget(made)
    made.resize(1400, 32)
    made.show()
    return made


def text(strip: StatusStrip, name: str) -> str:
    label = strip.findChild(QLabel, name) or child(strip, QPushButton, name)
    assert label is not None
    return "" if label.isHidden() else label.text().strip()


def test_what_is_new_is_shown(strip: StatusStrip, core: Core, qtbot: QtBot) -> None:
    contact = core.clock.now() - timedelta(minutes=3)
    core.bus.publish(SyncStatus(Contact.ONLINE, contact, waiting=2, needs_person=1))
    qtbot.waitUntil(lambda: text(strip, "strip.contact") == "Connected")
    assert text(strip, "strip.age") == "data 3 min old"
    assert text(strip, "strip.waiting") == "waiting 2"
    assert text(strip, "strip.needsPerson") == "needs you 1"
    assert text(strip, "strip.reader") == "Reader: no card"


def test_before_anybody_signs_in_the_workstation_s_contact_counts(
    strip: StatusStrip, core: Core, qtbot: QtBot
) -> None:
    core.bus.publish(TerminalStatus(Contact.ONLINE, 0, None))
    qtbot.waitUntil(lambda: text(strip, "strip.contact") == "Connected")


def test_a_lock_forgets_the_person_s_counts(strip: StatusStrip, core: Core, qtbot: QtBot) -> None:
    core.bus.publish(SyncStatus(Contact.OFFLINE, core.clock.now(), waiting=2, needs_person=1))
    qtbot.waitUntil(lambda: text(strip, "strip.waiting") == "waiting 2")
    core.bus.publish(Locked(LockReason.PERSON))
    qtbot.waitUntil(lambda: text(strip, "strip.waiting") == "")
    assert text(strip, "strip.needsPerson") == ""
    assert text(strip, "strip.contact") == "Working offline"


@pytest.mark.parametrize(
    ("button", "signal"), [("strip.contact", "sync_asked"), ("strip.reader", "readers_asked")]
)
def test_a_click_asks_for_more(strip: StatusStrip, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(strip, signal)):
        qtbot.mouseClick(strip.findChild(QPushButton, button), Qt.MouseButton.LeftButton)


def test_language_changes_at_once(strip: StatusStrip, qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: text(strip, "strip.contact") == "Chưa kết nối")
    assert child(strip, QPushButton, "strip.contact").accessibleName() == "Chưa kết nối"


def test_a_missing_anchor_is_told_once_and_goes_with_the_person(
    core: Core, bridge: Bridge, qtbot: QtBot
) -> None:
    strip = StatusStrip(core, bridge)
    qtbot.addWidget(strip)
    anchor = child(strip, QLabel, "strip.anchor")
    assert anchor.isHidden()
    strip.show_missing_anchor(True)
    assert not anchor.isHidden()
    assert anchor.text() == "No CSCA for citizen cards"
    core.bus.publish(Locked(LockReason.PERSON))
    qtbot.waitUntil(anchor.isHidden)


def test_the_reader_s_words_give_way_to_what_waits(
    core: Core, bridge: Bridge, qtbot: QtBot, qapp: QApplication
) -> None:
    Theme(qapp, Scheme.LIGHT)
    window = QWidget()  # a strip that is a window itself would not become so narrow
    qtbot.addWidget(window)
    strip = StatusStrip(core, bridge, window)
    window.show()
    reader = child(strip, QPushButton, "strip.reader")
    strip.setGeometry(0, 0, 1400, 32)
    qtbot.waitUntil(lambda: reader.text() == " Reader: no card", timeout=20_000)
    strip.setGeometry(0, 0, strip.minimumSizeHint().width() + 4, 32)
    assert reader.text() == ""
    assert (reader.accessibleName(), reader.toolTip().split("\n")[0]) == ("Reader: no card",) * 2
    core.bus.publish(SyncStatus(Contact.OFFLINE, core.clock.now(), waiting=2, needs_person=1))
    qtbot.waitUntil(lambda: text(strip, "strip.waiting") == "waiting 2", timeout=20_000)
    strip.setGeometry(0, 0, 1400, 32)
    qtbot.waitUntil(lambda: reader.text() == " Reader: no card", timeout=20_000)
    qtbot.waitUntil(lambda: reader.width() >= reader.sizeHint().width(), timeout=20_000)
