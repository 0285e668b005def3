"""Held requests wake on a commit from any thread, miss none, and go when the server goes."""

from __future__ import annotations

import asyncio
import threading

from desktop_app.sandbox.ripple import Ripple

LONG = 20.0


async def held(ripple: Ripple, count: int) -> list[asyncio.Task[bool]]:
    tasks = [asyncio.create_task(ripple.wait(ripple.count, LONG)) for _ in range(count)]
    await asyncio.sleep(0)  # each task runs up to its wait
    assert ripple.waiting == count
    return tasks


def test_a_commit_in_another_thread_wakes_all() -> None:
    async def scene() -> None:
        ripple = Ripple()
        tasks = await held(ripple, 50)
        threading.Thread(target=ripple.spread).start()
        await asyncio.wait_for(asyncio.gather(*tasks), LONG / 2)
        assert ripple.waiting == 0

    asyncio.run(scene())


def test_a_commit_between_looking_and_waiting_is_not_missed() -> None:
    async def scene() -> None:
        ripple = Ripple()
        seen = ripple.count
        ripple.spread()
        await asyncio.wait_for(ripple.wait(seen, LONG), LONG / 2)

    asyncio.run(scene())


def test_patience_ends_and_leaves_nothing_behind() -> None:
    async def scene() -> None:
        ripple = Ripple()
        await ripple.wait(ripple.count, 0.01)
        assert ripple.waiting == 0

    asyncio.run(scene())


def test_closing_lets_go_now_and_from_now_on() -> None:
    async def scene() -> None:
        ripple = Ripple()
        tasks = await held(ripple, 3)
        ripple.close()
        await asyncio.wait_for(asyncio.gather(*tasks), LONG / 2)
        await asyncio.wait_for(ripple.wait(ripple.count, LONG), LONG / 2)
        assert ripple.closed

    asyncio.run(scene())


def test_only_those_concerned_are_woken() -> None:
    async def scene() -> None:
        ripple = Ripple()
        mine = asyncio.create_task(ripple.wait(ripple.count, LONG, frozenset({"a", "b"})))
        other = asyncio.create_task(ripple.wait(ripple.count, LONG, frozenset({"c"})))
        await asyncio.sleep(0)
        ripple.spread(frozenset({"b"}))
        assert await asyncio.wait_for(mine, LONG / 2)
        assert ripple.waiting == 1
        ripple.close()
        assert await asyncio.wait_for(other, LONG / 2)

    asyncio.run(scene())
