"""Installed anchors: found, removed by a site admin's card, and who did it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from cardio.trust.csca import AnchorStore, DocumentKind
from desktop_app.ceremonies.anchor_import import install, read_file
from desktop_app.trust.anchor_record import AnchorDeed
from tests.desktop_app.cards.test_officer_card import admin_card
from tests.journeys.workbench import DESK, Workbench
from tests.support.small_city import PIN
from tests.support.virtual_documents import NOW, authority
from tests.support.widgets import child
from ui.settings.anchors import AnchorsSection
from ui.settings.installed_anchors import InstalledAnchors, deed_text
from ui.tasks import Tasks
from ui.widgets.notice import Notice

REAL = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"
SOON = 40_000


def pin() -> bytearray:
    return bytearray(PIN.encode())


@pytest.fixture
def section(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> AnchorsSection:
    """The section over a workstation with a whole master list and one certificate for identity cards."""
    bench.insert(admin_card(bench))
    install(bench.core, DESK, pin(), read_file(REAL.read_bytes(), AnchorStore()), [DocumentKind.PASSPORT])
    ours = read_file(authority().anchor, AnchorStore())
    install(bench.core, DESK, pin(), ours, [DocumentKind.IDENTITY_CARD])
    made = AnchorsSection(bench.core, tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(child(made, QPushButton, "settings.anchors.open").isEnabled, timeout=SOON)
    child(made, QPushButton, "settings.anchors.open").click()
    qtbot.waitUntil(lambda: rows(made).topLevelItemCount() == 532, timeout=SOON)
    return made


def rows(section: AnchorsSection) -> QTreeWidget:
    return child(section, QTreeWidget, "settings.installed.list")


def record(section: AnchorsSection) -> list[tuple[str, str]]:
    tree = child(section, QTreeWidget, "settings.installed.record")
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [(item.text(1), item.text(2)) for item in items if item is not None]


def notice(section: AnchorsSection) -> str:
    return child(section, Notice, "settings.installed.notice").title()


def submit(section: AnchorsSection, typed: str = PIN) -> None:
    child(section, QLineEdit, "settings.installed.pin").setText(typed)
    child(section, QPushButton, "settings.installed.submit").click()


def choose_ours(section: AnchorsSection) -> None:
    child(section, QLineEdit, "settings.installed.find").setText("thử nghiệm")
    tree = rows(section)
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    [ours] = [item for item in items if item is not None and not item.isHidden()]
    ours.setSelected(True)


def test_one_is_found_and_removed_by_an_admin_who_is_recorded(
    section: AnchorsSection, bench: Workbench, qtbot: QtBot
) -> None:
    assert not child(section, QPushButton, "settings.installed.submit").isEnabled(), "nothing is chosen"
    choose_ours(section)
    submit(section, "000000")
    qtbot.waitUntil(lambda: notice(section) == "Wrong PIN.", timeout=SOON)
    assert len(bench.core.document_anchors.anchors) == 532
    submit(section)
    qtbot.waitUntil(lambda: notice(section).startswith("Removed."), timeout=SOON)
    qtbot.waitUntil(lambda: rows(section).topLevelItemCount() == 531, timeout=SOON)
    assert len(bench.core.document_anchors.anchors) == 531
    qtbot.waitUntil(lambda: len(record(section)) == 3, timeout=SOON)
    assert record(section) == [
        ("o-admin", "removed: VN CSCA thử nghiệm"),
        ("o-admin", "installed: VN CSCA thử nghiệm"),
        ("o-admin", "installed a master list"),
    ]


def test_a_colleague_removes_nothing(section: AnchorsSection, bench: Workbench, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler"))
    choose_ours(section)
    submit(section)
    qtbot.waitUntil(lambda: "may not do this" in notice(section), timeout=SOON)
    assert len(bench.core.document_anchors.anchors) == 532


def test_what_is_hidden_is_not_chosen(section: AnchorsSection) -> None:
    choose_ours(section)
    child(section, QLineEdit, "settings.installed.find").setText("zz")
    assert rows(section).selectedItems() == []
    child(section, QPushButton, "settings.anchors.open").click()
    assert not child(section, InstalledAnchors, "settings.installed").isVisible()


def test_every_deed_has_its_words() -> None:
    actions = ("remove", "install_master_list", "install_revocation_list", "install_certificate", "")
    assert len({deed_text(AnchorDeed(NOW, "A", action)) for action in actions}) == len(actions)
