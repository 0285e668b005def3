"""What must hold once every desk and the centre are quiet.

Every desk holds what its person may see, as the centre has it, and nothing else, not even in free pages or
among the search's terms. Every confirmed act was carried out once or stands where its person sees why not; an
undone one never was. A report changed once for each event, by nobody who could not see it, and no decision
went over another that its author had not seen. A citizen has one answer, and its record says in which roles
it was published: an approver whom the policy let stands there as both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.conflicts import KINDS, ConflictKind
from tests.chaos.ledger import Applied, Findings, History, judge_desk, judge_log, judge_person
from tests.desktop_app.store.pages import decrypted_pages
from tests.model.desk import Desk
from tests.model.world import World

REASONS = frozenset({"conflict", "not_found", "hold_cut", "scope_lost", "recovered"})


UNTOLD = 12
"""Characters at the end of a title that no other text has, and that stay together as a term of the search."""
_GUARDED = frozenset(str(command) for command, kind in KINDS.items() if kind is ConflictKind.GUARDED)


def judge(world: World, desks: Sequence[Desk], titles: dict[str, str]) -> Findings:
    """Hold every desk against the centre; ``titles`` are the reports' words that nobody else uses.

    Closes the desks: their files are looked into.
    """
    found = Findings()
    log, everything = world.log(), frozenset(world.entities("report"))
    entries = world.entities("entry").values()
    all_kept = []
    for desk in desks:
        kept = desk.kept()
        all_kept.append(kept)
        texts = [str(e["text"]) for e in entries if f"<{desk.identity.name}." in str(e["text"])]
        found.add(judge_person(_decided(desk), kept, log, texts))
        reports, due = world.due(desk.identity.officer)
        found.add(judge_desk(kept, reports, due, everything))
        found.lost += _without_reason(desk)
        found.leaked += [f"desk {desk.identity.name}: {what}" for what in desk.trespasses]
        found.diverged += _unseen(desk, log, world.handed_over())
        desk.close()
        found.leaked += _in_the_pages(desk, [title for id_, title in titles.items() if id_ not in reports])
    found.doubled += [f"{id_}: {times} answers" for id_, times in world.published().items() if times > 1]
    found.diverged += _roles_untold(world)
    versions = {id_: report.version for id_, report in world.reports().items() if id_ in titles}
    found.add(judge_log(log, all_kept, versions, world.handed_over()))
    return found


def _in_the_pages(desk: Desk, gone: Sequence[str]) -> list[str]:
    """What is still legible of reports that are out of scope, once the file is decrypted."""
    pages = decrypted_pages(desk.file, desk.identity.store_key)
    name = desk.identity.name
    return [f"{title} is in the pages of desk {name}" for title in gone if title[-UNTOLD:].encode() in pages]


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


def _unseen(desk: Desk, log: Sequence[Applied], handed_over: dict[str, list[int]]) -> list[str]:
    """Decisions of this desk that went over another one, made after what its person had looked at."""
    acts = {one.event_id: one for one in log if one.version is not None}
    with desk.store.reader() as connection:
        seen: dict[str, int] = dict(connection.rows("SELECT id, base_version FROM outbox"))
    found = []
    for id_ in seen.keys() & acts.keys():
        mine = acts[id_]
        before = acts.get(mine.after or "")
        since = max(seen[id_], before.version if before is not None and before.version else 0)
        others = [
            *(one.version or 0 for one in acts.values() if _decides(one) and one.report_id == mine.report_id),
            *handed_over.get(mine.report_id, []),
        ]
        over = [version for version in others if since < version < (mine.version or 0)]
        if over and _decides(mine):
            found.append(f"{mine.kind} {id_} of version {since} went over {over}")
    return found


def _roles_untold(world: World) -> list[str]:
    both = ["approver", "publisher"]
    due = {"o-approver": both, "o-publisher": []}
    lines = (one for one in world.entities("entry").values() if one["kind"] == "publish")
    return [
        f"{one['id']}: published by {one['by']} as {one['roles']}" for one in lines
        if one["roles"] != due[one["by"]]
    ]  # fmt: skip


def _decides(one: Applied) -> bool:
    return one.kind in _GUARDED
