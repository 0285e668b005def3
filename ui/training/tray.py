"""The training tray: a small window beside the program with one virtual card per role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.training.card_view import CardView
from ui.training.deck import Deck
from ui.training.environment import Training
from ui.training.papers import Papers
from ui.training.papers_pane import PapersPane
from ui.wording import sentence

if TYPE_CHECKING:
    from ui.tasks import Tasks

_SIZE = QSize(480, 680)
TAP_MS = 1200
"""How long a tapped card lies on the kiosk's reader."""


class TrainingTray(Translated, QWidget):
    """Cards, and the network's plug. Real readers stay usable beside it."""

    desk_asked = Signal()
    kiosk_asked = Signal()

    def __init__(self, training: Training, tasks: Tasks) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("tray")
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self._training, self._tasks = training, tasks
        self._deck = Deck(training.cards, training.readers, training.desk_reader, training.kiosk_reader)
        slots = training.citizen_slots or training.readers
        self._papers = PapersPane(Papers(training.cards, slots, training.citizen_reader), tasks, self)
        self._views = {label.key: CardView(label, self) for label in self._deck.labels}
        self._lift = QTimer(self)
        self._lift.setSingleShot(True)
        self._lift.setInterval(TAP_MS)
        self._lift.timeout.connect(self._lift_card)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "muted")
        self._problem = QLabel(self)
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._remove = self._button("tray.remove", self._remove_clicked)
        self._network = self._button("tray.network", self._network_clicked)
        self._desk = self._button("tray.desk", self.desk_asked)
        self._kiosk = self._button("tray.kiosk", self.kiosk_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.normal,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._hint)
        for pair in ((self._desk, self._kiosk), (self._remove, self._network)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button, 1)
            layout.addLayout(row)
        layout.addWidget(self._problem)
        layout.addLayout(self._tabs())
        layout.addWidget(self._halves, 1)

    def _tabs(self) -> QHBoxLayout:
        """Staff cards in one half, citizens' documents in the other."""
        self._halves = QStackedWidget(self)
        self._tab_buttons = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACING.tight)
        for number, (name, half) in enumerate((("cards", self._card_list()), ("papers", self._papers))):
            tab = QPushButton(self)
            tab.setObjectName(f"tray.tab.{name}")
            tab.setProperty("kind", "quiet")
            tab.setCheckable(True)
            self._halves.addWidget(half)
            self._tab_buttons.addButton(tab, number)
            row.addWidget(tab, 1)
        self._tab_buttons.button(0).setChecked(True)
        self._tab_buttons.idClicked.connect(self._halves.setCurrentIndex)
        return row

    def _button(self, name: str, receiver: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(receiver)
        return button

    def _card_list(self) -> QScrollArea:
        cards = QWidget(self)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, SPACING.small, 0)
        column.setSpacing(SPACING.small)
        for view in self._views.values():
            view.inserted.connect(self._insert)
            view.tapped.connect(self._tap)
            column.addWidget(view)
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(cards)
        area.viewport().setAutoFillBackground(False)
        cards.setAutoFillBackground(False)
        return area

    # --- hands --------------------------------------------------------------------------------------

    @Slot(str)
    def _insert(self, key: str) -> None:
        """Put the card in and let the desk have the keyboard: the PIN comes next."""
        self._deck.insert(key)
        self._show_cards()
        self.desk_asked.emit()

    @Slot()
    def _remove_clicked(self) -> None:
        self._deck.remove()
        self._show_cards()

    @Slot(str)
    def _tap(self, key: str) -> None:
        """Lay the card on the kiosk's reader for a moment; the desk's card stays where it is."""
        if self._deck.inserted() == key:
            self._say_problem(translate("Training", "This card is in the desk's reader: take it out first."))
            return
        self._say_problem("")
        self.kiosk_asked.emit()
        self._deck.insert(key, self._training.kiosk_reader)
        self._lift.start(TAP_MS)

    @Slot()
    def _lift_card(self) -> None:
        self._deck.remove(self._training.kiosk_reader)

    @Slot()
    def _network_clicked(self) -> None:
        network = self._training.network
        self._network.setEnabled(False)
        self._tasks.run(network.cut if network.connected else network.restore, self._switched, self._failed)

    @Slot(object)
    def _switched(self, _nothing: object) -> None:
        self._say_problem("")
        self._network.setEnabled(True)
        self.retranslate()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._switched(None)
        self._say_problem(str(sentence(error)))

    # --- showing ------------------------------------------------------------------------------------

    def _show_cards(self) -> None:
        self._say_problem("")
        inside = self._deck.inserted()
        for key, view in self._views.items():
            view.show_there(there=key == inside)
        self._remove.setEnabled(inside is not None)

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self.setWindowTitle(translate("Training", "Training tray"))
        tabs = (translate("Training", "Staff cards"), translate("Training", "Citizens' documents"))
        for number, text in enumerate(tabs):
            self._tab_buttons.button(number).setText(text)
            self._tab_buttons.button(number).setAccessibleName(text)
        self._hint.setText(
            translate("Training", "Put a card into the reader, type its PIN, and work as that person.")
        )
        connected = self._training.network.connected
        texts = (
            (self._remove, translate("Training", "Take the card out"), "undo"),
            (
                self._network,
                translate("Training", "Cut the network")
                if connected
                else translate("Training", "Restore the network"),
                "network-off" if connected else "network",
            ),
            (self._desk, translate("Training", "Open the desk"), "inbox"),
            (self._kiosk, translate("Training", "Open the kiosk"), "kiosk"),
        )
        for button, text, icon in texts:
            button.setText(text)
            button.setAccessibleName(text)
            button.setIcon(icons.icon(icon))
        self._show_cards()
