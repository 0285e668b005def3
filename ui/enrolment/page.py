"""The enrolment page: the centre's address and the one-time code, and then this is a workstation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.attendance import Direction
from ui import icons
from ui.enrolment.entry import Entry
from ui.language import Translated, translate
from ui.tasks import Tasks
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.middle_card import MiddleCard
from ui.wording import Wording, sentence

if TYPE_CHECKING:
    from desktop_app.core import Core

_ICON = 40
LANES = (None, Direction.IN, Direction.OUT)
"""As the choice lists them."""
_OF_THE_CODE = frozenset({"code_malformed", "code_unknown", "code_used", "code_expired", "too_many_tries"})


class EnrolmentPage(Translated, QWidget):
    """Asks the core to enrol; success arrives as news, a problem is written beside its field."""

    guide_page: ClassVar[str] = "10-start"

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("enrolment")
        self._core, self._tasks = core, tasks
        self._url, self._code = Entry("enrolment.url", self), Entry("enrolment.code", self)
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "title")
        self._hint.setProperty("role", "muted")
        self._lane, self._lane_label = ChoiceBox(self), QLabel(self)
        self._lane.setObjectName("enrolment.lane")
        self._lane_label.setBuddy(self._lane)
        self._lane_label.setProperty("role", "strong")
        self._lane.addItems([""] * len(LANES))
        self._lane.setCurrentIndex(0)  # with words for *nothing chosen* a box begins without a choice
        self._button = QPushButton(self)
        self._button.setObjectName("enrolment.submit")
        self._button.setProperty("kind", "primary")
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._button.clicked.connect(self._submit)
        self._url.line.returnPressed.connect(self._code.line.setFocus)
        self._code.line.returnPressed.connect(self._submit)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = MiddleCard(self, SPACING.normal)
        picture = QLabel(card)
        picture.setPixmap(icons.pixmap("building", "accent", _ICON))
        card.centre(picture, self._heading, self._hint)
        for part in (picture, self._heading, self._hint, self._url, self._code):
            card.column.addWidget(part)
        lane = QVBoxLayout()
        lane.setSpacing(SPACING.tight)
        lane.addWidget(self._lane_label)
        lane.addWidget(self._lane)
        card.column.addLayout(lane)
        card.column.addWidget(self._button)
        card.column.addWidget(self._busy)

    @Slot()
    def _submit(self) -> None:
        for entry in (self._url, self._code):
            if not entry.text():
                entry.show_problem(sentence("empty"))
                return
        url, code, lane = self._url.text(), self._code.text(), LANES[self._lane.currentIndex()]
        self._set_busy(True)
        self._tasks.run(lambda: self._core.enrol(url, code, lane=lane), self._enrolled, self._failed)

    @Slot(object)
    def _enrolled(self, _enrolment: object) -> None:
        self._set_busy(False)
        self._code.line.clear()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        code = getattr(error, "reason", None) or getattr(error, "code", None)
        entry = self._code if code in _OF_THE_CODE else self._url
        entry.show_problem(_without_work(sentence(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for part in (self._button, self._url, self._code, self._lane):
            part.setEnabled(not busy)

    def retranslate(self) -> None:
        """Set every text of the page."""
        self._heading.setText(translate("Enrolment", "Enrol this computer"))
        self._hint.setText(
            translate("Enrolment", "The site admin gives you the address of the centre and a one-time code.")
        )
        self._url.name(translate("Enrolment", "Address of the centre"), "https://…")
        self._code.name(
            translate("Enrolment", "Enrolment code"), translate("Enrolment", "12 letters and digits")
        )
        lane = translate("Enrolment", "Who taps here to check in")
        self._lane_label.setText(lane)
        self._lane.setAccessibleName(lane)
        for at, text in enumerate(
            (
                translate("Enrolment", "comes or goes"),
                translate("Enrolment", "comes: a lane for IN only"),
                translate("Enrolment", "goes: a lane for OUT only"),
            )
        ):
            self._lane.setItemText(at, text)
        self._button.setText(translate("Enrolment", "Enrol"))
        self._button.setAccessibleName(translate("Enrolment", "Enrol"))


def _without_work(told: Wording) -> Wording:
    """Return other advice where the usual one speaks of work that does not exist yet."""
    if told != sentence("unreachable"):
        return told
    advice = translate("Enrolment", "Check the address and the network cable; what you typed is still here.")
    return Wording(told.title, advice)
