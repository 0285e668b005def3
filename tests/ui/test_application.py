"""All windows over one core: they open, find each other, and close without a trace."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cardio.simulator import VirtualReaders
from desktop_app.core import Core
from desktop_app.news import Opened
from desktop_app.sandbox_process import SandboxProcess
from desktop_app.settings import Home
from desktop_app.store.errors import Corrupt
from ui import application as module
from ui import theme
from ui.application import Application, run
from ui.language import Language, current
from ui.training.environment import CITIZEN_READER, KIOSK_READER, Training

Maker = Callable[..., Application]


@pytest.fixture
def make(core: Core, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    monkeypatch.setattr(QApplication, "quit", lambda *_: None)
    gc.unfreeze()  # what the frame of the tests has set apart
    made: list[Application] = []

    def build(training: Training | None = None) -> Application:
        made.append(Application(core, training))
        return made[-1]

    yield build
    for each in made:
        each.close()
        for window in (each.main, each.kiosk, each.tray):
            if window is not None:
                shiboken6.delete(window)
        shiboken6.delete(each)


@pytest.fixture
def training(tmp_path: Path) -> Training:
    (tmp_path / "index.json").write_text("[]", encoding="utf-8")
    return Training(tmp_path, VirtualReaders(), SandboxProcess(tmp_path))


def test_it_speaks_the_language_of_the_settings(make: Maker, core: Core) -> None:
    make()
    assert core.settings.language == "vi"
    assert current() is Language.VIETNAMESE


def test_it_wears_the_appearance_of_the_settings_and_follows_a_change(make: Maker, core: Core) -> None:
    core.change_settings(scheme="dark", text_scale=125)
    made = make()
    assert (theme.current().scheme, theme.current().type.base) == (theme.Scheme.DARK, 18)
    made.preferences.change(scheme="light", text_scale=100)
    assert (theme.current().scheme, theme.current().type.base) == (theme.Scheme.LIGHT, 14)


def test_without_training_there_is_no_tray(make: Maker) -> None:
    made = make()
    made.show()
    assert made.tray is None
    assert made.main.isVisible()


def test_the_tray_stands_beside_and_its_other_readers_are_the_kiosk_s_and_the_citizens(
    make: Maker, training: Training, core: Core
) -> None:
    made = make(training)
    made.show()
    assert made.tray is not None
    assert made.tray.isVisible()
    assert core.settings.reader_roles == {KIOSK_READER: "attendance", CITIZEN_READER: "citizen"}


def test_the_kiosk_opens_once_and_records(make: Maker, core: Core) -> None:
    made = make()
    made.open_kiosk()
    first = made.kiosk
    made.open_kiosk()
    assert made.kiosk is first
    assert core.check_in.is_open
    made.close()
    assert not core.check_in.is_open


def test_closing_twice_is_nothing(make: Maker) -> None:
    made = make()
    made.show()
    made.close()
    made.close()
    assert not made.main.isVisible()


@pytest.mark.expects_log("not opened: Corrupt", level="ERROR")
@pytest.mark.parametrize("answer", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_files_that_do_not_open_are_told_in_one_sentence_over_the_window(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: Qt.Key
) -> None:
    core = Core(Home(tmp_path / "home"), [], use_keyring=False)
    told: list[str] = []

    def fail() -> None:
        raise Corrupt

    def read() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                told.append(box.text())
                QTest.keyClick(box, answer)

    monkeypatch.setattr(core, "start", fail)
    monkeypatch.setattr(module, "_application", lambda _arguments: QApplication.instance())
    reader = QTimer()
    reader.timeout.connect(read)
    reader.start(50)
    assert run(core) == 1
    reader.stop()
    assert len(told) == 1
    assert "bị hỏng" in told[0]


AT_THE_PIN_FIELD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cardio.readers import Condition, ReaderState
from desktop_app.core import Core
from desktop_app.news import Opened
from desktop_app.settings import Home
from ui.application import Application

home = Home(Path(sys.argv[1]))
home.enrolment_file.write_text("{}")
core = Core(home)
core.readers.readers = lambda: (ReaderState("Reader", b";", Condition.CARD),)
application = QApplication([])
windows = Application(core)
windows.show()
application.processEvents()
field = application.focusWidget()
print(field.objectName(), field.isVisible(), field.isEnabled(), *sorted(sys.modules))
"""
WAITS = """
    asn1crypto asyncio cryptography email http.client importlib.metadata joserfc keyring platformdirs
    pyhanko_certvalidator requests socket sqlcipher3 sqlite3 ssl truststore urllib.request urllib3 xml.etree
    cardio.piv cardio.simulator cardio.trust desktop_app.doctor desktop_app.domain.rights desktop_app.jose
    desktop_app.sign_in.sign_in desktop_app.cards.token_card desktop_app.store.connection
    desktop_app.sync.engine desktop_app.vault.vault desktop_app.workstation.enrol
    desktop_app.workstation.installation
    ui.desk ui.detail ui.guide ui.inbox ui.kiosk ui.settings.page ui.shell.details ui.sync ui.training
"""
"""What no PIN field waits for."""


def test_the_pin_field_takes_keys_before_keys_stores_and_the_wire_are_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_THE_PIN_FIELD, str(tmp_path)], capture_output=True, text=True, check=True
    )
    name, visible, enabled, *loaded = done.stdout.split()
    assert (name, visible, enabled) == ("signIn.pin", "True", "True")
    assert set(WAITS.split()) & set(loaded) == set()


def test_the_rest_is_opened_and_loaded_behind_the_windows(make: Maker, core: Core, qtbot: QtBot) -> None:
    loaded: list[object] = []
    opened: list[object] = []
    core.bus.subscribe(Opened, opened.append)
    made = make()
    made._loading.ended.connect(lambda: loaded.append("desk"))
    made.show()
    assert not loaded
    qtbot.waitUntil(lambda: loaded == ["desk"])
    assert "ui.desk.desk" in sys.modules
    assert opened
    assert core.is_open


def test_garbage_is_collected_by_the_clock_from_when_all_is_loaded_to_the_end(
    make: Maker, qtbot: QtBot
) -> None:
    made = make()
    made.show()
    assert (gc.isenabled(), gc.get_freeze_count()) == (False, 0)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=20_000)
    assert not gc.isenabled()
    made.close()
    assert gc.get_freeze_count() == 0


def test_a_desk_stays_outside_the_collecting_while_it_lasts(
    make: Maker, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        module, "_load_desk", lambda: lambda _session, _core, _bridge, parent: QWidget(parent)
    )
    made = make()
    assert gc.get_freeze_count() == 0
    desk = made._make_desk(object(), core, made.bridge, made.main)  # type: ignore[arg-type]
    assert gc.get_freeze_count() > 0
    assert not made._collector._is_loose
    shiboken6.delete(desk)
    assert made._collector._is_loose
