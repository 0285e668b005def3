"""The adapter's own tables and its waiting."""

from __future__ import annotations

import threading
import time

import pytest
from smartcard import scard

from cardio import events
from cardio.errors import (
    CardHeldElsewhere,
    CardMute,
    CardRemoved,
    CardWasReset,
    NoReader,
    NoService,
    ReaderFault,
)
from cardio.pcsc import (
    LARGEST_APDU,
    PNP_READER,
    Handle,
    PcscSource,
    abilities,
    error_of,
    largest_apdu,
    sighting,
    without_le,
)
from cardio.readers import ReaderPool
from cardio.simulator import VpcdLink
from cardio.source import Sighting
from tests.pcsc.conftest import inserted
from tests.support import virtual_cards
from tests.support.pcscd import READERS, PrivatePcscd
from tests.support.reader_events import SOON, EventLog

pytestmark = pytest.mark.pcsc


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (scard.SCARD_E_NO_SERVICE, NoService),
        (scard.SCARD_E_SERVICE_STOPPED, NoService),
        (scard.SCARD_E_INVALID_HANDLE, NoService),
        (scard.SCARD_E_UNKNOWN_READER, NoReader),
        (scard.SCARD_W_REMOVED_CARD, CardRemoved),
        (scard.SCARD_E_NO_SMARTCARD, CardRemoved),
        (scard.SCARD_W_RESET_CARD, CardWasReset),
        (scard.SCARD_E_SHARING_VIOLATION, CardHeldElsewhere),
        (scard.SCARD_W_UNRESPONSIVE_CARD, CardMute),
        (scard.SCARD_F_INTERNAL_ERROR, ReaderFault),
    ],
)
def test_every_return_code_has_an_error(code: int, kind: type[Exception]) -> None:
    assert type(error_of(code, "R")) is kind
    assert type(error_of(code & 0xFFFFFFFF, "R")) is kind, "unsigned, as on Windows"


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (scard.SCARD_STATE_EMPTY, Sighting(None)),
        (scard.SCARD_STATE_PRESENT | 3 << 16, Sighting(b"\x3b", 3)),
        (scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_MUTE, Sighting(b"")),
        (scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_EXCLUSIVE, Sighting(b"\x3b", held=True)),
    ],
)
def test_states(state: int, seen: Sighting) -> None:
    assert sighting(state, b"\x3b") == seen


@pytest.mark.parametrize(
    ("command", "sent"),
    [
        ("00A4040002A00000", "00A4040002A000"),
        ("00A4040002A000", "00A4040002A000"),
        ("00CB3FFF00", "00CB3FFF00"),
        ("00200080", "00200080"),
    ],
)
def test_le_does_not_travel_by_t0(command: str, sent: str) -> None:
    assert without_le(bytes.fromhex(command)).hex().upper() == sent


@pytest.mark.parametrize(
    ("features", "properties", "largest"),
    [
        ("120442330012", "0A0400000100", 65536 + 9),  # dwMaxAPDUDataSize, little-endian
        ("120442330012", "0A0400010000", 261),
        ("120442330012", "0A0400000000", LARGEST_APDU),  # not said
        ("120442330012", "01020000", LARGEST_APDU),
        ("120442330012", None, LARGEST_APDU),
        ("06044233000A", None, LARGEST_APDU),  # another feature only
        ("1204", None, LARGEST_APDU),
        (None, None, LARGEST_APDU),
    ],
)
def test_what_a_reader_says_of_its_largest_apdu(
    monkeypatch: pytest.MonkeyPatch, features: str | None, properties: str | None, largest: int
) -> None:
    answers = {scard.SCARD_CTL_CODE(3400): features, 0x42330012: properties}

    def control(_handle: object, code: int, _data: list[int]) -> tuple[int, list[int]]:
        answer = answers.get(code)
        if answer is None:
            return scard.SCARD_E_UNSUPPORTED_FEATURE, []
        return scard.SCARD_S_SUCCESS, list(bytes.fromhex(answer))

    monkeypatch.setattr(scard, "SCardControl", control)
    assert largest_apdu(abilities(Handle(0))[1]) == largest


def test_detection_is_the_services_own_poll(pool: ReaderPool, link: VpcdLink, log: EventLog) -> None:
    link.insert(virtual_cards.card())
    began = time.monotonic()
    inserted(log)
    link.remove()
    log.wait_for_kind(events.CardRemoved)
    assert time.monotonic() - began < SOON


@pytest.mark.usefixtures("daemon")
def test_a_wait_waits() -> None:
    watch = PcscSource().watch()
    watch.wait(0)
    began = time.monotonic()
    watch.wait(0.5)
    assert time.monotonic() - began > 0.4, "nothing changed, so nothing wakes it"
    watch.close()


@pytest.mark.usefixtures("daemon")
def test_without_the_pseudo_reader_the_list_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    real = scard.SCardGetStatusChange

    def like_macos(context: object, timeout: int, states: list[tuple[str, int]]) -> object:
        asked.append([name for name, _ in states])
        if PNP_READER in asked[-1]:
            return scard.SCARD_E_UNKNOWN_READER, []
        return real(context, timeout, states)

    monkeypatch.setattr(scard, "SCardGetStatusChange", like_macos)
    watch = PcscSource().watch()
    looks = [watch.wait(0) for _ in range(3)]
    watch.close()
    assert [PNP_READER in names for names in asked] == [True, False, False]
    assert [sorted(look) for look in looks] == [[], sorted(READERS), sorted(READERS)]


def test_stopping_ends_a_wait(daemon: PrivatePcscd) -> None:
    before = set(threading.enumerate())
    for _ in range(20):
        pool = ReaderPool([PcscSource()], lambda _: None)
        pool.start()
        pool.stop()
        assert set(threading.enumerate()) <= before
