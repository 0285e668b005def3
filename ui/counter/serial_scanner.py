"""A code scanner on a serial port: its letters arrive as they are, past any input method.

Qt's own serial port: it comes with the Qt that is installed anyway, on every platform.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from desktop_app.reception.scanner_line import ScannerLine

BAUD = 9600


def ports() -> list[str]:
    """Return the names of the serial ports that are there."""
    return sorted(port.portName() for port in QSerialPortInfo.availablePorts())


class SerialScanner(QObject):
    """Emits each line scanned; ``lost`` when the port cannot be used or goes away."""

    scanned = Signal(str)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = ScannerLine()
        self._port = QSerialPort(self)
        self._port.setBaudRate(BAUD)
        self._port.readyRead.connect(self._ready)
        self._port.errorOccurred.connect(self._failed)

    def listen(self, name: str) -> bool:
        """Listen at the port ``name``; empty listens nowhere. Tell whether it listens."""
        self.close()
        if not name:
            return False
        self._port.setPortName(name)
        return self._port.open(QSerialPort.OpenModeFlag.ReadOnly)

    def close(self) -> None:
        """Let the port go. Idempotent."""
        self._line.start_over()
        if self._port.isOpen():
            self._port.close()

    @property
    def listening(self) -> bool:
        """Whether a port is open."""
        return self._port.isOpen()

    @Slot()
    def _ready(self) -> None:
        for line in self._line.feed(bytes(self._port.readAll().data())):
            self.scanned.emit(line)

    @Slot(QSerialPort.SerialPortError)
    def _failed(self, error: QSerialPort.SerialPortError) -> None:
        if error is not QSerialPort.SerialPortError.NoError:
            name = self._port.portName()
            self.close()
            self.lost.emit(name)
