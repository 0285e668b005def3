"""The strip at the bottom: the one place for the state of the world; a click unfolds the details."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.deadlines import ZONE
from desktop_app.news import Contact, SyncStatus, TerminalStatus
from ui import icons
from ui.language import Translated, translate
from ui.shell import strip_texts
from ui.shell.strip_texts import Mark
from ui.theme import SPACING, beside_text
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.when import age_text

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge

_SECOND = 1000
_ICON = 14
_HEIGHT = 32
_CONTACT_ICONS = {
    Contact.ONLINE: "network",
    Contact.OFFLINE: "network-off",
    Contact.REFUSED: "lock",
    Contact.OUTDATED: "lock",
    Contact.NEVER: "network-off",
}


class StatusStrip(Translated, QFrame):
    """Contact, age of the data, what waits, what needs a person, the reader, the clock."""

    sync_asked = Signal()
    readers_asked = Signal()

    def __init__(self, core: Core, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("role", "strip")
        self.setMinimumHeight(beside_text(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._core = core
        self._status = SyncStatus()
        self._lent = False
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        bridge.sync_status.connect(self._status_changed)
        bridge.terminal_status.connect(self._terminal_changed)
        bridge.card_event.connect(self._something_changed)
        bridge.signed_in.connect(self._something_changed)
        bridge.locked.connect(self._locked)
        self.retranslate()

    def _build(self) -> None:
        self._icons: dict[QPushButton, tuple[str, str]] = {}
        self._contact = _button("strip.contact", self)
        self._reader = _button("strip.reader", self)
        self._age, self._waiting, self._person, self._clock = (QLabel(self) for _ in range(4))
        names = ("strip.age", "strip.waiting", "strip.needsPerson", "strip.clock")
        for label, name in zip((self._age, self._waiting, self._person, self._clock), names, strict=True):
            label.setObjectName(name)
        self._anchor = QLabel(self)
        self._anchor.setObjectName("strip.anchor")
        self._anchor.setProperty("role", "muted")
        self._anchor.hide()
        self._contact.clicked.connect(self.sync_asked)
        self._reader.clicked.connect(self.readers_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.small, 0, SPACING.wide, 0)
        layout.setSpacing(SPACING.wide)
        for part in (self._contact, self._age, self._waiting, self._person):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(self._anchor)
        layout.addWidget(self._reader)
        layout.addWidget(self._clock)

    # --- news ---------------------------------------------------------------------------------------

    @Slot(object)
    def _status_changed(self, status: SyncStatus) -> None:
        self._status = status
        self._say()

    @Slot(object)
    def _terminal_changed(self, news: TerminalStatus) -> None:
        """While nobody is signed in, the workstation's own contact is what there is to tell."""
        if self._core.session is None:
            self._status = replace(self._status, contact=news.contact)
            self._say()

    @Slot(object)
    def _something_changed(self, _news: object) -> None:
        self._say()

    @Slot(object)
    def _locked(self, _news: object) -> None:
        self._status = SyncStatus(contact=self._status.contact, last_contact=self._status.last_contact)
        self.show_missing_anchor(False)
        self._say()

    @Slot()
    def _tick(self) -> None:
        if self._lent != (self._core.guard.lent is not None):
            self._say()
        if self.isVisible():
            self._say_time(self._core.clock.now())

    # --- showing ------------------------------------------------------------------------------------

    def _say(self) -> None:
        contact = strip_texts.contact_mark(self._status)
        self._contact.setText(f" {contact.text}")
        self._put_icon(self._contact, _CONTACT_ICONS[self._status.contact], _tint(contact.tone))
        _show(self._waiting, strip_texts.waiting_mark(self._status))
        _show(self._person, strip_texts.person_mark(self._status))
        session = self._core.session
        desk_reader, holder = (session.reader, session.person.name) if session else (None, "")
        self._lent = self._core.guard.lent is not None
        reader = strip_texts.reader_mark(self._core.readers.readers(), desk_reader, holder, lent=self._lent)
        self._put_icon(self._reader, "reader", _tint(reader.tone))
        self._reader.setAccessibleName(reader.text)
        self._contact.setAccessibleName(contact.text)
        self._say_time(self._core.clock.now())
        self._name_reader()

    def _name_reader(self) -> None:
        """Say of the reader in words what there is room for: else its icon in its colour, and the tip."""
        icon_alone = self._reader.iconSize().width() + 2 * SPACING.normal
        self._reader.setMinimumWidth(icon_alone)
        said = self._reader.accessibleName()
        needed = super().minimumSizeHint().width() + self._reader.fontMetrics().horizontalAdvance(f" {said}")
        words = f" {said}" if needed <= self.width() or not self.isVisible() else ""
        if words != self._reader.text():
            self._reader.setText(words)
        about = translate("Strip", "Shows the readers and cards")
        self._reader.setToolTip(about if words else f"{said}\n{about}")

    def _put_icon(self, button: QPushButton, name: str, tint: str) -> None:
        """Show an icon; the same again would lay out and paint the strip for nothing."""
        if self._icons.get(button) != (name, tint):
            self._icons[button] = (name, tint)
            button.setIcon(icons.icon(name, tint, _ICON))
            button.setIconSize(QSize(1, 1) * beside_text(_ICON))

    def _say_time(self, now: datetime) -> None:
        self._age.setText(age_text(self._status.last_contact, now))
        self._age.setVisible(bool(self._age.text()))
        self._clock.setText(f"{now.astimezone(ZONE):%H:%M}")

    @Slot(bool)
    def show_missing_anchor(self, missing: bool) -> None:
        """Say, or no longer, that nothing here vouches for citizen cards."""
        self._anchor.setVisible(missing)

    def status(self) -> SyncStatus:
        """Return the state shown."""
        return self._status

    def event(self, event: QEvent) -> bool:
        """See again whether there is room when a part says something else."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._name_reader()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(beside_text(_HEIGHT))
            self._icons.clear()
            self._say()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._contact.setAccessibleDescription(translate("Strip", "Shows what is being sent and received"))
        self._contact.setToolTip(translate("Strip", "Shows what is being sent and received"))
        self._reader.setAccessibleDescription(translate("Strip", "Shows the readers and cards"))
        self._clock.setAccessibleName(translate("Strip", "Time"))
        self._anchor.setText(translate("Strip", "No CSCA for citizen cards"))
        self._anchor.setToolTip(translate("Strip", "Their chips show a neutral badge; go on with them."))
        self._say()


def _button(name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setProperty("kind", "quiet")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _tint(tone: Tone) -> str:
    return "muted" if tone is Tone.NEUTRAL else tone.value


def _show(label: QLabel, mark: Mark) -> None:
    label.setText(mark.text)
    set_role(label, _tint(mark.tone))
    label.setVisible(bool(mark.text))
