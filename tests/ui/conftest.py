"""Windows over a real core: virtual readers, a served small city, a bridge, English; people at a desk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from tests.journeys.workbench import Workbench, new_core, workbench
from tests.support.main_thread import bridged, working
from tests.support.patient_bot import PatientBot
from tests.support.window_guard import left_open
from tests.ui.seated import hire, seat, workplace
from ui.bridge import Bridge
from ui.language import Language, current, install
from ui.settings.preferences import Preferences
from ui.tasks import Tasks
from ui.theme import Theme, switch
from ui.widgets.folders import FOLDERS

__all__ = ["hire", "seat", "workplace"]


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The bot every test of windows waits with."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: object) -> Iterator[None]:
    """Fail when a window stays open behind the test."""
    yield
    if windows := left_open():
        pytest.fail(f"windows still open: {', '.join(windows)}", pytrace=False)


@pytest.fixture(autouse=True)
def look_of_its_own(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the program's look off again: the next test begins without colours, letters and style sheet."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    monkeypatch.setattr(switch, "_current", switch.current())
    yield
    for made in qapp.findChildren(Theme):
        made.deleteLater()
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(font)


@pytest.fixture(autouse=True)
def hands_off(qapp: QApplication) -> Iterator[None]:
    """Let go of keys and mouse and empty the clipboard: the application keeps what is held and copied."""
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    if qapp.mouseButtons() != Qt.MouseButton.NoButton:
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def no_folder_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin every question for a file where a new program does."""
    monkeypatch.setattr(FOLDERS, "_known", {})
    monkeypatch.setattr(FOLDERS, "_kept", None)


@pytest.fixture(autouse=True, scope="session")
def english_from_the_first(qapp: object) -> None:
    """Have the plurals and numbers of English, which ``english`` restores, before the first test too."""
    install(Language.ENGLISH)


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> Iterator[None]:
    """Speak English: the source texts."""
    if current() is not Language.ENGLISH:
        install(Language.ENGLISH)
    yield
    if current() is not Language.ENGLISH:
        install(Language.ENGLISH)


@pytest.fixture(autouse=True)
def no_audio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the sound library impossible to import: tests do not depend on the machine's audio."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    """A started core with two virtual readers, not enrolled."""
    with new_core(tmp_path) as (made, _readers, _heard):
        yield made


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A core beside a served small city, enrolled with it."""
    with workbench(tmp_path) as made:
        made.enrol()
        yield made


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Work off the main thread."""
    with working() as made:
        yield made


@pytest.fixture
def bridge(core: Core) -> Iterator[Bridge]:
    """News of ``core`` on the main thread."""
    with bridged(core.bus) as made:
        yield made


@pytest.fixture
def bench_bridge(bench: Workbench) -> Iterator[Bridge]:
    """News of the enrolled core on the main thread."""
    with bridged(bench.core.bus) as made:
        yield made


@pytest.fixture
def preferences(core: Core) -> Preferences:
    """The settings of ``core``."""
    return Preferences(core)
