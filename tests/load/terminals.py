"""Terminals with signed taps ready to go."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from collections.abc import Sequence

import requests

from tests.load.centre import Served
from tests.support.desk_client import CardKey, enrolled
from tests.support.journal_maker import JournalMaker, Row

PATIENCE = 60


class Terminal:
    """One kiosk: its line, its token, its journal, and the people who come to it, one after the other."""

    def __init__(self, served: Served, cards: Sequence[CardKey], number: int = 0) -> None:
        self._desk = enrolled(served.url_of(number), served.city.service.codes.mint())
        self._cards = itertools.cycle(cards)
        self._journal = JournalMaker(self._desk)
        self._turn = threading.Lock()
        self._ready: deque[Row] = deque()

    def begin(self) -> None:
        """Get a token, good for a quarter of an hour: when everything is ready, and not before."""
        answer = self._desk.workstation_token()
        if answer.status_code == 400 and answer.json()["code"] == "use_dpop_nonce":
            # the nonce of its enrolment has ended; this answer brought another (RFC 9449, 8)
            answer = self._desk.workstation_token()
        assert answer.status_code == 200, answer.text[:200]

    def make_ready(self, taps: int) -> None:
        """Sign so many taps ahead of time: the load is the centre's, not the cards'."""
        self._ready.extend(self._journal.tap(next(self._cards)) for _ in range(taps))

    def send_next(self) -> None:
        """Send the next tap that is ready; in their order, whoever comes first."""
        with self._turn:
            self._send([self._ready.popleft()])

    def send_rest(self) -> None:
        """Send all that is still ready in one request."""
        with self._turn:
            rows = list(self._ready)
            self._ready.clear()
            self._send(rows)

    def _send(self, rows: Sequence[Row]) -> None:
        """Send rows; raise AssertionError where one is not stored."""
        path = f"/v1/terminals/{self._desk.terminal_id}/events"
        answer = self._post(path, rows)
        if answer.status_code == 401 and answer.json()["code"] == "token_expired":
            self.begin()
        if answer.status_code == 401:  # its nonce or its token had ended
            answer = self._post(path, rows)
        assert answer.status_code == 200, answer.text[:200]
        told = {(result["status"], result.get("reason")) for result in answer.json()["results"]}
        assert told == {("stored", None)}, told

    def _post(self, path: str, rows: Sequence[Row]) -> requests.Response:
        desk = self._desk
        proof = desk.proof("POST", desk.url + path, desk.token)
        headers = {"DPoP": proof, "Authorization": f"DPoP {desk.token}"}
        body = {"epoch": 1, "events": list(rows)}
        answer = desk.http.post(desk.url + path, json=body, headers=headers, timeout=PATIENCE)
        desk.nonce = answer.headers.get("DPoP-Nonce", desk.nonce)
        return answer

    def close(self) -> None:
        """Hang up."""
        self._desk.http.close()
