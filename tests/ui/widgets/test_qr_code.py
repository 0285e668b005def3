"""What is painted is the code: finder patterns in three corners, quiet zone, dark on white in any theme."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.widgets.qr_code import QrCode

QUIET = 4


def test_three_finders_and_a_quiet_zone(qtbot: QtBot) -> None:
    code = QrCode("qr")
    qtbot.addWidget(code)
    code.show_text("IOC-DESK 0.1.0 A3NUEC")
    modules = code.modules()
    side = len(modules)
    assert not any(any(row) for row in modules[:QUIET])
    finder = [[True] * 7, [True] + [False] * 5 + [True], [True, False, True, True, True, False, True]]
    for y, x in ((QUIET, QUIET), (QUIET, side - QUIET - 7), (side - QUIET - 7, QUIET)):
        assert [row[x : x + 7] for row in modules[y : y + 3]] == finder
    assert code.accessibleDescription() == "IOC-DESK 0.1.0 A3NUEC"


def test_the_pixels_are_the_modules(qtbot: QtBot) -> None:
    code = QrCode("qr")
    qtbot.addWidget(code)
    code.show_text("A")
    picture = code.grab().toImage()
    pixels = picture.width() / len(code.modules())
    for y, row in enumerate(code.modules()):
        for x, dark in enumerate(row):
            at = QPoint(int((x + 0.5) * pixels), int((y + 0.5) * pixels))
            assert picture.pixelColor(at) == QColor("black" if dark else "white")


def test_a_longer_text_makes_a_larger_code(qtbot: QtBot) -> None:
    code = QrCode("qr")
    qtbot.addWidget(code)
    code.show_text("A")
    small = code.width()
    code.show_text("A" * 200)
    assert code.width() > small
