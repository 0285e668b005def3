"""One workstation without threads: the real store, engine, triage and wire, and a process that can be killed.

A kill leaves what is on the disk: the store is opened again from a copy of its files, as a next start would.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio.piv.objects import Slot
from cardio.simulator import CardFile
from desktop_app.api import auth, changes, events, wire
from desktop_app.api.errors import ApiError, Unauthorised
from desktop_app.api.events import PushAnswer
from desktop_app.api.session import ApiSession, Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.bus import Bus
from desktop_app.clock import Clock
from desktop_app.domain.outbox import Event
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.sync.engine import Engine, Pulled
from desktop_app.triage.triage import Triage
from tests.chaos.ledger import Desk as Kept
from tests.chaos.ledger import History
from tests.chaos.victims import kept_by
from tests.model.network import Killed, Network
from tests.model.world import World

Answer = TypeVar("Answer")


class SharedClock(Clock):
    """A desk's clock in the world's time; the wall can be set wrong, and a suspend stops the other one."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        self.skew = timedelta()
        self.slept = 0.0

    def wall(self) -> datetime:
        """The wall clock's present setting."""
        return self._world.clock() + self.skew

    def monotonic(self) -> float:
        """Seconds in which the machine was awake."""
        return super().monotonic() + self._world.passed - self.slept


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose desk it is, and the keys it works with; ``store_key`` opens the account store."""

    name: str
    officer: str
    card: CardFile
    key: ec.EllipticCurvePrivateKey
    store_key: bytes


class Desk:
    """One person's workstation on files in ``folder``; ``history`` is what it confirmed over its lives.

    ``page``: how many rows it asks the feed for; ``trespasses``: what the centre let it do that it may not;
    ``approver_publishes``: the policy as it last heard of it.
    """

    def __init__(self, identity: Identity, folder: Path, world: World, address: str | None = None) -> None:
        """``address`` is where the desk believes the centre to be; a network may lie between."""
        self.identity, self.world = identity, world
        self._address = address or world.url
        self.network = Network()
        self.history = History()
        self.kills = 0
        self.failure: ApiError | None = None
        self.last_event: str | None = None
        self.page = changes.PAGE
        self.trespasses: list[str] = []
        self.approver_publishes = False
        self._folder = folder
        self._life = 0
        self.clock = SharedClock(world)
        self.centre = Centre(self._address, identity.key, self.clock, "0.1.0")
        self._session: ApiSession = self.centre.open()
        self._token: PersonToken | None = None
        self._open()

    # --- lives ---------------------------------------------------------------------------------------------

    def _open(self) -> None:
        """What ``desktop_app.sign_in.desk`` does at a sign-in, with the same parts."""
        self.store = AccountStore.open(
            self.file, self.identity.store_key, self.identity.officer, now=self.clock.now
        )
        self.store.approver_publishes = lambda: self.approver_publishes
        self.store.follow_delegations()
        self.store.outbox.recover_after_restart()
        bus = Bus()
        self.engine = Engine(self.store, self._heard, self.clock.now)
        self._bus = bus
        self.triage = self._triage(self.store.actor)

    @property
    def file(self) -> Path:
        """The store of the present life."""
        return self._folder / f"life-{self._life}" / "account.db"

    def kill(self) -> None:
        """End as kill -9 would: what the disk has is all that is left; a next life begins with it."""
        self.kills += 1
        before = self.file
        self._life += 1
        self.file.parent.mkdir()
        for ending in ("", "-wal"):  # the shared memory belongs to processes, and they are gone
            source = before.with_name(before.name + ending)
            if source.exists():
                shutil.copyfile(source, self.file.with_name(source.name))
        self.store.close()
        shutil.rmtree(before.parent)
        self._session.close()
        known = self.clock.highest_trusted()
        skew, slept = self.clock.skew, self.clock.slept
        self.clock = SharedClock(self.world)
        self.clock.skew, self.clock.slept = skew, slept
        if known is not None:
            self.clock.recall(known)
        self.centre = Centre(self._address, self.identity.key, self.clock, "0.1.0")
        self._session, self._token = self.centre.open(), None
        self.network.fault = type(self.network.fault).NONE
        self._open()

    def hang_up(self) -> None:
        """Break whatever hangs, as the end of the program does; may come from any thread."""
        self._session.stop()

    def close(self) -> None:
        """End in order."""
        self._session.close()
        self.store.close()

    def _heard(self, _news: object) -> None:
        self.network.heard()

    # --- exchanges -----------------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Card and PIN, online; raise ``ApiError``."""
        nonce = auth.fetch_nonce(self._session, 10.0)
        card = self.identity.card
        private = load_der_private_key(card.keys[Slot.AUTHENTICATION], None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)

        def sign(message: bytes) -> bytes:
            r, s = utils.decode_dss_signature(private.sign(message, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")

        url = self.world.url + auth.TOKEN_PATH
        claims = auth.Assertion(nonce, url, self.centre.dpop.thumbprint, self.clock.now())
        signed = claims.signed([card.certificate(Slot.AUTHENTICATION)], "ES256", sign)
        granted = auth.grant_person(self._session, signed)
        self._token = PersonToken(granted.grant, None, lambda _: None)
        self.store.adopt(granted.person.actor, wire.encode_person(granted.person))
        self.triage = self._triage(granted.person.actor)

    def _triage(self, actor: Actor) -> Triage:
        return Triage(actor, self.store, self._bus, self.clock, lambda: None)

    def pull(self) -> Pulled | None:
        """One page of the feed, and what the policy is; None where it could not be had."""
        self.approver_publishes = self.world.approvers_publish()
        self.store.follow_delegations()
        return self._exchange(lambda token: self.engine.pull(lambda cursor: self._fetch(token, cursor)))

    def push(self) -> int | None:
        """One batch of the outbox; how many were settled, None without contact."""
        return self._exchange(lambda token: self.engine.push(lambda batch: self._send(token, batch)))

    def _fetch(self, token: PersonToken, cursor: str) -> changes.Page:
        return self.network.carry(lambda: changes.fetch(self._session, token, cursor, 0, self.page))

    def _send(self, token: PersonToken, batch: Sequence[Event]) -> PushAnswer:
        session = self._session

        def exchange() -> PushAnswer:
            in_sight, allowed = self.world.visible(self.identity.officer), self._may_publish()
            answer = events.send(session, token, batch)
            self.trespasses += [
                f"{event.type} {event.id} was carried out where its author may not"
                for event in batch
                if (event.entity_id not in in_sight or (event.type is Command.PUBLISH and not allowed))
                and (result := answer.results.get(event.id)) is not None
                and result.status == events.Status.APPLIED
            ]
            return answer

        return self.network.carry(exchange)

    def _may_publish(self) -> bool:
        """By the policy of this moment."""
        actor = self.world.actor(self.identity.officer)
        return actor.holds(Role.PUBLISHER) or (actor.holds(Role.APPROVER) and self.world.approvers_publish())

    def deliver_late(self) -> None:
        """What was under way arrives; the person may have been signed out meanwhile."""
        with suppress(ApiError):
            self.network.deliver_late()

    def moved(self) -> bool:
        """Fetch and send once, without faults; tell whether that made a difference, or was not possible."""
        pulled, settled = self.pull(), self.push()
        return pulled is None or settled is None or bool(pulled.rows or pulled.has_more or settled)

    def _exchange(self, step: Callable[[PersonToken], Answer]) -> Answer | None:
        try:
            if self._token is None:
                self.sign_in()
            assert self._token is not None
            return step(self._token)
        except Killed:
            self.kill()
        except Unauthorised as failure:
            self.failure, self._token = failure, None
        except ApiError as failure:
            self.failure = failure
        return None

    def kept(self) -> Kept:
        """Return what the store holds."""
        return kept_by(self.store)
