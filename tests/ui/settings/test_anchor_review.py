"""What a file is, in words; cancelling forgets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from cardio.errors import WrongPurpose
from cardio.trust.csca import AnchorStore, DocumentKind
from cardio.trust.master_list import Refusal
from desktop_app.ceremonies.anchor_import import AnchorFile, FileKind, read_file
from desktop_app.core import Core
from tests.support.virtual_documents import authority
from tests.support.widgets import child
from ui.settings.anchor_review import AnchorReview, kind_text, summary_text
from ui.tasks import Tasks
from ui.widgets.tick_box import TickBox


@pytest.fixture
def review(core: Core, tasks: Tasks, qtbot: QtBot) -> AnchorReview:
    made = AnchorReview(core, tasks)
    qtbot.addWidget(made)
    return made


def certificate() -> AnchorFile:
    return read_file(authority().anchor, AnchorStore())


def test_every_kind_of_file_has_its_words() -> None:
    files = [AnchorFile(kind, b"") for kind in FileKind]
    assert len({summary_text(file) for file in files}) == len(FileKind)
    assert kind_text("passport") != kind_text("identity_card")


def test_a_link_serves_what_it_must(review: AnchorReview) -> None:
    review.show_file(replace(certificate(), kinds=frozenset({DocumentKind.IDENTITY_CARD})))
    tick = child(review, TickBox, "settings.anchors.forCards")
    assert tick.isChecked()
    assert not tick.isEnabled()


def test_refused_certificates_stand_in_the_list(review: AnchorReview) -> None:
    review.show_file(replace(certificate(), refused=(Refusal(4, WrongPurpose("country_signing")),)))
    rows = child(review, QTreeWidget, "settings.anchors.list")
    first = rows.topLevelItem(0)
    assert first is not None
    assert first.text(1) == "No. 5: refused"
    assert first.text(3)


def test_cancelling_forgets_the_file(review: AnchorReview) -> None:
    review.show_file(certificate())
    assert review.isVisible()
    child(review, QPushButton, "settings.anchors.review.cancel").click()
    assert not review.isVisible()
    review.install()
    assert not review.isVisible()
