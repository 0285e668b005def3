"""A transaction that a slow host leaves idle is kept awake on the real stack, between PIN and signature."""

from __future__ import annotations

import threading

import pytest
from smartcard import scard

from cardio import keep_awake
from cardio.emrtd import reading
from cardio.piv import Piv, Slot
from cardio.readers import ReaderPool
from cardio.simulator import VpcdLink
from cardio.simulator.emrtd import VirtualDocument
from cardio.transport import Card
from cardio.trust.csca import DocumentKind
from tests.pcsc.conftest import READER, inserted
from tests.support import virtual_cards, virtual_documents
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_cards import pin, public_key

pytestmark = pytest.mark.pcsc


@pytest.fixture
def reminded(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Released at each question for the status, which is asked every twentieth of a second."""
    monkeypatch.setattr(keep_awake, "LONGEST_REST", 0.05)
    asked, real = threading.Semaphore(0), scard.SCardStatus

    def status(handle: object) -> object:
        answer = real(handle)
        asked.release()
        return answer

    monkeypatch.setattr(scard, "SCardStatus", status)
    return asked


def wait_for(reminded: threading.Semaphore, times: int) -> None:
    """Be slow until the service was reminded so many times."""
    for _ in range(times):
        assert reminded.acquire(timeout=SOON)


def test_between_pin_and_signature(
    pool: ReaderPool, link: VpcdLink, log: EventLog, reminded: threading.Semaphore
) -> None:
    def slow(card: Card) -> bytes:
        with card.transaction():
            piv = Piv.select(card)
            with piv.unlocked(pin()):
                wait_for(reminded, 4)
                return piv.sign(Slot.AUTHENTICATION, public_key(Slot.AUTHENTICATION), b"challenge")

    link.insert(virtual_cards.card())
    inserted(log)
    assert len(pool.submit(READER, slow).result(SOON)) == 64


def test_within_secure_messaging(
    pool: ReaderPool, link: VpcdLink, log: EventLog, reminded: threading.Semaphore
) -> None:
    file = virtual_documents.document()
    link.insert(VirtualDocument(file))
    inserted(log)
    store = virtual_documents.anchors(*DocumentKind)

    def arrived(_number: int, _data: bytes) -> None:
        wait_for(reminded, 2)

    task = pool.submit(READER, lambda card: reading.read(card, file.mrz_key, store, arrived=arrived))
    assert task.result(SOON * 2).groups == file.groups
