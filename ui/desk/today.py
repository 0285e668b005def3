"""*Hôm nay*: what the day asks for, lane by lane; each begins with one key and is gone through one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.clock import Clock
from desktop_app.news import SyncStatus
from desktop_app.store.inbox_query import QuickFilter
from ui.inbox.filter_button import FilterButton
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.when import day_text

LANES = (
    QuickFilter.INSTANT,
    QuickFilter.OVERDUE,
    QuickFilter.UNACCEPTED,
    QuickFilter.DUE_TODAY,
    QuickFilter.WAITING_FOR_ME,
    QuickFilter.CONFLICT,
    QuickFilter.NEW,
)
"""What a day begins with: what burns, what is late, what others wait for, what is new."""
_WIDTH = 720


class Today(Translated, QFrame):
    """The first screen after sign-in; says so when nothing is left to do."""

    begun = Signal(object)
    """The ``QuickFilter`` whose reports the person wants to go through."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._counts: Mapping[QuickFilter, int] = {}
        self._arriving = False
        self._offered: Collection[QuickFilter] = frozenset(LANES)
        self.setObjectName("today")
        self.setProperty("role", "pane")
        self._heading, self._standing = QLabel(self), QLabel(self)
        self._heading.setObjectName("today.heading")
        self._heading.setProperty("role", "title")
        self._standing.setObjectName("today.standing")
        self._standing.setProperty("role", "muted")
        self._lanes = [FilterButton(lane, self, key=f"Alt+{number}") for number, lane in enumerate(LANES, 1)]
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*(SPACING.section,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._heading)
        layout.addWidget(self._standing)
        layout.addSpacing(SPACING.small)
        for lane in self._lanes:
            lane.setMaximumWidth(beside_text(_WIDTH))
            lane.clicked.connect(self._begin)
            layout.addWidget(lane)
        layout.addStretch(1)
        scroll = ScrollPage("today.scroll", self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.show_page(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.retranslate()

    def offer(self, lists: Collection[QuickFilter]) -> None:
        """Offer the lanes of these quick filters, and any other only while it holds something."""
        if lists != self._offered:
            self._offered = lists
            self._show_offered()

    def _show_offered(self) -> None:
        for lane in self._lanes:
            lane.setVisible(lane.chosen in self._offered or bool(self._count_of(lane)))
        for number, lane in enumerate(self._in_sight(), 1):
            lane.set_key(f"Alt+{number}")

    def _in_sight(self) -> list[FilterButton]:
        return [lane for lane in self._lanes if not lane.isHidden()]

    def show_counts(self, counts: Mapping[QuickFilter, int]) -> None:
        """Show how many reports each lane holds."""
        self._counts = counts
        for lane in self._lanes:
            lane.set_count(self._count_of(lane))
        self._show_offered()
        self.retranslate()

    @Slot(object)
    def show_status(self, status: SyncStatus) -> None:
        """Claim nothing while the reports are still to come: a first sync runs, or none was begun."""
        arriving = bool(status.total) or status.last_contact is None
        if arriving != self._arriving:
            self._arriving = arriving
            self.retranslate()

    def take_focus(self) -> None:
        """Put the keyboard on the first lane that holds anything."""
        lanes = self._in_sight()
        full = (lane for lane in lanes if self._count_of(lane))
        next(full, lanes[0] if lanes else self).setFocus()

    def act(self, number: int) -> None:
        """Do what Alt+``number`` stands for."""
        lanes = self._in_sight()
        if number <= len(lanes):
            lanes[number - 1].click()

    def retranslate(self) -> None:
        """Say the day and how it stands."""
        day = day_text(self._clock.now())
        self._heading.setText(translate("Today", "Today, {day}").format(day=day))
        self._standing.setText(self._how_it_stands())
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(self._standing.text())

    def _how_it_stands(self) -> str:
        if self._arriving:
            return translate("Today", "The reports have not all reached this computer yet: the numbers grow.")
        if any(self._counts.get(lane) for lane in LANES):
            return translate("Today", "Enter goes through a list one by one; Esc comes back here.")
        return translate("Today", "Nothing is late, nothing is due today, nobody waits for you.")

    @Slot()
    def _begin(self) -> None:
        lane = self.sender()
        if isinstance(lane, FilterButton):
            self.begun.emit(lane.chosen)

    def _count_of(self, lane: FilterButton) -> int:
        return self._counts.get(lane.chosen, 0) if isinstance(lane.chosen, QuickFilter) else 0
