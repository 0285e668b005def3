"""Each stage has a picture of its own, within its frame."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.sign_in.picture import Picture
from ui.sign_in.stage import Stage


def painted(picture: Picture, stage: Stage) -> QImage:
    picture.show_stage(stage)
    return picture.grab().toImage()


def test_every_stage_looks_different(qtbot: QtBot) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    images = [painted(picture, stage) for stage in Stage]
    assert all(one != other for i, one in enumerate(images) for other in images[:i])


def test_the_picture_is_still_while_nothing_happens(qtbot: QtBot) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    assert painted(picture, Stage.PIN) == painted(picture, Stage.PIN)


def test_a_compact_picture_is_the_same_one_smaller(qtbot: QtBot) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    usual = picture.size()
    picture.make_compact(True)
    assert picture.height() < usual.height()
    images = [painted(picture, stage) for stage in Stage]
    assert all(one != other for i, one in enumerate(images) for other in images[:i])
    picture.make_compact(False)
    assert picture.size() == usual
