"""A QR code (ISO/IEC 18004) painted by Qt: dark on white in every theme, since scanners expect it so."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

_MODULE = 5
_QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004, 6.3.8)."""


class QrCode(QWidget):
    """Shows one text; as large as it needs at ``_MODULE`` logical pixels a module."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._modules: list[list[bool]] = []

    def show_text(self, text: str) -> None:
        """Paint ``text``; the accessible description carries it for those who cannot scan."""
        code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_ZONE)
        code.add_data(text)
        code.make(fit=True)
        self._modules = [[bool(module) for module in row] for row in code.get_matrix()]
        self.setAccessibleDescription(text)
        self.setFixedSize(self.sizeHint())
        self.update()

    def modules(self) -> list[list[bool]]:
        """Return the rows of the code, the quiet zone included; True is dark."""
        return self._modules

    def sizeHint(self) -> QSize:
        """A whole number of pixels per module."""
        side = len(self._modules) * _MODULE
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules without smoothing."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            for y, row in enumerate(self._modules):
                for x, dark in enumerate(row):
                    if dark:
                        square = QRectF(x * _MODULE, y * _MODULE, _MODULE, _MODULE)
                        painter.fillRect(square, Qt.GlobalColor.black)
