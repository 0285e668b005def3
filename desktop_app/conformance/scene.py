"""What the clauses share: one workstation, its terminal, desks by role, reports to work on.

Everything is prepared when first needed. What cannot be had makes a clause untested, not broken:
its own clause says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from desktop_app import jose
from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.desk import Desk, Document, assertion, offer
from desktop_app.conformance.endings import Broken, Untested
from desktop_app.conformance.exchange import Answer, Exchange
from desktop_app.conformance.terminal import Terminal
from desktop_app.conformance.workstation import Workstation

DISPATCHER, HANDLER, RECIPIENT = "dispatcher", "handler", "misconduct_recipient"
SUPERVISOR: Final = "supervisor"
APPROVER, PUBLISHER = "approver", "publisher"
_CLOSED: Final = frozenset({"rejected", "duplicate", "published", "closed"})
_LED: Final = frozenset({"distributed", "in_progress"})
T = TypeVar("T")


class Scene:
    """One run against one server."""

    def __init__(
        self,
        url: str,
        code: str | None,
        cards: CardFolder,
        expired_cursor: str | None = None,
        ca: Path | None = None,
    ) -> None:
        """``expired_cursor`` is one of the dispatcher's that the server must have forgotten."""
        self.exchange = Exchange(url, ca)
        self.code = code
        self.cards = cards
        self.expired_cursor = expired_cursor
        self._made: dict[str, Any] = {}

    def _once(self, name: str, make: Callable[[], T]) -> T:
        """Prepare something once; a failure is remembered, too."""
        if name not in self._made:
            try:
                self._made[name] = make()
            except Broken as broken:
                self._made[name] = Untested(f"no {name}: {broken.detail}")
            except Untested as untested:
                self._made[name] = untested
            except (LookupError, TypeError, ValueError) as odd:
                self._made[name] = Untested(f"no {name}: {type(odd).__name__}")
        made: T = self._made[name]
        if isinstance(made, Untested):
            raise made
        return made

    # --- the workstation -----------------------------------------------------------------------

    def enrolment(self) -> Answer:
        """Return the answer to our one enrolment, whatever it was."""
        return self._once("enrolment", self._enrol)[1]

    def workstation(self) -> Workstation:
        """Return the enrolled workstation."""
        station, answer = self._once("enrolment", self._enrol)
        self._once("workstation", lambda: answer.expect(201))
        return station

    def _enrol(self) -> tuple[Workstation, Answer]:
        if self.code is None:
            raise Untested("no enrolment code (--code)")
        station = Workstation(self.exchange)
        return station, station.enrol(self.code)

    def bundle(self) -> Document:
        """Return the claims of the trust bundle that came with the enrolment."""
        station = self.workstation()
        claims = self._once("bundle", lambda: jose.unverified(self.enrolment().document["bundle"]).claims)
        station.token_url = str(claims["token_url"])
        return claims

    def own_token(self) -> str:
        """Return the workstation's own token."""
        station = self.workstation()
        self.bundle()
        return str(self._once("workstation token", lambda: station.own_grant().expect(200))["access_token"])

    def terminal(self) -> Terminal:
        """Return the journal of the workstation's terminal."""
        station, token = self.workstation(), self.own_token()
        return self._once("terminal", lambda: Terminal(station, token))

    # --- people -------------------------------------------------------------------------------

    def desk(self, role: str) -> Desk:
        """Return a signed-in person of ``role`` who has bootstrapped."""
        return self._once(f"desk of the {role}", lambda: self._sit_down(role))

    def _sit_down(self, role: str) -> Desk:
        desk = self.sign_in(role)
        desk.drain()
        return desk

    def sign_in(self, role: str) -> Desk:
        """Return a new sign-in of a person of ``role``."""
        card, station = self.cards.card(role), self.workstation()
        self.bundle()
        return Desk(station, offer(station, assertion(card, station)).expect(200))

    # --- reports ------------------------------------------------------------------------------

    def open_report(self) -> Document:
        """Return an open report as the dispatcher has it now."""
        desk = self.desk(DISPATCHER)
        return self._first("open report", desk.reports(), lambda report: report["state"] not in _CLOSED)

    def led_report(self) -> Document:
        """Return a report, distributed or in progress, that the handler's own units lead."""
        desk = self.desk(HANDLER)
        units = desk.person["units"]

        def led(report: Document) -> bool:
            return report["state"] in _LED and report["assignment"]["lead_unit"] in units

        return self._first("report led by the handler", desk.reports(), led)

    def foreign_report(self) -> Document:
        """Return an ordinary report that the dispatcher sees and the handler does not."""
        handler, dispatcher = self.desk(HANDLER), self.desk(DISPATCHER)
        dispatcher.drain()
        return self._first(
            "report beyond the handler", dispatcher.reports(), lambda report: not handler.concerns(report)
        )

    def private_report(self) -> Document:
        """Return a misconduct report."""
        return self._first("misconduct report", self.desk(RECIPIENT).reports(), lambda one: one["private"])

    def _first(self, what: str, reports: list[Document], fits: Callable[[Document], bool]) -> Document:
        found = next((report for report in reports if fits(report)), None)
        if found is None:
            raise Untested(f"no {what}")
        return found
