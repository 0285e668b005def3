"""The bar on top: who is signed in, the training ribbon, the ways to kiosk, settings and help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal, SignalInstance
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from ui import icons, shortcuts
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.role import set_role

_HEIGHT = 40
_ICON = 18


class TopBar(Translated, QFrame):
    """Emits what was asked for; knows nothing of pages."""

    lock_asked = Signal()
    sign_out_asked = Signal()
    kiosk_asked = Signal()
    counter_asked = Signal()
    hotline_asked = Signal()
    notices_asked = Signal()
    supervise_asked = Signal()
    arranging_asked = Signal()
    templates_asked = Signal()
    approvals_asked = Signal()
    my_card_asked = Signal()
    doctor_asked = Signal()
    settings_asked = Signal()
    guide_asked = Signal()
    training_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setProperty("role", "bar")
        self.setMinimumHeight(beside_text(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name, self._title = "", ""
        self._is_snug = False
        self._build_person()
        self._ribbon = QFrame(self)
        self._ribbon.setProperty("role", "ribbon")
        self._ribbon_text = QLabel(self._ribbon)
        ribbon = QHBoxLayout(self._ribbon)
        ribbon.setContentsMargins(SPACING.wide, 2, SPACING.wide, 2)
        ribbon.addWidget(self._ribbon_text)
        self._unread: int | None = None
        self._build_ways()
        self._lay_out()
        self.show_training(False, tray=False)
        self.show_counter(on=False)
        self.show_hotline(on=False)
        self.show_notices(None)
        self.show_leading(supervise=False, approvals=False, templates=False)
        self.show_person("", "")

    def _build_person(self) -> None:
        self._home = QLabel(self)
        self._home.setProperty("role", "heading")
        self._person = QPushButton(self)
        self._person.setObjectName("topBar.person")
        self._person.setProperty("kind", "quiet")
        self._menu = QMenu(self._person)
        self._lock, self._sign_out = QAction(self._menu), QAction(self._menu)
        self._lock.setObjectName("topBar.lock")
        self._sign_out.setObjectName("topBar.signOut")
        self._lock.triggered.connect(self.lock_asked)
        self._sign_out.triggered.connect(self.sign_out_asked)
        self._menu.addActions([self._lock, self._sign_out])
        self._person.setMenu(self._menu)

    def _build_ways(self) -> None:
        """The buttons in their order from left to right."""
        self._icon_buttons: list[QPushButton] = []
        self._training = self._icon_button("training", "topBar.training", self.training_asked)
        self._notices = self._icon_button("bell", "topBar.notices", self.notices_asked)
        self._hotline = self._icon_button("phone", "topBar.hotline", self.hotline_asked)
        self._approvals = self._icon_button("approve", "topBar.approvals", self.approvals_asked)
        self._supervise = self._icon_button("supervise", "topBar.supervise", self.supervise_asked)
        self._arranging = self._icon_button("handover", "topBar.arranging", self.arranging_asked)
        self._templates = self._icon_button("draft", "topBar.templates", self.templates_asked)
        self._counter = self._icon_button("people", "topBar.counter", self.counter_asked)
        self._kiosk = self._icon_button("kiosk", "topBar.kiosk", self.kiosk_asked)
        self._my_card = self._icon_button("card", "topBar.myCard", self.my_card_asked)
        self._doctor = self._icon_button("doctor", "topBar.doctor", self.doctor_asked)
        self._settings = self._icon_button("gear", "topBar.settings", self.settings_asked)
        self._help = self._icon_button("help", "topBar.help", self.guide_asked)

    def _icon_button(self, icon: str, name: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setProperty("icon_name", icon)
        button.clicked.connect(asked)
        self._icon_buttons.append(button)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.small, 0, SPACING.small, 0)
        layout.setSpacing(0)  # the buttons have no frame: the air within them is enough between them
        layout.addWidget(self._person)
        layout.addWidget(self._home)
        layout.addStretch(1)
        layout.addWidget(self._ribbon)
        layout.addStretch(1)
        for button in self._icon_buttons:
            layout.addWidget(button)

    def show_person(self, name: str, title: str) -> None:
        """Name who is signed in; an empty name shows the program's instead."""
        self._name, self._title = name, title
        self._person.setVisible(bool(name))
        self._home.setVisible(not name)
        self._arranging.setVisible(bool(name))
        self.retranslate()

    def show_training(self, on: bool, *, tray: bool) -> None:
        """Show or hide the red ribbon, and the way to the training tray where there is one."""
        self._ribbon.setVisible(on)
        self._training.setVisible(tray)

    def show_counter(self, *, on: bool) -> None:
        """Show or hide the way to the counter: for those who may receive citizens."""
        self._counter.setVisible(on)

    def show_leading(self, *, supervise: bool, approvals: bool, templates: bool) -> None:
        """Show or hide the ways to supervision, approvals and templates: for those who lead."""
        self._templates.setVisible(templates)
        self._supervise.setVisible(supervise)
        self._approvals.setVisible(approvals)

    def show_hotline(self, *, on: bool) -> None:
        """Show or hide the way to a call: for those who take them."""
        self._hotline.setVisible(on)

    def show_notices(self, unread: int | None) -> None:
        """Show how many notifications were not read; None hides the way to them."""
        self._unread = unread
        self._notices.setVisible(unread is not None)
        self.retranslate()

    def _unread_words(self) -> str:
        if not self._unread:
            return translate("Shell", "Notifications")
        return translate("Shell", "Notifications, unread: {count}").format(count=self._unread)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(beside_text(_HEIGHT))
            self._tint()
            self._measure_person()

    def event(self, event: QEvent) -> bool:
        """See again whether there is room when a part has become wider: other words, other letters."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._name_person()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the person with as much as there is room for."""
        super().resizeEvent(event)
        self._name_person()

    def showEvent(self, event: QShowEvent) -> None:
        """Now there is a width to go by."""
        super().showEvent(event)
        self._measure_person()

    def _measure_person(self) -> None:
        """The bar has room for the name at the least, whatever else it says."""
        self._person.setText(self._name_alone())
        self._person.setMinimumWidth(self._person.sizeHint().width())
        self._name_person()

    def _name_alone(self) -> str:
        return f" {self._name}  ▾"

    def _name_person(self) -> None:
        """Name and title, or the name alone: the bar never holds the window wider than that."""
        self._give_up_air()
        alone, whole = self._name_alone(), f" {self._name} · {self._title}  ▾"
        advance = self._person.fontMetrics().horizontalAdvance
        least = self._least_width() + advance(whole) - advance(alone)
        has_room = least <= self.width() or not self.isVisible()
        wanted = whole if self._title and has_room else alone
        if wanted != self._person.text():
            self._person.setText(wanted)

    def _give_up_air(self) -> None:
        """Where the name finds no room the icons stand closer to each other."""
        given_up = self._air() if self._is_snug else 0
        self._is_snug = self.isVisible() and self._least_width() + given_up > self.width()
        for button in self._icon_buttons:
            set_role(button, self._is_snug, "snug")
            button.updateGeometry()  # its width is asked for at once, before the style tells the layout

    def minimumSizeHint(self) -> QSize:
        """The least there is room for once the icons gave up their air: it never holds the window wider."""
        least = super().minimumSizeHint()
        return least if self._is_snug else QSize(least.width() - self._air(), least.height())

    def _least_width(self) -> int:
        return super().minimumSizeHint().width()

    def _air(self) -> int:
        shown = [button for button in self._icon_buttons if not button.isHidden()]
        return 2 * (SPACING.normal - SPACING.tight) * len(shown)

    def _tint(self) -> None:
        for button in self._icon_buttons:
            button.setIcon(icons.icon(button.property("icon_name"), "text", _ICON))
            button.setIconSize(QSize(1, 1) * beside_text(_ICON))
        self._person.setIcon(icons.icon("person", "accent", _ICON))

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._home.setText(translate("Shell", "IOC Desk"))
        self._ribbon_text.setText(translate("Shell", "Training environment"))
        self._person.setToolTip(self._title)
        self._person.setAccessibleName(translate("Shell", "Signed in: {name}").format(name=self._name))
        self._lock.setText(translate("Shell", "Lock"))
        self._sign_out.setText(translate("Shell", "Sign out"))
        self._lock.setShortcutVisibleInContextMenu(True)
        keys = {key.name: key for key in shortcuts.EVERYWHERE}
        named = (
            (self._training, translate("Shell", "Training tray"), None),
            (self._notices, self._unread_words(), keys["notices"]),
            (self._hotline, translate("Shell", "Take a call"), keys["hotline"]),
            (self._counter, translate("Shell", "Counter"), keys["counter"]),
            (self._approvals, translate("Shell", "Approvals"), keys["approvals"]),
            (self._supervise, translate("Shell", "Supervision"), keys["supervise"]),
            (self._arranging, translate("Shell", "Absence and handing over"), keys["arranging"]),
            (self._templates, translate("Shell", "Templates"), keys["templates"]),
            (self._kiosk, translate("Shell", "Check-in kiosk"), keys["kiosk"]),
            (self._my_card, translate("Shell", "My card"), keys["my_card"]),
            (self._doctor, translate("Shell", "Card doctor"), keys["doctor"]),
            (self._settings, translate("Shell", "Settings"), keys["settings"]),
            (self._help, translate("Shell", "Guide"), keys["help"]),
        )
        self._notices.setText(str(self._unread) if self._unread else "")
        for button, text, key in named:
            button.setAccessibleName(text)
            button.setToolTip(shortcuts.with_key(text, key) if key else text)
        self._tint()
        self._measure_person()
