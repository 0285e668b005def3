"""What was confirmed, held against what is there. Pure: histories in, findings out.

Lost: confirmed, and neither done at the centre nor shown as waiting for a person. Doubled: done twice,
or done though taken back. Diverged: the centre and a store tell different stories at rest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FIRST_VERSION = 5
"""The version of a report of the small city before anybody touched it."""
_ENDED = frozenset({"cancelled", "discarded"})


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A command that the program had confirmed; ``token`` is in its text, empty where it has none."""

    event_id: str
    report_id: str
    command: str
    token: str = ""


@dataclass(slots=True)
class History:
    """Everything that one person's victims confirmed over all their lives."""

    done: dict[str, Confirmed] = field(default_factory=dict)
    undone: set[str] = field(default_factory=set)
    discarded: set[str] = field(default_factory=set)
    drafts: dict[str, str] = field(default_factory=dict)

    def hear(self, messages: Iterable[tuple[Any, ...]]) -> None:
        """Take over what a victim said."""
        for message in messages:
            match message:
                case ("done", event_id, report_id, command, token):
                    self.done[event_id] = Confirmed(event_id, report_id, command, token)
                case ("undone", event_id):
                    self.undone.add(event_id)
                case ("discarded", event_id):
                    self.discarded.add(event_id)
                case ("draft", report_id, text):
                    self.drafts[report_id] = text


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An event as a store holds it at the end."""

    event_id: str
    report_id: str
    state: str
    problem: bytes = b"{}"


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's store at the end; ``reports`` as the server's JSON."""

    outbox: tuple[OutboxRow, ...]
    reports: Mapping[str, bytes]
    entries: frozenset[str]
    drafts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Applied:
    """What the centre's log says of an event; ``version`` only where it was applied."""

    event_id: str
    report_id: str
    status: str
    version: int | None
    by: str
    kind: str = ""
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A journal row as the centre holds it."""

    seq: int
    event_id: str
    status: str


@dataclass(slots=True)
class Findings:
    """What does not hold, each as one line."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    diverged: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)

    def add(self, other: Findings) -> None:
        """Take over another's findings."""
        for mine, theirs in zip(self._lists(), other._lists(), strict=True):
            mine.extend(theirs)

    @property
    def hold(self) -> bool:
        """Whether there are none."""
        return not any(self._lists())

    def lines(self) -> list[str]:
        """Return every finding with its kind."""
        kinds = ("lost", "doubled", "diverged", "leaked")
        return [f"{kind}: {what}" for kind, found in zip(kinds, self._lists(), strict=True) for what in found]

    def _lists(self) -> tuple[list[str], ...]:
        return self.lost, self.doubled, self.diverged, self.leaked


def judge_person(history: History, desk: Desk, log: Iterable[Applied], texts: Sequence[str]) -> Findings:
    """Hold one person's history against their store, the centre's log and the texts of its timelines."""
    found = Findings()
    applied = Counter(entry.event_id for entry in log if entry.status == "applied")
    states = {row.event_id: row.state for row in desk.outbox}
    for event in history.done.values():
        state, times = states.get(event.event_id), applied[event.event_id]
        what = f"{event.command} {event.event_id}: {state} here, applied {times} times"
        if state is None or (state == "acknowledged" and not times) or state in _WAITING:
            found.lost.append(what)
        if times > 1 or (times and state in _ENDED | {"needs_person"}):
            found.doubled.append(what)
        if event.command in _TELLING and event.token:
            said = sum(event.token in text for text in texts)
            if said > 1:
                found.doubled.append(f"{what}, said {said} times")
            if said == 0 and state == "acknowledged":
                found.lost.append(f"{what}, never said")
    found.lost += [f"undo of {id_}: {states.get(id_)}" for id_ in history.undone - _in(states, "cancelled")]
    ends = history.discarded - _in(states, "discarded")
    found.lost += [f"decision on {id_}: {states.get(id_)}" for id_ in ends]
    found.lost += [
        f"draft {text} of {id_}: {desk.drafts.get(id_)}"
        for id_, text in history.drafts.items()
        if not _as_new(desk.drafts.get(id_), text)
    ]
    return found


_WAITING = frozenset({"held", "ready", "sending", "unknown"})
_TELLING = frozenset({"note", "contribute"})


def _in(states: Mapping[str, str], state: str) -> set[str]:
    return {id_ for id_, found in states.items() if found == state}


def _as_new(kept: str | None, confirmed: str) -> bool:
    """Whether the draft is the confirmed one, or a later one that was killed before it was confirmed."""
    return kept is not None and _order(kept) >= _order(confirmed)


def _order(token: str) -> tuple[int, ...]:
    """``<seed.life.number>`` as numbers: later drafts are greater."""
    return tuple(int(part) for part in token.strip("<>").split(".")[1:])


def judge_log(
    log: Sequence[Applied],
    desks: Iterable[Desk],
    versions: Mapping[str, int],
    others: Mapping[str, Sequence[int]],
) -> Findings:
    """Every event of the log was somebody's, and every report changed once per event.

    ``versions`` are the reports' present ones, ``others`` those that the harness itself made.
    """
    found = Findings()
    known = {row.event_id for desk in desks for row in desk.outbox}
    found.diverged += [f"{one.event_id} of nobody" for one in log if one.event_id not in known]
    made: dict[str, list[int]] = {id_: list(moved) for id_, moved in others.items()}
    for entry in log:
        if entry.version is not None:
            made.setdefault(entry.report_id, []).append(entry.version)
    for report_id, version in versions.items():
        steps, expected = sorted(made.get(report_id, [])), list(range(FIRST_VERSION + 1, version + 1))
        if steps != expected:
            kind = found.doubled if len(steps) < len(expected) else found.diverged
            kind.append(f"{report_id}: versions {steps} to {version}")
    return found


def judge_desk(
    desk: Desk, reports: Mapping[str, Mapping[str, Any]], entries: frozenset[str], everything: frozenset[str]
) -> Findings:
    """Hold a store at rest against what its person may see; ``everything`` are all reports there are."""
    found = Findings()
    here = {id_: json.loads(data) for id_, data in desk.reports.items()}
    found.diverged += [f"{id_} missing" for id_ in reports.keys() - here.keys()]
    found.diverged += [f"{id_} differs" for id_ in reports.keys() & here.keys() if reports[id_] != here[id_]]
    found.leaked += [f"{id_} is out of scope" for id_ in (here.keys() & everything) - reports.keys()]
    found.diverged += [f"{id_} invented" for id_ in here.keys() - everything]
    found.diverged += [f"entry {id_} missing" for id_ in entries - desk.entries]
    found.leaked += [f"entry {id_} is out of scope" for id_ in desk.entries - entries]
    return found


def judge_journal(
    taps: Iterable[tuple[int, str]], rows: Sequence[tuple[int, str]], delivered: Sequence[Delivered]
) -> Findings:
    """Hold the taps that were sounded against the journal, and the journal against the centre's copy."""
    found = Findings()
    found.lost += [f"tap {seq} {id_}" for seq, id_ in taps if (seq, id_) not in set(rows)]
    times = Counter(id_ for _, id_ in rows)
    found.doubled += [f"tap {id_}: {count} rows" for id_, count in times.items() if count > 1]
    if [seq for seq, _ in rows] != list(range(1, len(rows) + 1)):
        found.lost.append("the journal has gaps")
    there = {(row.seq, row.event_id): row.status for row in delivered}
    found.lost += [f"row {row} never arrived" for row in rows if row not in there]
    found.diverged += [f"row {row} is of nobody" for row in there.keys() - set(rows)]
    found.diverged += [f"row {row}: {status}" for row, status in there.items() if status != "stored"]
    if len(delivered) != len(there):
        found.doubled.append("the centre holds a row twice")
    return found
