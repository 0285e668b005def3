"""All examinations in order, on a started core."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from desktop_app import host
from desktop_app.doctor.cards import examine_cards, look_at_cards, silent_readers
from desktop_app.doctor.certificate import examine_certificates
from desktop_app.doctor.clock import examine_clock
from desktop_app.doctor.finding import Finding, Part
from desktop_app.doctor.network import examine_network
from desktop_app.doctor.readers import examine_driver, examine_readers
from desktop_app.doctor.service import examine_service
from desktop_app.doctor.storage import examine_disk, examine_journal
from desktop_app.doctor.tokens import examine_tokens
from desktop_app.doctor.trust import examine_anchors, examine_document_anchors, examine_revocation
from desktop_app.store.errors import StoreError

if TYPE_CHECKING:
    from desktop_app.core import Core

_LOOK_SECONDS: Final = 0.05
_ORDER: Final = {part: place for place, part in enumerate(Part)}


def examine(core: Core, settle_seconds: float = 1.0) -> list[Finding]:
    """Look at every part, in the order of ``Part``; takes some seconds, so never on the main thread.

    ``settle_seconds`` is how long a core that has only just started may take to see its readers. Never
    raises for what it examines.
    """
    _settle(core, settle_seconds)
    found = [*_readers_and_cards(core), *_centre_and_clock(core), *_storage(core)]
    return sorted(found, key=lambda finding: _ORDER[finding.part])


def _settle(core: Core, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not core.readers.readers() and core.card_service.lost is None and time.monotonic() < deadline:
        time.sleep(_LOOK_SECONDS)


def _readers_and_cards(core: Core) -> Iterator[Finding]:
    lost = core.card_service.lost
    looks = look_at_cards(core.readers)
    states = core.readers.readers()
    service = lost is None or bool(states)
    trust, now = core.workplace.trust.cards if core.workplace else None, core.clock.now()
    yield examine_service(lost, readers=bool(states))
    yield from examine_readers(states, service=service, remote=host.is_remote_session())
    yield from examine_driver(states, service=service, plugged_in=host.usb_card_readers())
    citizens = {name for name, role in core.settings.reader_roles.items() if role == "citizen"}
    yield from examine_cards(looks, citizens, silent_readers(core.readers))
    yield from examine_certificates(looks, trust, now)
    yield from examine_tokens(core.tokens.modules())
    yield from examine_revocation(trust, now)
    yield examine_anchors(trust, now)
    if core.workplace is not None and citizens:
        with suppress(StoreError):  # the store's own part tells of that
            yield examine_document_anchors(core.document_anchors)


def _centre_and_clock(core: Core) -> Iterator[Finding]:
    yield examine_network(core.workplace.centre if core.workplace else None)
    yield examine_clock(core.clock)  # after the centre was asked: its answer tells the time


def _storage(core: Core) -> Iterator[Finding]:
    yield examine_journal(core.terminal)
    yield examine_disk(shutil.disk_usage(core.home.root).free)
