"""The pages of the main window; all but the sign-in are built when first asked for: the PIN comes first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.sign_in.page import SignInPage

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.counter.page import CounterPage
    from ui.doctor.page import DoctorPage
    from ui.enrolment.page import EnrolmentPage
    from ui.my_card.page import MyCardPage
    from ui.settings.page import SettingsPage
    from ui.settings.preferences import Preferences
    from ui.tasks import Tasks
    from ui.widgets.side_page import SidePage

Page = TypeVar("Page", bound="SidePage")


class Pages(QStackedWidget):
    """Holds the pages; desk and leaving come and go with a session."""

    back_asked = Signal()
    readers_asked = Signal()
    anchor_missing = Signal(bool)

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        tasks: Tasks,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core, self._bridge, self._tasks, self._preferences = core, bridge, tasks, preferences
        self.sign_in = SignInPage(core, bridge, tasks, self)
        self.addWidget(self.sign_in)

    @cached_property
    def enrolment(self) -> EnrolmentPage:
        """The workstation's enrolment."""
        from ui.enrolment.page import EnrolmentPage

        page = EnrolmentPage(self._core, self._tasks, self)
        self.addWidget(page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """What can be set."""
        from ui.settings.page import SettingsPage

        return self._beside(SettingsPage(self._core, self._bridge, self._tasks, self._preferences, self))

    @cached_property
    def doctor(self) -> DoctorPage:
        """What works for cards and what does not."""
        from ui.doctor.page import DoctorPage

        page = self._beside(DoctorPage(self._core, self._bridge, self._tasks, self))
        page.readers_asked.connect(self.readers_asked)
        return page

    @cached_property
    def my_card(self) -> MyCardPage:
        """The card that lies in a reader."""
        from ui.my_card.page import MyCardPage

        return self._beside(MyCardPage(self._core, self._bridge, self._tasks, self))

    @cached_property
    def counter(self) -> CounterPage:
        """Where citizens' documents are read."""
        from ui.counter.page import CounterPage

        page = self._beside(CounterPage(self._core, self._bridge, self._tasks, self))
        page.anchor_missing.connect(self.anchor_missing)
        return page

    def only_intake(self) -> bool:
        """Whether the clerk's reader is lent: until card and PIN are back, the counter is all there is."""
        page = self.__dict__.get("counter")
        return page is not None and page.hand_over.reader is not None

    def take_in(self, page: SidePage) -> None:
        """Take in a page that its maker will ``drop``."""
        self._beside(page)

    def drop(self, page: QWidget) -> None:
        """Take a page out for good, off the screen at once."""
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _beside(self, page: Page) -> Page:
        """Take a page in beside the desk."""
        page.back_asked.connect(self.back_asked)
        self.addWidget(page)
        return page
