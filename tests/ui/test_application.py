"""All windows over one core: they open, find each other, and close without a trace."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cardio.simulator import VirtualReaders
from desktop_app.core import Core
from desktop_app.sandbox_process import SandboxProcess
from desktop_app.settings import Home
from desktop_app.store.errors import Corrupt
from ui import application as module
from ui import theme
from ui.application import Application, run
from ui.language import Language, current
from ui.training.environment import KIOSK_READER, Training

Maker = Callable[..., Application]


@pytest.fixture
def make(core: Core, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    monkeypatch.setattr(QApplication, "quit", lambda *_: None)
    made: list[Application] = []

    def build(training: Training | None = None) -> Application:
        made.append(Application(core, training))
        return made[-1]

    yield build
    for each in made:
        each.close()
        shiboken6.delete(each.main)
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


def test_the_tray_stands_beside_and_its_second_reader_is_the_kiosk_s(
    make: Maker, training: Training, core: Core
) -> None:
    made = make(training)
    made.show()
    assert made.tray is not None
    assert made.tray.isVisible()
    assert core.settings.reader_roles == {KIOSK_READER: "attendance"}


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


def test_files_that_do_not_open_are_told_in_one_sentence(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = Core(Home(tmp_path / "home"), [], use_keyring=False)
    told: list[str] = []

    def fail() -> None:
        raise Corrupt

    monkeypatch.setattr(core, "start", fail)
    monkeypatch.setattr(module, "QApplication", lambda _arguments: QApplication.instance())
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: told.append(words[2]))
    assert run(core) == 1
    assert "bị hỏng" in told[0]


def test_a_start_loads_no_desk_and_the_rest_follows_while_nobody_waits(
    make: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys, ui.application; print({'ui.reports', 'ui.kiosk'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
    loaded: list[object] = []
    monkeypatch.setattr(module, "_load_desk", lambda: loaded.append("desk"))
    made = make()
    made.show()
    qtbot.waitUntil(lambda: loaded == ["desk"])
