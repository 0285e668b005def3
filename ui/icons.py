"""The icons: one family of SVGs on a 24-pixel grid, drawn in ``currentColor`` and tinted by the theme.

``icon(name)`` for buttons, ``pixmap(name, …)`` for those who paint. Names are the file names in
``resources/icons``. Sizes are logical pixels at a text scale of 100 %: an icon grows with the text it stands
beside, and who keeps room for one asks ``theme.beside_text``.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui import theme


def icon(name: str, tone: str = "text", size: int = 20) -> QIcon:
    """Return the icon ``name`` in the colour ``tone`` (a field of ``Colours``), muted when disabled."""
    made = QIcon(pixmap(name, tone, size))
    made.addPixmap(pixmap(name, "muted", size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, tone: str = "text", size: int = 20) -> QPixmap:
    """Return the icon ``name`` of ``size`` in the theme's colour ``tone``."""
    return tinted(name, getattr(theme.current().colours, tone), size)


def tinted(name: str, colour: str, size: int) -> QPixmap:
    """Return the icon ``name`` of ``size`` in ``colour`` (``#RRGGBB``)."""
    return _render(name, colour, theme.beside_text(size), QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=512)
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = resources.read_text(f"icons/{name}.svg").replace("currentColor", colour)
    pixels = QPixmap(QSize(size, size) * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    with QPainter(pixels) as painter:
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    return pixels
