"""What a file of anchors holds, certificate by certificate, and its installation by a site admin's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kiosk.officer_panel import officer_reader
from ui.kiosk.officer_texts import Missing, missing_text
from ui.language import Translated, translate
from ui.sign_in.pin_field import PinField
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.tick_box import TickBox
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import Wording, sentence

if TYPE_CHECKING:
    from cardio.trust.csca import DocumentKind
    from desktop_app.anchor_import import AnchorFile
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LIST_HEIGHT: Final = 190
_COLUMNS: Final = (84, 240, 110)


class AnchorReview(Translated, QWidget):
    """Hidden until a file was read; ``installed`` is emitted when it is installed."""

    installed = Signal()

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.anchors.review")
        self._core, self._tasks = core, tasks
        self._file: AnchorFile | None = None
        self._problem: Exception | Missing | None = None
        self._done = False
        self._summary = QLabel(self)
        self._summary.setObjectName("settings.anchors.summary")
        wrap(self._summary)
        self._list = QTreeWidget(self)
        self._list.setObjectName("settings.anchors.list")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._passports, self._cards = TickBox(self), TickBox(self)
        self._passports.setObjectName("settings.anchors.forPassports")
        self._cards.setObjectName("settings.anchors.forCards")
        self._notice = Notice("settings.anchors.outcome", self)
        self._pin = PinField(self)
        self._pin.setObjectName("settings.anchors.pin")
        self._pin.entered.connect(self.install)
        self._pin.letter_refused.connect(self._refuse_letter)
        self._go, self._cancel = QPushButton(self), QPushButton(self)
        self._go.setObjectName("settings.anchors.install")
        self._go.setProperty("kind", "primary")
        self._go.clicked.connect(self.install)
        self._cancel.setObjectName("settings.anchors.cancel")
        self._cancel.clicked.connect(self.close_review)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        ticks, entry = QHBoxLayout(), QHBoxLayout()
        for tick in (self._passports, self._cards):
            ticks.addWidget(tick)
        ticks.addStretch()
        self._entry = QWidget(self)
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self._pin, 1)
        entry.addWidget(self._go)
        entry.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._summary)
        layout.addWidget(self._list)
        layout.addLayout(ticks)
        layout.addWidget(self._notice)
        layout.addWidget(self._entry)

    # --- a file -------------------------------------------------------------------------------------

    def show_file(self, file: AnchorFile) -> None:
        """Show what is in a file; nothing of it is installed yet."""
        self._file, self._problem, self._done = file, None, False
        self._fill(file)
        certificates = bool(file.usable)
        chosen = {kind.value for kind in file.kinds} or {"passport"}
        for tick, kind in ((self._passports, "passport"), (self._cards, "identity_card")):
            tick.setVisible(certificates)
            tick.setEnabled(not file.kinds)
            tick.setChecked(kind in chosen)
        self._list.setVisible(certificates or bool(file.refused))
        self._enable(on=True)
        self._entry.show()
        self.retranslate()
        self.show()

    def _fill(self, file: AnchorFile) -> None:
        self._list.clear()
        refused, number = [], translate("Settings", "No. {number}: refused")
        for one in file.refused:
            why = sentence(one.error).title
            refused.append(QTreeWidgetItem(["–", number.format(number=one.place + 1), "", why]))
            refused[-1].setToolTip(3, why)
        usable = [
            QTreeWidgetItem([one.country, one.title, f"{one.not_after:%d/%m/%Y}"]) for one in file.usable
        ]
        self._list.addTopLevelItems(refused + usable)

    @Slot()
    def close_review(self) -> None:
        """Forget the file and go away."""
        self._file, self._problem, self._done = None, None, False
        self._pin.clear()
        self._list.clear()
        self.hide()

    @Slot()
    def install(self) -> None:
        """Have the site admin's card sign for the file, once, and install it."""
        file, reader = self._file, officer_reader(self._core)
        if file is None or not self._pin.text() or not self._go.isEnabled():
            return
        if reader is None:
            self._problem = Missing.CARD
            self._say()
            return
        self._problem = None
        self._enable(on=False)
        self._say()
        pin, kinds = self._pin.take(), self._kinds()
        from desktop_app import anchor_import

        self._tasks.run(
            lambda: anchor_import.install(self._core, reader, pin, file, kinds),
            self._installed,
            self._refused,
        )

    def _kinds(self) -> list[DocumentKind]:
        from cardio.trust.csca import DocumentKind

        ticked = ((self._passports, DocumentKind.PASSPORT), (self._cards, DocumentKind.IDENTITY_CARD))
        return [kind for tick, kind in ticked if tick.isChecked()]

    @Slot(object)
    def _installed(self, _nothing: object) -> None:
        self._done = True
        self._entry.hide()
        for tick in (self._passports, self._cards):
            tick.setEnabled(False)
        self._say()
        self.installed.emit()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._problem = error
        self._enable(on=True)
        self._say()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _refuse_letter(self) -> None:
        self._problem = Missing.PLAIN_PIN
        self._say()

    # --- showing ------------------------------------------------------------------------------------

    def _enable(self, *, on: bool) -> None:
        for part in (self._pin, self._go):
            part.setEnabled(on)

    def _say(self) -> None:
        if self._done:
            done = translate("Settings", "Installed. The admin's signature is kept with it.")
            self._notice.say(Tone.GOOD, done)
        elif self._problem is None:
            self._notice.clear()
        else:
            words = _words(self._problem)
            self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    def retranslate(self) -> None:
        """Set the texts."""
        if self._file is not None:
            self._summary.setText(summary_text(self._file))
        columns = (
            translate("Settings", "Country"),
            translate("Settings", "Certificate"),
            translate("Settings", "Until"),
            translate("Settings", "Why it is not used"),
        )
        self._list.setHeaderLabels(columns)
        for column, width in enumerate(_COLUMNS):
            self._list.setColumnWidth(column, width)
        self._list.setAccessibleName(translate("Settings", "Certificates in the file"))
        for tick, kind in ((self._passports, "passport"), (self._cards, "identity_card")):
            tick.setText(kind_text(kind))
            tick.setAccessibleName(kind_text(kind))
        pin = translate("Settings", "Site admin's PIN (card in the slot)")
        self._pin.setPlaceholderText(pin)
        self._pin.setAccessibleName(pin)
        named = (
            (self._go, translate("Settings", "Install")),
            (self._cancel, translate("Settings", "Cancel")),
        )
        for button, text in named:
            button.setText(text)
            button.setAccessibleName(text)
        self._say()


def _words(problem: Exception | Missing) -> Wording:
    return missing_text(problem) if isinstance(problem, Missing) else sentence(problem)


def kind_text(kind: str) -> str:
    """Return the kind of document in words."""
    if kind == "passport":
        return translate("Settings", "Passports")
    return translate("Settings", "Identity cards (CCCD)")


def summary_text(file: AnchorFile) -> str:
    """Return what a file is and how much of it can be used."""
    match file.kind:
        case "certificate":
            return translate("Settings", "One country signing certificate. You vouch for it.")
        case "link":
            return translate("Settings", "A country's new certificate, vouched for by its installed one.")
        case "revocation_list":
            return translate(
                "Settings", "A revocation list; the signature of an installed certificate holds."
            )
        case _:
            text = translate(
                "Settings",
                "A master list, its signature holds: {usable} certificates usable, {refused} refused.",
            )
            return text.format(usable=len(file.usable), refused=len(file.refused))
