"""The sandbox's fixtures: the small city, in process or served over HTTP, and a workstation enrolled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.desk_client import DeskClient, enrolled
from tests.support.sandbox_server import SandboxServer, city, sandbox

__all__ = ["city", "sandbox"]


@pytest.fixture
def desk(sandbox: SandboxServer) -> Iterator[DeskClient]:
    """A workstation enrolled with the served sandbox, nobody signed in."""
    with enrolled(sandbox.url, sandbox.service.codes.mint()) as client:
        yield client
