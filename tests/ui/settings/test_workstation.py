"""Which centre, which workstation: shown before and after enrolment."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from desktop_app.session import Assurance
from tests.journeys.workbench import Workbench
from ui.settings.workstation import WorkstationSection


def value(section: WorkstationSection, name: str) -> str:
    label = section.findChild(QLabel, f"settings.workstation.{name}")
    assert label is not None
    return label.text()


def test_before_enrolment(core: Core, qtbot: QtBot) -> None:
    section = WorkstationSection(core)
    qtbot.addWidget(section)
    assert value(section, "server") == "not enrolled yet"
    folder = section.findChild(QLineEdit, "settings.workstation.folder")
    assert folder is not None
    assert folder.text() == str(core.home.root)
    assert folder.isReadOnly()


def test_after_enrolment(bench: Workbench, qtbot: QtBot) -> None:
    section = WorkstationSection(bench.core)
    qtbot.addWidget(section)
    enrolment = bench.core.enrolment
    assert enrolment is not None
    assert value(section, "server") == bench.gate.url
    assert value(section, "workstation") == enrolment.workstation_id
    assert value(section, "terminal") == enrolment.terminal_id


@pytest.mark.parametrize(
    ("assurance", "key_class", "words"),
    [
        (Assurance.CARD, "keyring", "card with its PIN"),
        (Assurance.DEVICE, "keyring", "stolen disk with the key store"),
        (Assurance.DEVICE, "file", "stolen disk alone"),
        (Assurance.ONLINE, "file", "nothing is kept here"),
    ],
)
def test_it_says_what_opens_the_data(
    bench: Workbench, qtbot: QtBot, assurance: Assurance, key_class: str, words: str
) -> None:
    bench.insert(bench.city.card("o-handler"))
    bench.sign_in().assurance = assurance
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.enrolment = replace(workplace.enrolment, key_class=key_class)
    section = WorkstationSection(bench.core)
    qtbot.addWidget(section)
    assert words in value(section, "opening")
