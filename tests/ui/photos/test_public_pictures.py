"""All public copies go with an answer unless a person says otherwise; undecided photos stay inside."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.album import Album, album_of
from desktop_app.pictures.public_copy import public_copy
from tests.support.photographs import phone_photo
from tests.support.widgets import child
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
from ui.photos.public_pictures import PublicPicturesField


@pytest.fixture
def album(workplace: Workplace, report: Report) -> Album:
    first = workplace.session.files.of(report.id)[0]
    lay(workplace, report, public_copy(phone_photo(), []), 4, redacts=first.sha256)
    return album_of(report, workplace.session.files.of(report.id))


def test_the_public_copies_are_ticked_and_the_rest_is_told(album: Album, qtbot: QtBot) -> None:
    field = PublicPicturesField(album, None)
    qtbot.addWidget(field)
    [(public, _)] = album.public_copies
    assert field.value() == (public.sha256,)
    inside = child(field, QLabel, "field.attachments.inside").text()
    assert inside == "Photos that stay internal until somebody decides about them: 1"
    field.restore(())
    assert field.value() == ()


def test_an_answer_that_was_sent_back_keeps_its_choice(album: Album, qtbot: QtBot) -> None:
    field = PublicPicturesField(album, ())
    qtbot.addWidget(field)
    assert field.value() == ()


def test_without_a_public_copy_there_is_nothing_to_tick(
    workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    field = PublicPicturesField(album_of(report, workplace.session.files.of(report.id)), None)
    qtbot.addWidget(field)
    assert field.value() == ()
    assert "2" in child(field, QLabel, "field.attachments.inside").text()
