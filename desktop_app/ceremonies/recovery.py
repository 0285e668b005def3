"""Work whose card is gone, back on its person's desk: two admins' cards ask the centre to open it.

Each admin signs over the person and the very bytes. What comes back waits for the person to look at it:
nothing of it is sent by itself, and under its old ids nothing can be applied twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import read_time
from desktop_app.cards import officer_card
from desktop_app.cards.officer_card import Duty, Entitled
from desktop_app.domain.ids import is_id
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.report import Outcome
from desktop_app.news import OutboxChanged, ReportsChanged
from desktop_app.vault.slots import certificate_sha256

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.api.terminals import Terminal
    from desktop_app.cards.officer_card import OfficerCard
    from desktop_app.core import Core
    from desktop_app.store.account import AccountStore
    from desktop_app.workstation.workplace import Workplace

ADMINS: Final = 2
MOST_BYTES: Final = 64 * 1024 * 1024
"""No sealed copy is larger: files are not in it."""


class NotEnrolled(Exception):
    """The computer belongs to no centre, or nobody is signed in."""

    code = "not_enrolled"


class NotSealed(Exception):
    """A file is no sealed work at all."""

    code = "sealed_invalid"


class SameAdmin(Exception):
    """This admin has signed already; it takes another one."""

    code = "same_admin"


@dataclass(frozen=True, slots=True)
class Approval:
    """One admin's word that sealed work may be opened for its person."""

    order: str
    certificate: str


def order(card: OfficerCard, person_id: str, sealed: str, now: datetime) -> str:
    """Return an admin's order to open ``sealed`` for its person; raise ``CardError``."""
    claims = {"person_id": person_id, "sealed_sha256": jose.sha256_hex(sealed), "iat": int(now.timestamp())}
    return card.order(jose.Kind.RECOVERY, claims)


def recover(centre: Terminal, store: AccountStore, sealed: str, orders: Sequence[str]) -> int:
    """Bring the work into the person's present store; return how many items. Blocks on the network.

    Raises ``ApiError``, ``StoreError``; ``Garbage`` for work of another person.
    """
    opened = centre.recover(sealed, orders)
    if wire.text(opened, "person_id") != (store.person or {}).get("id"):
        raise Garbage("person_id")
    events = [wire.decode_event(raw) for raw in wire.members(opened, "events") if is_id(wire.text(raw, "id"))]
    drafts = wire.members(opened, "drafts")
    with store.write() as tx:
        taken = sum(store.outbox.recovered(tx, event) for event in events)
        for raw in drafts:
            outcome = raw.get("outcome")
            known = Outcome(outcome) if outcome in set(Outcome) else None
            text, at = wire.text(raw, "text"), read_time(wire.text(raw, "saved_at"))
            store.drafts.save(tx, wire.text(raw, "report_id"), text, known, at)
    return taken + len(drafts)


# --- at a desk ------------------------------------------------------------------------------------


def sealed_copies(core: Core) -> list[Path]:
    """Return the sealed copies on this computer that are not of the store now open, the newest first."""
    own = core.home.sealed_file(core.session.account_id) if core.session else None
    found = [path for path in core.home.sealed_files() if path != own]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def read_sealed(path: Path) -> str:
    """Return a sealed copy (JWE compact: RFC 7516, 7.1) as it is sent; raise OSError, ``NotSealed``."""
    if path.stat().st_size > MOST_BYTES:
        raise NotSealed
    try:
        text = path.read_bytes().decode("ascii").strip()
    except UnicodeDecodeError:
        raise NotSealed from None
    if text.count(".") != 4:  # compact serialisation: five parts
        raise NotSealed
    return text


def approve(
    core: Core, reader: str, pin: bytearray, sealed: str, before: Sequence[Approval] = ()
) -> Approval:
    """Have the site admin's card in ``reader`` sign for the person now signed in; blocks, ``pin`` is wiped.

    Raises ``SameAdmin`` for a card that signed one of ``before``, and as ``officer_card.act``.
    """
    try:
        workplace, person_id = _at_work(core)
        now = workplace.clock.now()

        def work(card: OfficerCard) -> Approval:
            certificate = certificate_sha256(card.certificate)
            if any(one.certificate == certificate for one in before):
                raise SameAdmin
            return Approval(order(card, person_id, sealed, now), certificate)

        entitled = Entitled(workplace.trust.cards, now, Duty.SITE_ADMIN)
        return officer_card.act(core.readers, reader, pin, entitled, work)
    finally:
        pin[:] = bytes(len(pin))


def bring_back(core: Core, sealed: str, approvals: Sequence[Approval]) -> int:
    """Have the work opened and taken into the store now open; return how many items. Blocks.

    Raises as ``recover``, and ``NotEnrolled`` where nobody is signed in any more.
    """
    workplace, _ = _at_work(core)
    session = core.session
    if session is None:
        raise NotEnrolled
    with workplace.resource() as centre:
        taken = recover(centre, session.store, sealed, [one.order for one in approvals])
    _tell(core, session.store)
    return taken


def _tell(core: Core, store: AccountStore) -> None:
    """What came back shows in the lists and is counted."""
    back = [one.event for one in store.outbox.needs_person() if one.problem.get("status") == "recovered"]
    for event in back:
        core.bus.publish(OutboxChanged(event.id, event.entity_id, OutboxState.NEEDS_PERSON))
    core.bus.publish(ReportsChanged(tuple(sorted({event.entity_id for event in back}))))
    core.reconnect()


def _at_work(core: Core) -> tuple[Workplace, str]:
    if core.workplace is None or core.session is None:
        raise NotEnrolled
    return core.workplace, core.session.person.id
