"""The sandbox's fixtures: the small city, in process or served over HTTP, and a workstation enrolled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cardio.piv.objects import Slot
from tests.support.desk_client import CardKey, DeskClient, enrolled
from tests.support.journal_maker import JournalMaker
from tests.support.sandbox_server import SandboxServer, city, database, postgres, sandbox

__all__ = ["city", "database", "postgres", "sandbox"]


@pytest.fixture
def desk(sandbox: SandboxServer) -> Iterator[DeskClient]:
    """A workstation enrolled with the served sandbox, nobody signed in."""
    with enrolled(sandbox.url, sandbox.service.codes.mint()) as client:
        yield client


@pytest.fixture
def journal(desk: DeskClient) -> JournalMaker:
    """The journal of that workstation's terminal, with a token to send it."""
    desk.workstation_token()
    return JournalMaker(desk)


@pytest.fixture
def tap_key(sandbox: SandboxServer) -> CardKey:
    """The key of a handler's card that needs no PIN."""
    return CardKey(sandbox.city.card("o-handler"), Slot.CARD_AUTHENTICATION)
