"""The thin strip: terminal, network, waiting taps, age of the revocation list. Offline is grey, not red."""

from __future__ import annotations

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.news import Contact, TerminalStatus
from ui.language import Translated, translate
from ui.theme import KIOSK, interface_font
from ui.widgets.when import moment_text

_SIZE, _HEIGHT = 24, 52
_EDGE, _BETWEEN = 24, 40
_LIST_FRESH_HOURS, _LIST_OLD_HOURS = 18, 72
_FORGED = frozenset({"receipt_forged", "receipt_mismatch"})
_UNSAFE = "tls_failed"
_ALARM = "⚠"
"""In the words of what somebody must see to."""


class KioskStrip(Translated, QFrame):
    """One grey line at the foot of the screen."""

    def __init__(self, terminal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.strip")
        self.setStyleSheet(
            f"QFrame#kiosk\\.strip {{ background: {KIOSK.strip}; }} QLabel {{ color: {KIOSK.on_strip}; }}"
        )
        self.setAutoFillBackground(True)
        self._terminal, self._status = terminal, TerminalStatus(Contact.NEVER, 0, None)
        self._fault = False
        self._labels = [QLabel(self) for _ in range(4)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 0, _EDGE, 0)
        layout.addWidget(self._labels[0], 1)
        for label in self._labels[1:]:
            layout.addWidget(label)
        layout.setSpacing(_BETWEEN)
        self.retranslate()

    def set_unit(self, unit: float) -> None:
        """Scale by ``unit``."""
        self.setFixedHeight(max(24, round(_HEIGHT * unit)))
        font = interface_font(max(12, round(_SIZE * unit)))
        font.setWeight(QFont.Weight.Medium)
        for label in self._labels:
            label.setFont(font)
        self._fit()

    def show_status(self, status: TerminalStatus) -> None:
        """Show the terminal's own outbox and list."""
        self._status = status
        self.retranslate()

    def show_terminal(self, terminal: str) -> None:
        """Name the terminal."""
        self._terminal = terminal
        self.retranslate()

    def show_fault(self, *, fault: bool) -> None:
        """Say that the end of the journal does not hold."""
        self._fault = fault
        self.retranslate()

    def texts(self) -> list[str]:
        """Return what the strip says, left to right."""
        return [label.text() for label in self._labels]

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        status = self._status
        texts = (
            self._terminal_text(),
            contact_text(status),
            waiting_text(status),
            list_text(status.list_age_hours),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short the age of the list gives way, then the terminal's name; never an alarm."""
        for label in self._labels:
            label.show()
        for label in (self._labels[-1], self._labels[0]):
            if self._wanted() > self.width() and _ALARM not in label.text():
                label.hide()

    def _wanted(self) -> int:
        """Return the pixels that what is shown needs beside one another."""
        shown = [label.sizeHint().width() for label in self._labels if not label.isHidden()]
        return sum(shown) + _BETWEEN * (len(shown) - 1) + 2 * _EDGE

    def _terminal_text(self) -> str:
        if not self._terminal:
            return ""
        name = translate("Kiosk", "Terminal {name}").format(name=self._terminal)
        if not self._fault:
            return name
        return f"{name} · " + translate("Kiosk", "⚠ journal damaged: call the site admin, taps go on")


def waiting_text(status: TerminalStatus) -> str:
    """Return how many rows wait for a receipt and since when; nothing where none does."""
    if not status.waiting:
        return ""
    if status.since is None:
        return translate("Kiosk", "waiting: {count}").format(count=status.waiting)
    words = translate("Kiosk", "waiting: {count}, since {moment}")
    return words.format(count=status.waiting, moment=moment_text(status.since))


def contact_text(status: TerminalStatus) -> str:
    """Return the state of the network in a word; what no dead network does is an alarm."""
    if status.contact is Contact.ONLINE:
        return translate("Kiosk", "● connected")
    if status.error in _FORGED:
        return translate("Kiosk", "⚠ receipts not genuine: call the site admin, taps go on")
    if status.error == _UNSAFE:
        return translate("Kiosk", "⚠ connection not safe: call the site admin, taps go on")
    return translate("Kiosk", "○ offline: taps are kept here")


def list_text(hours: float | None) -> str:
    """Return how old the revocation list is, and whether that is fresh, ageing or old."""
    if hours is None:
        return translate("Kiosk", "card list: none yet")
    if hours < _LIST_FRESH_HOURS:
        return translate("Kiosk", "card list: fresh")
    days = translate("Kiosk", "card list: {hours} h old").format(hours=round(hours))
    return days if hours < _LIST_OLD_HOURS else f"{days} ⚠"
