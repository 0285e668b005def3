"""What a file of anchors holds, certificate by certificate, and its installation by a site admin's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import Translated, translate
from ui.sign_in.card_entry import CardEntry
from ui.theme import SPACING
from ui.widgets.flat_tree import FlatTree
from ui.widgets.tick_box import TickBox
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from cardio.trust.csca import DocumentKind
    from desktop_app.ceremonies.anchor_import import AnchorFile
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
        self._done = False
        self._summary = QLabel(self)
        self._summary.setObjectName("settings.anchors.summary")
        wrap(self._summary)
        self._list = FlatTree("settings.anchors.list", self)
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._passports, self._cards = TickBox("", self), TickBox("", self)
        self._passports.setObjectName("settings.anchors.forPassports")
        self._cards.setObjectName("settings.anchors.forCards")
        self._card = CardEntry("settings.anchors.review", core, self)
        self._card.confirmed.connect(self.install)
        self._card.cancelled.connect(self.close_review)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        for tick in (self._passports, self._cards):
            ticks.addWidget(tick)
        ticks.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._summary)
        layout.addWidget(self._list)
        layout.addLayout(ticks)
        layout.addWidget(self._card)

    # --- a file -------------------------------------------------------------------------------------

    def show_file(self, file: AnchorFile) -> None:
        """Show what is in a file; nothing of it is installed yet."""
        self._file, self._done = file, False
        self._fill(file)
        certificates = bool(file.usable)
        chosen = {kind.value for kind in file.kinds} or {"passport"}
        for tick, kind in ((self._passports, "passport"), (self._cards, "identity_card")):
            tick.setVisible(certificates)
            tick.setEnabled(not file.kinds)
            tick.setChecked(kind in chosen)
        self._list.setVisible(certificates or bool(file.refused))
        self._card.forget()
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
        self._file, self._done = None, False
        self._card.forget()
        self._list.clear()
        self.hide()

    @Slot()
    def install(self) -> None:
        """Have the site admin's card sign for the file, once, and install it."""
        file = self._file
        held = None if file is None else self._card.begin()
        if file is None or held is None:
            return
        (reader, pin), kinds = held, self._kinds()
        from desktop_app.ceremonies import anchor_import

        self._tasks.run(
            lambda: anchor_import.install(self._core, reader, pin, file, kinds),
            self._installed,
            self._card.refuse,
        )

    def _kinds(self) -> list[DocumentKind]:
        from cardio.trust.csca import DocumentKind

        ticked = ((self._passports, DocumentKind.PASSPORT), (self._cards, DocumentKind.IDENTITY_CARD))
        return [kind for tick, kind in ticked if tick.isChecked()]

    @Slot(object)
    def _installed(self, _nothing: object) -> None:
        self._done = True
        self._card.conclude()
        for tick in (self._passports, self._cards):
            tick.setEnabled(False)
        self._say()
        self.installed.emit()

    # --- showing ------------------------------------------------------------------------------------

    def _say(self) -> None:
        if self._done:
            done = translate("Settings", "Installed. The admin's signature is kept with it.")
            self._card.notice.say(Tone.GOOD, done)

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
        self._card.ask(
            translate("Settings", "Site admin's PIN (card in the slot)"), translate("Settings", "Install")
        )
        self._say()


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
