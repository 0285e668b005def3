"""A commit wakes who holds a scope in which something moved, and nobody else."""

from __future__ import annotations

import asyncio

from desktop_app.sandbox.herald import Herald
from desktop_app.sandbox.ripple import Ripple
from tests.support.sandbox_server import SandboxServer

LONG = 20.0


def test_those_concerned_are_woken_and_the_others_sleep_on(sandbox: SandboxServer) -> None:
    service = sandbox.service
    ripple = Ripple()
    herald = Herald(service.engine, ripple)

    async def scene() -> None:
        with service.engine.connect() as connection:
            keys = service.people.scopes(connection, "o-handler") | {"o-handler"}
        concerned = asyncio.create_task(ripple.wait(ripple.count, LONG, keys))
        other = asyncio.create_task(ripple.wait(ripple.count, LONG, frozenset({"unit:elsewhere"})))
        await asyncio.sleep(0)
        sandbox.city.put()
        herald.tell()
        assert await asyncio.wait_for(concerned, LONG / 2)
        assert ripple.waiting == 1
        herald.tell()  # nothing moved since
        await asyncio.sleep(0)
        assert ripple.waiting == 1
        ripple.close()
        assert await asyncio.wait_for(other, LONG / 2)

    asyncio.run(scene())
