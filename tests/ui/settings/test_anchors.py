"""Anchors of citizens' documents: a file is shown, then installed by a site admin, then told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.desktop_app.cards.test_officer_card import admin_card
from tests.journeys.workbench import Workbench
from tests.support import file_dialogs
from tests.support.small_city import PIN
from tests.support.virtual_documents import authority
from tests.support.widgets import child
from ui.settings.anchor_review import AnchorReview
from ui.settings.anchors import AnchorsSection
from ui.tasks import Tasks
from ui.widgets.notice import Notice
from ui.widgets.tick_box import TickBox

REAL = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"
FILE = "settings.anchors.file"


@pytest.fixture
def section(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> AnchorsSection:
    made = AnchorsSection(bench.core, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def installed(section: AnchorsSection, kind: str) -> str:
    return child(section, QLabel, f"settings.anchors.{kind}").text()


def open_file(section: AnchorsSection, path: Path, qtbot: QtBot) -> AnchorReview:
    child(section, QPushButton, "settings.anchors.add").click()
    file_dialogs.answer(FILE, path)
    review = child(section, AnchorReview, "settings.anchors.review")
    qtbot.waitUntil(review.isVisible, timeout=20_000)
    return review


def outcome(section: AnchorsSection) -> str:
    return child(section, Notice, "settings.anchors.review.notice").title()


def type_pin(section: AnchorsSection, pin: str = PIN) -> None:
    child(section, QLineEdit, "settings.anchors.review.pin").setText(pin)
    child(section, QPushButton, "settings.anchors.review.submit").click()


def test_the_real_list_is_shown_whole_and_installed_by_an_admin(
    section: AnchorsSection, bench: Workbench, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "not proved" in installed(section, "passport"))
    open_file(section, REAL, qtbot)
    summary = child(section, QLabel, "settings.anchors.summary").text()
    assert "531 certificates usable, 10 refused" in summary
    rows = child(section, QTreeWidget, "settings.anchors.list")
    assert rows.topLevelItemCount() == 541
    first, last = rows.topLevelItem(0), rows.topLevelItem(540)
    assert first is not None
    assert first.text(3), "refused, with its reason, and first"
    assert last is not None
    assert last.text(0), "usable, with its country"
    assert child(section, TickBox, "settings.anchors.forPassports").isChecked()
    assert not child(section, TickBox, "settings.anchors.forCards").isChecked()
    type_pin(section)
    assert "slot" in outcome(section)
    bench.insert(bench.city.card("o-handler"))
    type_pin(section)
    qtbot.waitUntil(lambda: "may not do this" in outcome(section))
    bench.insert(admin_card(bench))
    type_pin(section, "000000")
    qtbot.waitUntil(lambda: outcome(section) == "Wrong PIN.")
    assert not bench.core.document_anchors.anchors
    type_pin(section)
    qtbot.waitUntil(lambda: outcome(section).startswith("Installed."), timeout=20_000)
    qtbot.waitUntil(lambda: installed(section, "passport").startswith("531 certificates"))
    assert "not proved" in installed(section, "identityCard")


def test_one_certificate_for_identity_cards(
    section: AnchorsSection, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "csca.cer").write_bytes(authority().anchor)
    open_file(section, tmp_path / "csca.cer", qtbot)
    child(section, TickBox, "settings.anchors.forPassports").setChecked(False)
    child(section, TickBox, "settings.anchors.forCards").setChecked(True)
    bench.insert(admin_card(bench))
    type_pin(section)
    qtbot.waitUntil(lambda: installed(section, "identityCard").startswith("1 certificates"))
    [anchor] = bench.core.document_anchors.anchors
    assert {kind.value for kind in anchor.kinds} == {"identity_card"}


def test_what_is_no_such_file_is_told(section: AnchorsSection, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear …", encoding="utf-8")
    section.add()
    file_dialogs.answer(FILE, tmp_path / "letter.txt")
    notice = child(section, Notice, "settings.anchors.notice")
    qtbot.waitUntil(lambda: "holds no certificate" in notice.title())
    assert child(section, QPushButton, "settings.anchors.add").isEnabled()


def test_no_choice_changes_nothing(section: AnchorsSection) -> None:
    section.add()
    file_dialogs.refuse(FILE)
    assert not child(section, AnchorReview, "settings.anchors.review").isVisible()
