"""The state machine: people act, desks sync, networks and machines fail; at the end everything must agree."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import CommandRefused, DraftContent
from tests.chaos.ledger import Confirmed
from tests.model.acts import payload
from tests.model.desk import Desk
from tests.model.judgement import judge
from tests.model.network import Fault
from tests.model.template import DESKS, template
from tests.support.small_city import LEAD, OTHER, TEAM

QUIET_ROUNDS = 60
PAGES = (4, 500)
FORWARD = (
    Command.VERIFY, Command.DISTRIBUTE, Command.ACCEPT, Command.RESUME, Command.SUBMIT, Command.APPROVE,
    Command.PUBLISH,
)  # fmt: skip
HOLD_OVER = 6.0
"""Seconds after which no command is held for undo any more."""
_desk = st.integers(0, len(DESKS) - 1)
_place = st.integers(0, 50)
_fault = st.sampled_from([Fault.NONE, Fault.NONE, *Fault])


class Totals:
    """What all histories of a process came to, for the line that sums up."""

    histories = 0
    events = 0
    kills = 0
    faults = 0


class Histories(RuleBasedStateMachine):
    """One history over a copy of the template."""

    def __init__(self) -> None:
        super().__init__()
        made = template()
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        self.world, self.desks = made.copy(self.folder / "all")
        self.titles = {id_: report.title for id_, report in self.world.reports().items()}
        self.acts = 0
        self.backed_up = False

    @initialize(page=st.sampled_from(PAGES), on=st.booleans())
    def begins(self, page: int, on: bool) -> None:
        """How much the desks ask for at once (little makes many borders between pages), and the policy."""
        for desk in self.desks:
            desk.page = page
        self.world.let_approvers_publish(on=on)

    # --- people -----------------------------------------------------------------------------------

    @rule(desk=_desk, report=_place, command=_place)
    def act(self, desk: int, report: int, command: int) -> None:
        """Somebody carries out a legal command on a report they have."""
        here = self.desks[desk]
        with here.store.reader() as connection:
            ids = [id_ for (id_,) in connection.rows("SELECT id FROM report ORDER BY id")]
        if not ids:
            return
        seen = here.store.reports.get(ids[report % len(ids)])
        legal = here.triage.legal(seen)
        if not legal:
            return
        self._do(here, seen.id, legal[command % len(legal)])

    @rule(desk=_desk, report=_place)
    def note(self, desk: int, report: int) -> None:
        """Somebody writes a note."""
        here = self.desks[desk]
        with here.store.reader() as connection:
            ids = [id_ for (id_,) in connection.rows("SELECT id FROM report ORDER BY id")]
        if ids:
            self._do(here, ids[report % len(ids)], Command.NOTE)

    def _do(self, here: Desk, report_id: str, command: Command) -> None:
        self.acts += 1
        token = f"<{here.identity.name}.{self.acts}>"
        made = payload(command, here.store.reports.get(report_id), token, here.clock.now())
        if made is None:
            return
        try:
            event = here.triage.do(here.store.reports.get(report_id), command, made).event
        except (CommandRefused, PayloadInvalid):
            return
        here.history.done[event.id] = Confirmed(event.id, report_id, str(command), token)
        here.last_event = event.id

    @rule(report=_place)
    def progress(self, report: int) -> None:
        """A good hour: everybody in step, and the report goes on by a step at whose desk it can."""
        ids = sorted(self.titles)
        report_id = ids[report % len(ids)]
        for here in self.desks:
            here.pull()
            if not here.store.reports.has(report_id):
                continue
            legal = here.triage.legal(here.store.reports.get(report_id))
            forward = next((command for command in FORWARD if command in legal), None)
            if forward is not None:
                self._do(here, report_id, forward)
                self.world.passes(HOLD_OVER)
                here.push()

    @rule(desk=_desk)
    def undo(self, desk: int) -> None:
        """The last act is taken back, if that is still possible."""
        here = self.desks[desk]
        if here.last_event is not None and here.triage.undo(here.last_event):
            here.history.undone.add(here.last_event)

    @rule(desk=_desk, report=_place)
    def draft(self, desk: int, report: int) -> None:
        """Somebody goes on with the draft of an answer."""
        here, ids = self.desks[desk], sorted(self.titles)
        self.acts += 1
        text = f"<{here.identity.name}.{self.acts}>"
        here.triage.save_draft(ids[report % len(ids)], DraftContent(text))
        here.history.drafts[ids[report % len(ids)]] = text

    @rule(desk=_desk, which=_place, choice=st.sampled_from(["mine", "theirs", "again"]))
    def decide(self, desk: int, which: int, choice: str) -> None:
        """Somebody decides about what needs a person."""
        here = self.desks[desk]
        waiting = here.store.outbox.needs_person()
        if not waiting:
            return
        event_id = waiting[which % len(waiting)].event.id
        if choice == "again":
            here.triage.retry(event_id)
            return
        if choice == "mine":
            try:
                event = here.triage.resolve_mine(event_id).event
            except CommandRefused:
                return
            here.history.done[event.id] = Confirmed(event.id, event.entity_id, str(event.type))
        else:
            here.triage.resolve_theirs(event_id)
        here.history.discarded.add(event_id)

    # --- exchanges, and what goes wrong -----------------------------------------------------------

    @rule(desk=_desk, fault=_fault)
    def push(self, desk: int, fault: Fault) -> None:
        """A desk sends."""
        self.desks[desk].network.fault = fault
        self.desks[desk].push()

    @rule(desk=_desk, fault=_fault)
    def pull(self, desk: int, fault: Fault) -> None:
        """A desk fetches."""
        self.desks[desk].network.fault = fault
        self.desks[desk].pull()

    @rule(desk=_desk)
    def late(self, desk: int) -> None:
        """What was under way for long arrives behind what came later."""
        self.desks[desk].deliver_late()

    @rule(desk=_desk)
    def kill(self, desk: int) -> None:
        """A desk's process is killed and started again."""
        self.desks[desk].kill()

    @rule(seconds=st.sampled_from([1.0, HOLD_OVER, 600.0, 5000.0]))
    def time_passes(self, seconds: float) -> None:
        """Time passes: holds run out, nonces and tokens end."""
        self.world.passes(seconds)

    @rule(desk=_desk, hours=st.sampled_from([-48, -1, 1, 48]))
    def clock_jumps(self, desk: int, hours: int) -> None:
        """Somebody sets a desk's clock, or its battery is empty."""
        self.desks[desk].clock.skew += timedelta(hours=hours)

    @rule(desk=_desk, seconds=st.sampled_from([30.0, 4000.0]))
    def suspend(self, desk: int, seconds: float) -> None:
        """A desk sleeps while the others go on."""
        self.world.passes(seconds)
        self.desks[desk].clock.slept += seconds

    # --- the centre -------------------------------------------------------------------------------

    @rule(report=_place, unit=st.sampled_from([LEAD, OTHER, TEAM]))
    def hand_over(self, report: int, unit: str) -> None:
        """A report goes to another unit."""
        ids = sorted(self.titles)
        self.world.hand_over(ids[report % len(ids)], unit)

    @rule(desk=_desk, units=st.sampled_from([(), (LEAD,), (OTHER,), (LEAD, OTHER)]))
    def rights(self, desk: int, units: tuple[str, ...]) -> None:
        """Somebody's posts change."""
        self.world.change_posts(self.desks[desk].identity.officer, units)

    @rule(on=st.booleans())
    def policy(self, on: bool) -> None:
        """The organisation lets its approvers publish, or no longer."""
        self.world.let_approvers_publish(on=on)

    @rule(desk=_desk, report=_place, moves=st.booleans())
    def overtaken(self, desk: int, report: int, *, moves: bool) -> None:
        """Somebody writes while the line is down; meanwhile the report goes elsewhere, or their posts end."""
        here, ids = self.desks[desk], sorted(self.titles)
        report_id = ids[report % len(ids)]
        if not here.store.reports.has(report_id):
            return
        self._do(here, report_id, Command.NOTE)
        if moves:
            self.world.hand_over(report_id, OTHER)
        else:
            self.world.change_posts(here.identity.officer, ())
        here.push()

    @precondition(lambda self: not self.backed_up)
    @rule()
    def back_up(self) -> None:
        """The centre takes a backup."""
        self.world.back_up()
        self.backed_up = True

    @precondition(lambda self: self.backed_up)
    @rule()
    def restore(self) -> None:
        """The centre is restored from its backup."""
        self.world.restore()
        self.backed_up = False

    # --- the end ----------------------------------------------------------------------------------

    def teardown(self) -> None:
        """Let everything come to rest, and judge."""
        try:
            self._settle()
            found = judge(self.world, self.desks, self.titles)
            assert found.hold, "\n" + "\n".join(found.lines())
        finally:
            self._count()
            for desk in self.desks:
                desk.close()
            self.world.close()
            shutil.rmtree(self.folder)

    def _settle(self) -> None:
        for desk in self.desks:
            desk.network.fault = Fault.NONE
            desk.deliver_late()
        for _ in range(QUIET_ROUNDS):
            self.world.passes(HOLD_OVER)
            moved = [desk.moved() for desk in self.desks]
            if not any(moved):
                return
        raise AssertionError("it never became quiet")

    def _count(self) -> None:
        Totals.histories += 1
        Totals.events += sum(len(desk.history.done) for desk in self.desks)
        Totals.kills += sum(desk.kills for desk in self.desks)
        Totals.faults += sum(desk.network.faults for desk in self.desks)
