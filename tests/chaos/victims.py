"""What runs in the processes that are killed: the real core on virtual cards, without a screen.

Each says what was confirmed, as a message on its pipe, and says it only after the program had confirmed
it: a person would have seen the row change, or heard the tone, at that moment.
"""

from __future__ import annotations

import logging
import os
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from cardio.simulator import CardFile, VirtualPivCard, VirtualReaders
from desktop_app.api.errors import ApiError
from desktop_app.attendance import evidence
from desktop_app.core import Core
from desktop_app.domain import payloads
from desktop_app.domain.report import Priority
from desktop_app.domain.workflow import Command
from desktop_app.news import CardLeft, Contact, TapResult
from desktop_app.session import Session
from desktop_app.settings import Home
from desktop_app.sign_in.outcome import SignInRefused
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import StoreError
from desktop_app.triage.report_files import FileToAttach
from desktop_app.triage.triage import CommandRefused, DraftContent, Triage
from tests.chaos.centre import PIN
from tests.chaos.ledger import Desk, OutboxRow
from tests.support.deadline import until
from tests.support.pictures import photo

DESK, KIOSK = "Desk reader", "Kiosk reader"
DRAIN_SECONDS = 45.0
ATTACHES = os.environ.get("CHAOS_UPLOADS") != "0"
"""Whether people attach files too; ``make soak UPLOADS=0`` leaves them out."""
FILE_BYTES = 600_000
"""More than one piece of an upload."""


class Tell(Protocol):
    """Who is told what was confirmed: the pipe to the harness."""

    def send(self, message: tuple[Any, ...], /) -> None: ...


@contextmanager
def core_on(root: Path) -> Iterator[tuple[Core, VirtualReaders]]:
    """The program on the files in ``root``; what it logs goes beside them."""
    log = root.with_name(root.name + ".log")
    logging.basicConfig(filename=log, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    readers = VirtualReaders()
    readers.add_reader(DESK)
    readers.add_reader(KIOSK, contactless=True)
    core = Core(Home(root), [readers], use_keyring=False)
    core.start()
    try:
        until(lambda: len(core.readers.readers()) == 2, what="two readers")
        yield core, readers
    finally:
        core.stop()


def enrol(root: Path, url: str, code: str, tell: Tell) -> None:
    """Enrol the workstation; say its terminal's id."""
    with core_on(root) as (core, _):
        tell.send(("enrolled", core.enrol(url, code).terminal_id))


@contextmanager
def signed_in(root: Path, card: CardFile) -> Iterator[Session | str]:
    """A session with ``card``, online or offline; or why there is none."""
    with core_on(root) as (core, readers):
        readers.insert(DESK, VirtualPivCard(card))
        until(lambda: any(state.atr for state in core.readers.readers()), what="the card")
        try:
            session = core.sign_in.begin(DESK, bytearray(PIN.encode())).result(40)
        except (SignInRefused, ApiError) as refused:
            yield str(getattr(refused, "code", refused))
            return
        yield session


# --- a person ----------------------------------------------------------------------------------------------


def triage(root: Path, card: CardFile, seed: str, targets: Sequence[str], tell: Tell) -> None:
    """Work on the reports of ``targets`` without end, at random; confirm each command, undo and draft."""
    with signed_in(root, card) as session:
        if isinstance(session, str):
            tell.send(("refused", session))
            return
        tell.send(("ready", session.online))
        worker = _Worker(session, random.Random(seed), seed, tell)
        while True:
            known = [id_ for id_ in targets if session.store.reports.has(id_)]
            worker.act(known)
            threading.Event().wait(worker.pause())


class _Worker:
    """One person at random."""

    def __init__(self, session: Session, chance: random.Random, name: str, tell: Tell) -> None:
        self._store, self._triage = session.store, session.triage
        self._chance, self._name, self._tell = chance, name, tell
        self._done = 0

    def pause(self) -> float:
        """Return the seconds until the next act."""
        return self._chance.uniform(0.0, 0.03)

    def act(self, known: Sequence[str]) -> None:
        """Do one thing."""
        if not known or self._chance.random() < 0.05:
            self._decide()
            return
        report_id = self._chance.choice(known)
        kind = self._chance.random()
        if kind < 0.1:
            self._draft(report_id)
        elif ATTACHES and kind < 0.15:
            self._attach(report_id)
        else:
            self._command(report_id)

    def _command(self, report_id: str) -> None:
        self._done += 1
        token = f"<{self._name}.{self._done}>"
        try:
            report = self._store.reports.get(report_id)
            legal = [c for c in self._triage.legal(report) if c in _PAYLOADS]
            command = self._chance.choice([Command.NOTE, *legal])
            pending = self._triage.do(report, command, _PAYLOADS[command](token))
        except (CommandRefused, StoreError) as refused:  # it left the scope meanwhile
            if isinstance(refused, StoreError) and refused.code != "no_such_report":
                raise
            return
        self._tell.send(("done", pending.event.id, report_id, str(command), token))
        if self._chance.random() < 0.1 and self._triage.undo(pending.event.id):
            self._tell.send(("undone", pending.event.id))

    def _attach(self, report_id: str) -> None:
        self._done += 1
        file = FileToAttach("a.jpg", photo(number=self._done).ljust(FILE_BYTES, self._name.encode()[-1:]))
        try:
            pending = self._triage.attach(report_id, file)
        except CommandRefused:
            return
        self._tell.send(("done", pending.event.id, report_id, str(Command.ATTACH), ""))

    def _draft(self, report_id: str) -> None:
        self._done += 1
        self._triage.save_draft(report_id, DraftContent(f"<{self._name}.{self._done}>"))
        self._tell.send(("draft", report_id, f"<{self._name}.{self._done}>"))

    def _decide(self) -> None:
        for pending in self._store.outbox.needs_person()[:1]:
            decide(self._triage, pending.event.id, mine=self._chance.random() < 0.5, tell=self._tell)


def decide(triage: Triage, event_id: str, *, mine: bool, tell: Tell) -> None:
    """Choose between mine and theirs; where mine is not legal any more, theirs."""
    if mine:
        try:
            pending = triage.resolve_mine(event_id)
        except CommandRefused:
            pass
        else:
            event = pending.event
            tell.send(("done", event.id, event.entity_id, str(event.type), ""))
            return
    triage.resolve_theirs(event_id)
    tell.send(("discarded", event_id))


_PAYLOADS: dict[Command, Callable[[str], payloads.Payload]] = {
    Command.NOTE: payloads.Text,
    Command.CONTRIBUTE: payloads.Text,
    Command.TAG: lambda token: payloads.Tag(add=(token,)),
    Command.PRIORITISE: lambda token: payloads.Prioritise(
        Priority.HIGH if token.endswith(("1>", "3>", "5>")) else Priority.NORMAL
    ),
    Command.ACCEPT: lambda _token: payloads.Nothing(),
    Command.RESUME: lambda _token: payloads.Nothing(),
    Command.MONITOR: lambda _token: payloads.Monitor((datetime.now(UTC) + timedelta(days=3)).date()),
}


def drain(root: Path, card: CardFile, seed: str, tell: Tell) -> None:
    """Sign in, decide whatever waits for a decision, and stay until everything has gone out."""
    chance = random.Random(seed)
    with signed_in(root, card) as session:
        if isinstance(session, str):
            tell.send(("refused", session))
            return
        outbox = session.store.outbox

        def quiet() -> bool:
            for pending in outbox.needs_person():
                decide(session.triage, pending.event.id, mine=chance.random() < 0.3, tell=tell)
            return outbox.counts() == (0, 0)

        _patiently(quiet, outbox.counts, "an empty outbox", tell)
        tell.send(("drained",))


def witness(root: Path, card: CardFile, versions: dict[str, int], entries: int, tell: Tell) -> None:
    """Sign in, stay until the store seems to be where the centre is, and say what is in it."""
    with signed_in(root, card) as session:
        if isinstance(session, str):
            tell.send(("refused", session))
            return
        store = session.store

        def there() -> tuple[dict[str, int], int]:
            with store.reader() as connection:
                found: dict[str, int] = dict(connection.rows("SELECT id, version FROM report"))
                return found, int(connection.value("SELECT count(*) FROM entry"))

        def caught_up() -> bool:
            return not store.sync_state.staging and there() == (versions, entries)

        _patiently(caught_up, there, "the centre's state", tell)
        tell.send(("desk", kept_by(session.store)))


def _patiently(condition: Callable[[], bool], standing: Callable[[], object], what: str, tell: Tell) -> None:
    """Wait while ``standing()`` moves, and go on where it does not: what is missing the ledger says.

    Each move is told: on a busy machine work takes long, and is no hanging.
    """
    while not condition():
        try:
            until(partial(_over_or_moved, condition, standing, standing()), DRAIN_SECONDS, what)
        except AssertionError as late:
            logging.getLogger(__name__).warning("%s", late)
            return
        tell.send(("moved",))


def _over_or_moved(condition: Callable[[], bool], standing: Callable[[], object], before: object) -> bool:
    return condition() or standing() != before


def kept_by(store: AccountStore) -> Desk:
    """What a store holds at the end."""
    with store.reader() as connection:
        outbox = connection.rows("SELECT id, entity_id, state, problem FROM outbox")
        drafts = connection.rows("SELECT DISTINCT report_id FROM draft")
        entries = connection.rows("SELECT id FROM entry")
        reports = [id_ for (id_,) in connection.rows("SELECT id FROM report")]
    kept = {id_: store.drafts.latest(id_) for (id_,) in drafts}
    return Desk(
        outbox=tuple(OutboxRow(id_, entity, state, bytes(problem)) for id_, entity, state, problem in outbox),
        reports={id_: store.reports.base_json(id_) for id_ in reports},
        entries=frozenset(id_ for (id_,) in entries),
        drafts={id_: draft.text for id_, draft in kept.items() if draft is not None},
    )


# --- a kiosk -----------------------------------------------------------------------------------------------


def kiosk(root: Path, cards: Sequence[CardFile], seed: str, tell: Tell) -> None:
    """Take taps without end; confirm each when the screen would."""
    chance = random.Random(seed)
    virtual = [VirtualPivCard(card) for card in cards]
    with core_on(root) as (core, readers):
        left = threading.Event()
        core.bus.subscribe(CardLeft, lambda _left: left.set())
        tapped = threading.Event()

        def heard(result: TapResult) -> None:
            tell.send(("tap", result.seq, result.event_id))
            tapped.set()

        core.bus.subscribe(TapResult, heard)
        core.check_in.open([KIOSK])
        while True:
            for signal in (left, tapped):
                signal.clear()
            readers.insert(KIOSK, chance.choice(virtual))
            _wait(tapped, "the tap")
            readers.remove(KIOSK)
            _wait(left, "the empty reader")


def _wait(signal: threading.Event, what: str) -> None:
    if not signal.wait(DRAIN_SECONDS):
        raise AssertionError(f"{what} did not come")


def receipts(root: Path, export: Path, tell: Tell) -> None:
    """Stay until every row has its receipt; write the evidence to ``export``, say what is in the journal."""
    with core_on(root) as (core, _):
        workplace = core.workplace
        if workplace is None:
            raise AssertionError("not enrolled any more")
        store, sync = workplace.store, workplace.sync
        _patiently(
            lambda: store.outbox.waiting() == 0 and sync.status.contact is Contact.ONLINE,
            store.outbox.waiting,
            "all receipts",
            tell,
        )
        keys = workplace.trust.bundle.receipt_keys
        evidence.export(store, workplace.enrolment.chain, keys, export)
        rows = store.journal.rows(1, 10**9)
        key = export.with_name(evidence.RECEIPT_KEY_FILE).read_bytes()
        tell.send(("journal", [(row.seq, row.event_id) for row in rows], key))


# --- a new colleague ---------------------------------------------------------------------------------------


def first_sync(root: Path, card: CardFile, tell: Tell) -> None:
    """Sign in and let the first sync run; say how many reports are there, again and again."""
    with signed_in(root, card) as session:
        if isinstance(session, str):
            tell.send(("refused", session))
            return
        while True:
            with session.store.reader() as connection:
                tell.send(("rows", int(connection.value("SELECT count(*) FROM report"))))
            threading.Event().wait(0.02)
