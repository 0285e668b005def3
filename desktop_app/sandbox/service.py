"""Composition only: builds the parts of the central API around one database, one PKI, one clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app.sandbox.auth.caller import Callers
from desktop_app.sandbox.auth.card_grant import CardGrant
from desktop_app.sandbox.auth.codes import Codes
from desktop_app.sandbox.auth.nonces import Nonces
from desktop_app.sandbox.auth.proofs import Proofs
from desktop_app.sandbox.auth.token_endpoint import TokenEndpoint
from desktop_app.sandbox.auth.tokens import Tokens
from desktop_app.sandbox.auth.workstation_ca import WorkstationCa
from desktop_app.sandbox.auth.workstations import Workstations
from desktop_app.sandbox.bundle import Bundles
from desktop_app.sandbox.calendars import Calendars
from desktop_app.sandbox.caller_book import CallerBook
from desktop_app.sandbox.checkpoints import Checkpoints
from desktop_app.sandbox.clockwork import Clockwork
from desktop_app.sandbox.commands import Commands
from desktop_app.sandbox.cursor import Cursors
from desktop_app.sandbox.database import Writer, read_setting, reading
from desktop_app.sandbox.digests import Digests
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.epochs import Epochs
from desktop_app.sandbox.feed import Feed
from desktop_app.sandbox.herald import Herald
from desktop_app.sandbox.journal_rows import RowReader
from desktop_app.sandbox.leaving_out import LeavingOut
from desktop_app.sandbox.nodes import Nodes
from desktop_app.sandbox.officer_orders import OfficerOrders
from desktop_app.sandbox.onlookers import Onlookers
from desktop_app.sandbox.origin import Origin
from desktop_app.sandbox.people import People
from desktop_app.sandbox.programs import Programs
from desktop_app.sandbox.recoveries import Recoveries
from desktop_app.sandbox.revocations import Revocations
from desktop_app.sandbox.ripple import Ripple
from desktop_app.sandbox.signed_approvals import SignedApprovals
from desktop_app.sandbox.terminals import Terminals
from desktop_app.sandbox.uploads import Uploads
from desktop_app.sandbox.wipes import Wipes

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from desktop_app.sandbox.pki import SandboxPki


def utc_now() -> datetime:
    """Return the wall clock's time, aware."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Service:
    """Everything the routes need."""

    engine: Engine
    reader: Engine
    writer: Writer
    now: Callable[[], datetime]
    origin: Origin
    epoch: str
    entities: Entities
    people: People
    ripple: Ripple
    herald: Herald
    nodes: Nodes
    codes: Codes
    nonces: Nonces
    proofs: Proofs
    tokens: Tokens
    token_endpoint: TokenEndpoint
    callers: Callers
    workstations: Workstations
    revocations: Revocations
    bundles: Bundles
    feed: Feed
    commands: Commands
    clockwork: Clockwork
    caller_book: CallerBook
    uploads: Uploads
    onlookers: Onlookers
    programs: Programs
    epochs: Epochs
    wipes: Wipes
    recoveries: Recoveries
    digests: Digests
    calendars: Calendars
    terminals: Terminals
    checkpoints: Checkpoints
    leaving_out: LeavingOut


def build(engine: Engine, pki: SandboxPki, public_url: str, now: Callable[[], datetime] = utc_now) -> Service:
    """Return the service on an open database (``open_database``), reachable at ``public_url``."""
    with engine.connect() as connection:
        kept = {name: read_setting(connection, name) or "" for name in ("server_id", "epoch", "cursor_key")}
    server_key = bytes.fromhex(kept["cursor_key"])
    reader, writer = reading(engine), Writer(engine)
    origin, ripple, entities = Origin(public_url), Ripple(), Entities()
    people, nonces, tokens = People(entities), Nonces(server_key, now), Tokens(now)
    proofs, revocations = Proofs(origin, nonces, writer, now), Revocations(pki, reader, writer, now)
    revocations.newest()  # a verdict inside a transaction finds a list
    codes = Codes(writer, now)
    authority = WorkstationCa(writer, pki.workstation_ca, now())
    workstations = Workstations(writer, codes, authority, origin, now)
    card_grant = CardGrant(origin, nonces, pki, revocations, writer, now)
    herald, nodes = Herald(reader, ripple), Nodes(engine)
    orders = OfficerOrders(card_grant, people, now)
    feed = Feed(Cursors(server_key), kept["epoch"])
    commands = Commands(writer, entities, people, now, herald.tell, SignedApprovals(card_grant, people, now))
    return Service(
        engine=engine,
        reader=reader,
        writer=writer,
        now=now,
        origin=origin,
        epoch=kept["epoch"],
        entities=entities,
        people=people,
        ripple=ripple,
        herald=herald,
        nodes=nodes,
        codes=codes,
        nonces=nonces,
        proofs=proofs,
        tokens=tokens,
        token_endpoint=TokenEndpoint(writer, workstations, card_grant, tokens, people, now),
        callers=Callers(reader, writer, proofs, people, now),
        workstations=workstations,
        revocations=revocations,
        bundles=Bundles(pki, revocations, entities, origin, kept["server_id"], now),
        feed=feed,
        commands=commands,
        clockwork=Clockwork(writer, entities, commands, now, herald.tell),
        caller_book=CallerBook(writer, entities, pki.reporter_key, now),
        uploads=Uploads(writer, entities, now),
        onlookers=Onlookers(now, nodes.say),
        programs=Programs(),
        epochs=Epochs(writer, orders, now),
        wipes=Wipes(writer, now),
        recoveries=Recoveries(writer, orders, pki.recovery_key, now),
        digests=Digests(feed),
        calendars=Calendars(writer, entities, now, herald.tell),
        terminals=Terminals(writer, RowReader(pki, revocations), pki, kept["server_id"], now),
        checkpoints=Checkpoints(writer, pki, kept["server_id"], now),
        leaving_out=LeavingOut(writer, orders, now),
    )
