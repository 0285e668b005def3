"""Trust bundles (anchors, keys, policy) taken over while the program is killed: one is in force, whole.

Each is signed by the key that the one before it names, so that a desk which fell between two of them
would believe none that follow.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.store.errors import StoreError
from desktop_app.store.terminal import TerminalStore
from desktop_app.trust.bundle import BundleRefused, first_bundle, next_bundle, stored_bundle
from desktop_app.trust.state import TrustState
from tests.chaos.killing import Fate, Victim
from tests.chaos.ledger import Findings
from tests.chaos.victims import Tell
from tests.desktop_app.bundles import URL, Authority

KEY = bytes(range(32))
SUCCESSORS = 200
LATEST = 0.03
"""Seconds after a confirmation within which the next bundle is being kept, as a rule."""


def believe(path: Path, bundles: Sequence[str], tell: Tell) -> None:
    """Take over what follows the bundle in force, one after the other; say the version of each."""
    store = TerminalStore.open(path, KEY)
    kept = store.trust.bundle()
    state = TrustState(store, URL, first_bundle(bundles[0], URL) if kept is None else stored_bundle(kept))
    tell.send(("opening",))
    for compact in bundles[state.bundle.version :]:
        state.take_bundle(compact)
        tell.send(("believed", state.bundle.version))
    store.close()


def successors(authority: Authority) -> tuple[str, ...]:
    """Return bundles of versions 1, 2, …, each of which names the key that signs the next."""
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(SUCCESSORS)]
    named = [jose.public_jwk(key) for key in keys]
    signers = [keys[0], *keys[:-1]]
    list_now = jose.x5c([authority.staff.root])  # something large beside it, as a city's is
    return tuple(
        authority.sign(
            signed_by=signer, version=number + 1, bundle_key=jwk, policy={"offline_hours": number + 1},
            staff_intermediates=[*list_now, *jose.x5c([authority.staff.issuing])],
        )
        for number, (signer, jwk) in enumerate(zip(signers, named, strict=True))
    )  # fmt: skip


def faults_of(path: Path, bundles: Sequence[str], told: int) -> list[str]:
    """Return what is wrong with what a next start would believe; ``told`` is the last version confirmed."""
    try:
        store = TerminalStore.open(path, KEY)
        try:
            kept = store.trust.bundle()
        finally:
            store.close()
    except StoreError as failure:
        return [f"policy {told}: the store does not open: {failure.code}"]
    if kept is None:
        return [f"policy {told}: none is in force"] if told else []
    try:
        bundle = stored_bundle(kept)
        if bundle.version < len(bundles):
            next_bundle(bundles[bundle.version], URL, bundle)
    except BundleRefused as refused:
        return [f"policy {told}: what follows is refused: {refused.code}"]
    whole = bundle.policy["offline_hours"] == bundle.version
    return [] if whole and bundle.version >= told else [f"policy {told}: {bundle.version} is in force"]


class PolicyLane:
    """One workstation after the other that is told of many policies."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        folder.mkdir()
        self._folder, self._chance = folder, chance
        self._bundles = successors(Authority())
        self._number = self._told = 0
        self._found = Findings()
        self.confirmed = 0

    def live(self, life: int) -> bool:
        """Some policies, the last of which is killed while it is taken over."""
        del life
        moment = Fate(self._chance.uniform(0.0, LATEST), self._chance.randint(1, 4))
        said, alive = Victim(believe, self._path, self._bundles).meet(moment, "believed")
        versions = [message[1] for message in said if message[0] == "believed"]
        self.confirmed += len(versions)
        self._told = max([self._told, *versions])
        self._found.lost += faults_of(self._path, self._bundles, self._told)
        if self._told > len(self._bundles) - 8:  # the next life would come to its end by itself
            self._number, self._told = self._number + 1, 0
        return alive

    def settle(self) -> None:
        """Nothing waits here."""

    def judge(self) -> Findings:
        """What was wrong with any of them."""
        return self._found

    @property
    def _path(self) -> Path:
        return self._folder / f"terminal-{self._number}.db"
