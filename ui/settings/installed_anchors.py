"""The anchors of citizens' documents that are installed, the way to remove one, and who changed what.

Removing takes a site admin's card and PIN, like installing; both stay in the record below the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import Translated, translate
from ui.settings.anchor_review import kind_text
from ui.sign_in.card_entry import CardEntry
from ui.theme import SPACING, beside_text
from ui.widgets.flat_tree import FlatTree
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text

if TYPE_CHECKING:
    from cardio.trust.csca import Anchor
    from cardio.trust.document_certificate import DocumentCertificate
    from desktop_app.core import Core
    from desktop_app.trust.anchor_record import AnchorDeed
    from ui.tasks import Tasks

_LIST_HEIGHT: Final = 190
_RECORD_HEIGHT: Final = 110
_COLUMNS: Final = (84, 240, 110)
_RECORD_COLUMNS: Final = (150, 200)
_ANCHOR: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Contents:
    """What is installed and what was done, as read aside."""

    anchors: tuple[Anchor, ...]
    deeds: tuple[AnchorDeed, ...]


class InstalledAnchors(Translated, QWidget):
    """``removed`` is emitted when some are trusted no longer."""

    removed = Signal()

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.installed")
        self._core, self._tasks = core, tasks
        self._contents = _Contents((), ())
        self._find = QLineEdit(self)
        self._find.setObjectName("settings.installed.find")
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._narrow)
        self._list = _tree("settings.installed.list", self, _LIST_HEIGHT)
        self._record = _tree("settings.installed.record", self, _RECORD_HEIGHT)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.itemSelectionChanged.connect(self._chosen)
        self._record_label = QLabel(self)
        self._card = CardEntry("settings.installed", core, self, cancellable=False)
        self._card.confirmed.connect(self.remove)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for part in (self._find, self._list, self._card, self._record_label, self._record):
            layout.addWidget(part)

    def refresh(self) -> None:
        """Show what is installed now; reading it takes a moment, aside."""
        self._tasks.run(self._read, self._show, self._card.refuse)

    def _read(self) -> _Contents:
        workplace = self._core.workplace
        if workplace is None:
            return _Contents((), ())
        anchors = workplace.document_anchors
        return _Contents(anchors.store.anchors, tuple(anchors.deeds()))

    @Slot(object)
    def _show(self, contents: _Contents) -> None:
        self._contents = contents
        self._fill()
        self._chosen()

    # --- removing -----------------------------------------------------------------------------------

    @Slot()
    def _chosen(self) -> None:
        self._card.enable(on=bool(self._list.selectedItems()))

    @Slot()
    def remove(self) -> None:
        """Have the site admin's card sign that those chosen are trusted no longer, and remove them."""
        certificates = self._selected()
        held = self._card.begin() if certificates else None
        if held is None:
            return
        from desktop_app.ceremonies import anchor_import

        reader, pin = held
        self._tasks.run(
            lambda: anchor_import.remove(self._core, reader, pin, certificates),
            self._removed,
            self._card.refuse,
        )

    def _selected(self) -> list[DocumentCertificate]:
        return [item.data(0, _ANCHOR).certificate for item in self._list.selectedItems()]

    @Slot(object)
    def _removed(self, _nothing: object) -> None:
        self._card.forget()
        done = translate("Settings", "Removed. The admin's signature is kept in the record.")
        self._card.notice.say(Tone.GOOD, done)
        self.refresh()
        self.removed.emit()

    # --- showing ------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._list.clear()
        self._list.addTopLevelItems([_row(anchor) for anchor in self._contents.anchors])
        self._narrow(self._find.text())
        self._record.clear()
        self._record.addTopLevelItems([_deed_row(deed) for deed in self._contents.deeds])

    @Slot(str)
    def _narrow(self, text: str) -> None:
        """Show the certificates whose country, name or date has the text; what is hidden is not chosen."""
        wanted = text.strip().casefold()
        for number in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(number)
            if item is not None:
                shown = wanted in " ".join(item.text(column) for column in range(4)).casefold()
                item.setHidden(not shown)
                item.setSelected(item.isSelected() and shown)

    def retranslate(self) -> None:
        """Set the texts."""
        find = translate("Settings", "Find a country or a certificate")
        self._find.setPlaceholderText(find)
        self._find.setAccessibleName(find)
        self._list.setHeaderLabels(
            [
                translate("Settings", "Country"),
                translate("Settings", "Certificate"),
                translate("Settings", "Until"),
                translate("Settings", "Vouches for"),
            ]
        )
        self._list.setAccessibleName(translate("Settings", "Installed certificates"))
        record = translate("Settings", "Who changed what")
        self._record_label.setText(record)
        self._record.setAccessibleName(record)
        self._record.setHeaderLabels(
            [translate("Settings", "When"), translate("Settings", "Who"), translate("Settings", "What")]
        )
        for tree, widths in ((self._list, _COLUMNS), (self._record, _RECORD_COLUMNS)):
            for column, width in enumerate(widths):
                tree.setColumnWidth(column, beside_text(width))
        self._card.ask(
            translate("Settings", "Site admin's PIN (card in the slot)"),
            translate("Settings", "Remove the chosen ones"),
        )
        self._fill()
        self._chosen()


def _tree(name: str, parent: QWidget, height: int) -> FlatTree:
    tree = FlatTree(name, parent)
    tree.setFixedHeight(beside_text(height))
    return tree


def _row(anchor: Anchor) -> QTreeWidgetItem:
    one = anchor.certificate
    kinds = ", ".join(sorted(kind_text(kind.value) for kind in anchor.kinds))
    item = QTreeWidgetItem([one.country, one.title, f"{one.not_after:%d/%m/%Y}", kinds])
    item.setData(0, _ANCHOR, anchor)
    return item


def _deed_row(deed: AnchorDeed) -> QTreeWidgetItem:
    item = QTreeWidgetItem([moment_text(deed.at), deed.who, deed_text(deed)])
    item.setToolTip(2, item.text(2))
    return item


def deed_text(deed: AnchorDeed) -> str:
    """Return what was done, in words."""
    titles = ", ".join(deed.titles)
    match deed.action:
        case "remove":
            text = translate("Settings", "removed")
        case "install_master_list":
            text = translate("Settings", "installed a master list")
        case "install_revocation_list":
            text = translate("Settings", "installed a revocation list")
        case "install_link" | "install_certificate":
            text = translate("Settings", "installed")
        case _:
            return translate("Settings", "no admin's signature: somebody changed the store")
    return f"{text}: {titles}" if titles else text
