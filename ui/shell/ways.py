"""The ways to the pages that need nobody signed in, and to the counter; each is made when first gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.shell.pages import Pages
    from ui.widgets.side_page import SidePage


class Ways(QObject):
    """Shows settings, doctor, *My card* and counter; while the clerk's reader is lent the counter alone."""

    def __init__(self, core: Core, pages: Pages) -> None:
        super().__init__(pages)
        self._core, self._pages = core, pages

    @property
    def may_receive(self) -> bool:
        """Whether the person who is signed in receives citizens."""
        from desktop_app.domain.rights import may_receive

        session = self._core.session
        return session is not None and may_receive(session.person.actor)

    @Slot()
    def open_settings(self) -> None:
        """Show the settings."""
        if not self._pages.only_intake():
            self._go_to(self._pages.settings)

    @Slot()
    def open_readers(self) -> None:
        """Show the settings of the readers."""
        if not self._pages.only_intake():
            self._go_to(self._pages.settings)
            self._pages.settings.show_readers()

    @Slot()
    def open_doctor(self) -> None:
        """Show the card doctor, which examines at once."""
        if not self._pages.only_intake():
            self._go_to(self._pages.doctor)

    @Slot()
    def open_my_card(self) -> None:
        """Show the card that lies in a reader."""
        if not self._pages.only_intake():
            self._go_to(self._pages.my_card)

    @Slot()
    def open_counter(self) -> None:
        """Show the counter to those who may receive citizens."""
        if self.may_receive:
            self._go_to(self._pages.counter)

    def _go_to(self, page: SidePage) -> None:
        self._pages.setCurrentWidget(page)
        page.take_focus()
