"""Desks that hang on the feed, in a process of their own: a socket and a coroutine each, asking anew."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from cardio.simulator.card_file import CardFile
from tests.chaos.killing import Life
from tests.load.centre import Served, many_files
from tests.support.desk_client import DeskClient, enrolled

ALL_HANG_WITHIN = 180
OFFICER = "o-handler"
_TARGET = "/v1/sync/changes"
_BEGIN_PER_SECOND = 40
_WAIT = 25


@dataclass
class Polls:
    """What the desks told last: answers so far, their own processor time (s), and what went wrong."""

    pipe: Connection
    answered: int = 0
    spent: float = 0.0
    failed: list[str] = field(default_factory=list)

    def hear(self) -> None:
        """Take over the latest figures."""
        while self.pipe.poll():
            self.answered, self.spent, self.failed = self.pipe.recv()


@contextmanager
def held_polls(served: Served, folder: Path, count: int) -> Iterator[Polls]:
    """Keep so many long polls hanging while entered."""
    card = folder / "desk.json"
    served.city.card(OFFICER).save(card)
    life = Life(_hold, served.urls, served.city.service.codes.mint(), card, count)
    try:
        if not life.pipe.poll(ALL_HANG_WITHIN):
            raise RuntimeError("the desks do not hang")
        yield Polls(life.pipe)
    finally:
        life.kill()


def _hold(urls: tuple[str, ...], code: str, card: Path, count: int, told: Connection) -> None:
    many_files()
    with enrolled(urls[0], code) as desk:
        assert desk.sign_in(CardFile.load(card)).status_code == 200
        _, cursor = desk.drain()
        asyncio.run(_Desks(desk, urls, cursor, told).hold(count))


class _Desks:
    """One person at many desks: one token, one nonce that every answer renews."""

    def __init__(self, desk: DeskClient, urls: tuple[str, ...], cursor: str, told: Connection) -> None:
        self._desk = desk
        self._urls = urls
        self._cursor = cursor
        self._told = told
        self._answered = 0
        self._failed: list[str] = []

    async def hold(self, count: int) -> None:
        tasks = []
        for number in range(count):
            tasks.append(asyncio.create_task(self._poll(self._urls[number % len(self._urls)])))
            await asyncio.sleep(1 / _BEGIN_PER_SECOND)
        while True:
            self._told.send((self._answered, time.process_time(), self._failed[:3]))
            await asyncio.sleep(1)

    async def _poll(self, url: str) -> None:
        where = urlsplit(url)
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        while True:
            writer.write(self._request(where.netloc))
            status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
            fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            await reader.readexactly(int(fields["content-length"]))
            self._desk.nonce = fields.get("dpop-nonce", self._desk.nonce)
            self._answered += 1
            if " 200 " not in status and " 401 " not in status:  # a nonce ends after a minute
                self._failed.append(status)

    def _request(self, host: str) -> bytes:
        proof = self._desk.proof("GET", self._desk.url + _TARGET, self._desk.token)
        return (
            f"GET {_TARGET}?cursor={self._cursor}&wait={_WAIT}&limit=500 HTTP/1.1\r\nHost: {host}\r\n"
            f"DPoP: {proof}\r\nAuthorization: DPoP {self._desk.token}\r\n\r\n"
        ).encode()
