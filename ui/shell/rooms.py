"""The pages that live as long as a session: supervision, approvals, hotline, shifts, notifications.

Each is made when its person first goes there; a lock deletes them with their models at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.roles import Role

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.domain.roles import Actor
    from ui.approvals.page import ApprovalsPage
    from ui.arranging.page import ArrangingPage
    from ui.bridge import Bridge
    from ui.hotline.caller_page import CallerPage
    from ui.hotline.page import HotlinePage
    from ui.hotline.shift_page import ShiftPage
    from ui.notices.page import NoticesPage
    from ui.shell.pages import Pages
    from ui.supervise.page import SupervisePage
    from ui.tasks import Tasks
    from ui.templates.page import TemplatesPage
    from ui.widgets.side_page import SidePage


class Rooms(QObject):
    """Makes the pages of whoever is signed in, for those whose role has them."""

    list_asked = Signal(object)
    """Supervision wants a list shown on the desk."""
    report_asked = Signal(str)
    """A page wants a report shown on the desk."""
    shift_asked = Signal()
    notices_read = Signal()

    def __init__(self, core: Core, bridge: Bridge, tasks: Tasks, pages: Pages) -> None:
        super().__init__(pages)
        self._core, self._bridge, self._tasks, self._pages = core, bridge, tasks, pages
        self._supervise: SupervisePage | None = None
        self._approvals: ApprovalsPage | None = None
        self._hotline: HotlinePage | None = None
        self._caller: CallerPage | None = None
        self._shift: ShiftPage | None = None
        self._notices: NoticesPage | None = None
        self._arranging: ArrangingPage | None = None
        self._templates: TemplatesPage | None = None

    @property
    def may_supervise(self) -> bool:
        """Whether the person who is signed in supervises."""
        from desktop_app.domain.rights import may_supervise

        actor = self._actor()
        return actor is not None and may_supervise(actor)

    @property
    def may_approve(self) -> bool:
        """Whether the person who is signed in approves answers."""
        actor = self._actor()
        approving = {Role.APPROVER, Role.MISCONDUCT_RECIPIENT}
        return actor is not None and bool(actor.roles & approving or actor.deputy_for)

    def supervise(self) -> SupervisePage | None:
        """The page of supervision; None where nobody is signed in who may see it."""
        session = self._core.session
        if session is None or not self.may_supervise:
            return None
        if self._supervise is None:
            from ui.supervise.page import SupervisePage

            self._supervise = SupervisePage(session, self._core.clock, self._bridge, self._tasks, self._pages)
            self._supervise.list_asked.connect(self.list_asked)
            self._pages.take_in(self._supervise)
        return self._supervise

    def approvals(self) -> ApprovalsPage | None:
        """The page of approvals; None where nobody is signed in who approves."""
        session = self._core.session
        if session is None or not self.may_approve:
            return None
        if self._approvals is None:
            from ui.approvals.page import ApprovalsPage

            self._approvals = ApprovalsPage(session, self._core, self._bridge, self._tasks, self._pages)
            self._pages.take_in(self._approvals)
        return self._approvals

    @property
    def may_take_calls(self) -> bool:
        """Whether the person who is signed in takes calls, and shifts over."""
        from desktop_app.domain.hotline import takes_calls

        actor = self._actor()
        return actor is not None and takes_calls(actor)

    def hotline(self) -> HotlinePage | None:
        """The page of a call; None where nobody is signed in who takes calls."""
        session = self._core.session
        if session is None or not self.may_take_calls:
            return None
        if self._hotline is None:
            from ui.hotline.page import HotlinePage

            self._hotline = HotlinePage(session, self._core, self._bridge, self._tasks, self._pages)
            self._hotline.report_asked.connect(self.report_asked)
            self._hotline.shifts_asked.connect(self.shift_asked)
            self._hotline.callers_asked.connect(self.look_up)
            self._pages.take_in(self._hotline)
        return self._hotline

    def caller(self) -> CallerPage | None:
        """The page that looks callers up; None where nobody is signed in who takes calls."""
        session = self._core.session
        if session is None or session.callers is None or not self.may_take_calls:
            return None
        if self._caller is None:
            from ui.hotline.caller_page import CallerPage

            self._caller = CallerPage(session, session.callers, self._tasks, self._pages)
            self._caller.report_asked.connect(self.report_asked)
            self._pages.take_in(self._caller)
        return self._caller

    def shift(self) -> ShiftPage | None:
        """The page of a shift's end; None where nobody is signed in who takes calls."""
        session = self._core.session
        if session is None or not self.may_take_calls:
            return None
        if self._shift is None:
            from ui.hotline.shift_page import ShiftPage

            self._shift = ShiftPage(session, self._core, self._bridge, self._pages)
            self._pages.take_in(self._shift)
        return self._shift

    def notices(self) -> NoticesPage | None:
        """The list of notifications; None while nobody is signed in."""
        session = self._core.session
        if session is None:
            return None
        if self._notices is None:
            from ui.notices.page import NoticesPage

            self._notices = NoticesPage(session, self._core, self._bridge, self._pages)
            self._notices.report_asked.connect(self.report_asked)
            self._notices.read.connect(self.notices_read)
            self._pages.take_in(self._notices)
        return self._notices

    @Slot()
    def open_supervise(self) -> None:
        """Show supervision to those who supervise."""
        self._open(self.supervise())

    @Slot()
    def open_approvals(self) -> None:
        """Show the answers that wait for approval to those who approve."""
        self._open(self.approvals())

    @Slot(str)
    def open_approval(self, report_id: str) -> None:
        """Have the answer of one report read and signed, by those who approve."""
        page = self.approvals()
        self._open(page)
        if page is not None:
            page.begin_with(report_id)

    @Slot()
    def open_hotline(self) -> None:
        """Take a call: for those who do."""
        self._open(self.hotline())

    @Slot()
    def open_caller(self) -> None:
        """Look a caller up: for those who take calls; during a call, the one who speaks."""
        if self._hotline is not None and self._pages.currentWidget() is self._hotline:
            self._hotline.look_caller_up()
        else:
            self.look_up("")

    @Slot(str)
    def look_up(self, phone: str) -> None:
        """Look a number up; empty lets the person type one."""
        page = self.caller()
        self._open(page)
        if page is not None and phone:
            page.show_number(phone)

    @Slot()
    def open_shift(self) -> None:
        """Show the end of a shift to those who take calls."""
        self._open(self.shift())

    @Slot()
    def open_arranging(self) -> None:
        """Show who acts for whom, work handed over, and campaigns."""
        self._open(self.arranging())

    @Slot()
    def open_templates(self) -> None:
        """Show the templates to those who write them."""
        self._open(self.templates())

    @Slot()
    def open_notices(self) -> None:
        """Show the notifications."""
        self._open(self.notices())

    def _open(self, page: SidePage | None) -> None:
        if page is not None and not self._pages.only_intake():
            self._pages.setCurrentWidget(page)
            page.take_focus()

    def closed(self) -> frozenset[str]:
        """The keys (of ``shortcuts.ROOMS``) to pages that are not this person's."""
        doors = (
            (self.may_supervise, {"supervise"}),
            (self.may_take_calls, {"hotline", "caller", "shift"}),
            (self.may_approve, {"approvals"}),
            (self.may_write_templates, {"templates"}),
        )
        return frozenset().union(*(keys for is_open, keys in doors if not is_open))

    @property
    def may_write_templates(self) -> bool:
        """Whether the person who is signed in writes templates: of their unit, or the city's."""
        from desktop_app.domain.templates import kept_by

        actor = self._actor()
        return actor is not None and bool(kept_by(actor))

    def templates(self) -> TemplatesPage | None:
        """The page of templates; None where nobody is signed in who writes them."""
        session = self._core.session
        if session is None or session.arranging is None or not self.may_write_templates:
            return None
        if self._templates is None:
            from ui.templates.page import TemplatesPage

            self._templates = TemplatesPage(session, self._bridge, self._tasks, self._pages)
            self._pages.take_in(self._templates)
        return self._templates

    def arranging(self) -> ArrangingPage | None:
        """The page of absences, work handed over and campaigns; None while nobody is signed in."""
        session = self._core.session
        if session is None or session.arranging is None:
            return None
        if self._arranging is None:
            from ui.arranging.page import ArrangingPage

            self._arranging = ArrangingPage(session, self._core.clock, self._bridge, self._tasks, self._pages)
            self._pages.take_in(self._arranging)
        return self._arranging

    def drop(self) -> None:
        """Delete what there is: the session is over."""
        for page in (
            self._supervise,
            self._approvals,
            self._hotline,
            self._caller,
            self._shift,
            self._arranging,
            self._templates,
            self._notices,
        ):
            if page is not None:
                self._pages.drop(page)
        self._supervise = self._approvals = None
        self._hotline = self._caller = self._shift = self._arranging = self._templates = self._notices = None

    def _actor(self) -> Actor | None:
        session = self._core.session
        return session.person.actor if session is not None else None
