"""Work whose card is gone, back on its person's desk: two admins' cards ask the centre to open it.

Each admin signs over the person and the very bytes. What comes back waits for the person to look at it:
nothing of it is sent by itself, and under its old ids nothing can be applied twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import read_time
from desktop_app.domain.ids import is_id
from desktop_app.domain.report import Outcome

if TYPE_CHECKING:
    from desktop_app.api.terminals import Terminal
    from desktop_app.officer_card import OfficerCard
    from desktop_app.store.account import AccountStore


def order(card: OfficerCard, person_id: str, sealed: str, now: datetime) -> str:
    """Return an admin's order to open ``sealed`` for its person; raise ``CardError``."""
    claims = {"person_id": person_id, "sealed_sha256": jose.sha256_hex(sealed), "iat": int(now.timestamp())}
    return officer_order(card, jose.Kind.RECOVERY, claims)


def officer_order(card: OfficerCard, kind: jose.Kind, claims: dict[str, Any]) -> str:
    """Return what an officer's card signs outside a session; raise ``CardError``."""
    from cardio.piv import jose_algorithm

    chain = [one for one in card.chain if one.issuer != one.subject]
    header = {"alg": jose_algorithm(card.public_key), "typ": str(kind), "x5c": jose.x5c(chain)}
    return jose.assemble(header, claims, card.sign)


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
