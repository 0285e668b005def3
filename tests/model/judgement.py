"""What must hold once every desk and the centre are quiet.

Every desk holds what its person may see, as the centre has it, and nothing else, not even in free pages;
every confirmed act was carried out once or stands where its person sees why not; an undone one never was;
a citizen has one answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tests.chaos.ledger import Findings, History, judge_desk, judge_person
from tests.desktop_app.store.pages import decrypted_pages
from tests.model.desk import Desk
from tests.model.world import World

REASONS = frozenset({"conflict", "not_found", "hold_cut", "scope_lost", "recovered"})


def judge(world: World, desks: Sequence[Desk], titles: dict[str, str]) -> Findings:
    """Hold every desk against the centre; ``titles`` are the reports' words that nobody else uses.

    Closes the desks: their files are looked into.
    """
    found = Findings()
    log, everything = world.log(), frozenset(world.entities("report"))
    entries = world.entities("entry").values()
    for desk in desks:
        kept = desk.kept()
        texts = [str(e["text"]) for e in entries if f"<{desk.identity.name}." in str(e["text"])]
        found.add(judge_person(_decided(desk), kept, log, texts))
        reports, due = world.due(desk.identity.officer)
        found.add(judge_desk(kept, reports, due, everything))
        found.lost += _without_reason(desk)
        desk.close()
        pages = decrypted_pages(desk.file, desk.identity.store_key)
        gone = {id_: title for id_, title in titles.items() if id_ not in reports}
        found.leaked += [
            f"{title} is in the pages of desk {desk.identity.name}"
            for title in gone.values()
            if title.encode() in pages
        ]
    found.doubled += _answers(world)
    found.doubled += _versions(world)
    return found


def _decided(desk: Desk) -> History:
    """The desk's history without what waits, in order, behind an act that its person has to decide on."""
    outbox = desk.store.outbox
    stuck = {pending.event.entity_id for pending in outbox.needs_person()}
    behind = {pending.event.id for pending in outbox.waiting() if pending.event.entity_id in stuck}
    done = {id_: event for id_, event in desk.history.done.items() if id_ not in behind}
    return replace(desk.history, done=done)


def _without_reason(desk: Desk) -> list[str]:
    """What waits for a person without a word why, or waits for nobody at all."""
    outbox, name = desk.store.outbox, desk.identity.name
    judged = outbox.needs_person()
    stuck = {pending.event.entity_id for pending in judged}
    silent = [
        f"desk {name}: {pending.event.id} without a reason: {pending.problem}"
        for pending in judged
        if not pending.problem.get("rule") and pending.problem.get("status") not in REASONS
    ]
    idle = [
        f"desk {name}: {pending.event.type} {pending.state} waits for nothing, "
        f"held until {pending.held_until}, now {desk.clock.now()}, last failure {desk.failure!r}"
        for pending in outbox.waiting()
        if pending.event.entity_id not in stuck
    ]
    return silent + idle


def _answers(world: World) -> list[str]:
    """Reports with more public answers than they were opened for."""
    return [f"{report_id}: {times} answers" for report_id, times in world.published().items() if times > 1]


def _versions(world: World) -> list[str]:
    """Two events that made the same version of a report: one of them overwrote the other."""
    made = Counter((one.report_id, one.version) for one in world.log() if one.version is not None)
    return [f"{report_id} version {version} twice" for (report_id, version), n in made.items() if n > 1]
