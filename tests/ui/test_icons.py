"""Every icon is drawn, within its grid, in the colour asked for."""

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import resources
from ui import icons
from ui.theme import Scheme, Theme
from ui.theme.tokens import ICON

NAMES = [name.removesuffix(".svg") for name in resources.names("icons", ".svg")]


@pytest.mark.parametrize("name", NAMES)
def test_icon_belongs_to_the_family(name: str) -> None:
    source = resources.read_text(f"icons/{name}.svg")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.75"' in source
    assert not re.findall(r'(?:fill|stroke)="#', source), "colours come from the theme"
    assert QSvgRenderer(QByteArray(source.encode())).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_icon_paints_in_its_colour(name: str, qtbot: QtBot) -> None:
    image = icons.tinted(name, "#FF0000", 24).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    drawn = [colour for colour in colours if colour.alpha() > 200]
    assert drawn
    assert all(colour.red() > 250 and colour.green() == colour.blue() == 0 for colour in drawn)


def test_an_icon_grows_with_the_text_beside_it(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    button = QPushButton(icons.icon("danger"), "Nguy hiểm")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert icons.pixmap("danger", size=18).deviceIndependentSize().toTuple() == (18, 18)
    assert button.iconSize().toTuple() == (ICON, ICON)
    theme.choose(Scheme.LIGHT, 2.0)
    assert icons.pixmap("danger", size=18).deviceIndependentSize().toTuple() == (36, 36)
    assert button.iconSize().toTuple() == (2 * ICON, 2 * ICON), "the style sheet says so for every button"


def test_an_unknown_icon_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(resources.ResourceMissing):
        icons.icon("no-such-icon")


def test_a_disabled_icon_is_muted(qtbot: QtBot) -> None:
    made = icons.icon("danger")
    normal, disabled = (made.pixmap(20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal != disabled
    assert disabled == icons.pixmap("danger", "muted").toImage()
