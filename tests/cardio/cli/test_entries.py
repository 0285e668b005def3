"""Commands that ask for secrets: order, comparison, format; nothing reaches a card in vain."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest

from cardio.cli import entries
from cardio.errors import CardError, PinEntryCancelled, PinEntryDiffers, PinEntryTimedOut, PinFormat
from cardio.events import CardInserted
from cardio.piv import Slot
from cardio.readers import ReaderPool
from cardio.simulator import VirtualPivCard, VirtualReaders
from cardio.simulator.pad import VirtualPad
from cardio.transport import Card
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_cards import PIN, PUK, pin

T = TypeVar("T")
NEW = "271828"


class Desk:
    """One card, and what was done on it."""

    def __init__(self) -> None:
        self.card = InReader(virtual_cards.card_file())
        self.tasks = 0

    def on_card(self, reader: str | None, task: Callable[[Card], T], within: float) -> T:
        """Run the task."""
        assert reader is None
        assert within >= entries.WITHIN
        self.tasks += 1
        return task(self.card)

    @property
    def virtual(self) -> VirtualPivCard:
        """The card itself."""
        return self.card.card


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., argparse.Namespace]:
    """Put lines on standard input; the arguments of a command that reads them."""

    def lines(*texts: str) -> argparse.Namespace:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(text + "\n" for text in texts)))
        return argparse.Namespace(reader=None, stdin=True, pin=bool(texts))

    return lines


def test_changing(typed: Callable[..., argparse.Namespace]) -> None:
    desk = Desk()
    assert entries.change_pin(typed(PIN, NEW, NEW), desk.on_card) == 0
    assert entries.test(typed(NEW), desk.on_card) == 0
    assert desk.virtual.pin_tries_left == 3


def test_unblocking(typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk()
    assert entries.unblock(typed(PUK, NEW, NEW), desk.on_card) == 0
    assert NEW not in capsys.readouterr().out


def test_testing_without_pin(
    typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]
) -> None:
    assert entries.test(typed(), Desk().on_card) == 0
    assert capsys.readouterr().out.count("works") == 1


def test_what_the_pin_guards_is_told_where_it_is_given(
    typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    for lines, told_of in (((), 5), ((PIN,), 8)):
        asked = typed(*lines)
        asked.anchor, asked.json = [], True
        assert entries.info(asked, desk.on_card) == 0
        told = capsys.readouterr().out
        assert len(json.loads(told)["objects"]) == told_of
        assert PIN not in told
    assert desk.virtual.pin_tries_left == 3


def test_a_slot_left_empty_is_no_failure(
    typed: Callable[..., argparse.Namespace], capsys: pytest.CaptureFixture[str]
) -> None:
    desk, file = Desk(), virtual_cards.card_file()
    sparse: dict[Slot, bytes] = {
        slot: der for slot, der in file.certificates.items() if slot is not Slot.KEY_MANAGEMENT
    }
    desk.card = InReader(replace(file, certificates=sparse))
    assert entries.test(typed(PIN), desk.on_card) == 0
    assert capsys.readouterr().out.count("empty") == 1
    desk.card = InReader(replace(file, certificates={}))
    assert entries.test(typed(PIN), desk.on_card) == 1, "a card without any key"


def test_entries_that_differ_do_not_reach_the_card(typed: Callable[..., argparse.Namespace]) -> None:
    desk = Desk()
    assert entries.change_pin(typed(PIN, NEW, "271829"), desk.on_card) == 1
    assert desk.tasks == 0


@pytest.mark.parametrize("lines", [("12345", NEW, NEW), (PIN, "12345", "12345"), ("12345đ", NEW, NEW), ()])
def test_malformed_entries_do_not_reach_the_card(
    typed: Callable[..., argparse.Namespace], lines: tuple[str, ...]
) -> None:
    desk = Desk()
    with pytest.raises(PinFormat):
        entries.change_pin(typed(*lines), desk.on_card)
    assert desk.tasks == 0


def test_typed_secrets_are_asked_for_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return PIN

    monkeypatch.setattr("getpass.getpass", ask)
    arguments = argparse.Namespace(reader=None, stdin=False, pin=True)
    assert entries.test(arguments, Desk().on_card) == 0
    assert prompts == [entries.PIN]
    assert pin() == bytearray(PIN, "ascii")


# --- on a reader with keys ---


class KeyDesk:
    """A reader with keys on its thread, as the program meets it, and what is typed on them."""

    def __init__(self, pool: ReaderPool, pad: VirtualPad, card: VirtualPivCard) -> None:
        self.pool, self.pad, self.card = pool, pad, card
        self.patience: list[float] = []

    def on_card(self, reader: str | None, task: Callable[[Card], T], within: float) -> T:
        """Run the task on the reader's thread."""
        assert reader is None
        self.patience.append(within)
        return self.pool.submit(R, task).result(SOON)


Keys = Callable[..., KeyDesk]
R = "Reader with keys"
AT_THE_KEYS = argparse.Namespace(reader=None, stdin=False, pin=True, anchor=[], json=False)


@pytest.fixture
def keys() -> Iterator[Keys]:
    """Put a card into a reader with such keys."""
    pools: list[ReaderPool] = []

    def put(pad: VirtualPad) -> KeyDesk:
        card, readers, log = virtual_cards.card(), VirtualReaders(), EventLog()
        readers.add_reader(R)
        readers.give_pad(R, pad)
        readers.insert(R, card)
        pools.append(ReaderPool([readers], log.add))
        pools[0].start()
        log.wait_for_kind(CardInserted)
        return KeyDesk(pools[0], pad, card)

    yield put
    for pool in pools:
        pool.stop()


@pytest.fixture
def nobody_types_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keyboard is not asked."""
    monkeypatch.setattr("getpass.getpass", lambda prompt: pytest.fail(f"asked here: {prompt}"))


@pytest.mark.usefixtures("nobody_types_here")
def test_everything_is_typed_on_the_readers_keys(keys: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    desk = keys(VirtualPad())
    desk.pad.type(PIN, NEW, NEW, PUK, PIN, PIN, PIN, PIN)
    assert entries.change_pin(AT_THE_KEYS, desk.on_card) == 0
    assert entries.unblock(AT_THE_KEYS, desk.on_card) == 0
    assert entries.test(AT_THE_KEYS, desk.on_card) == 0
    assert entries.info(AT_THE_KEYS, desk.on_card) == 0
    out, told = capsys.readouterr()
    assert told.count(entries.ON_PAD) == 4
    assert "the signature holds" in out
    assert "PUK, PIN mới / new PIN, Nhập lại" in told
    assert desk.pad.entries == 8
    assert desk.patience.count(entries.ENTRIES_WITHIN) == 4, "the keys are waited for"
    assert (desk.card.pin_tries_left, desk.card.puk_tries_left) == (3, 3)
    assert PIN not in out + told


@pytest.mark.usefixtures("nobody_types_here")
@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ((VirtualPad.CANCEL,), PinEntryCancelled),
        ((PIN, NEW, "314159"), PinEntryDiffers),
        ((), PinEntryTimedOut),
    ],
)
def test_an_entry_that_came_to_nothing(keys: Keys, typed: tuple[str, ...], error: type[CardError]) -> None:
    desk = keys(VirtualPad())
    desk.pad.type(*typed)
    with pytest.raises(error):
        entries.change_pin(AT_THE_KEYS, desk.on_card)
    assert desk.card.pin_tries_left == 3


@pytest.mark.parametrize(
    "pad", [VirtualPad(works=False), VirtualPad(modify=False)], ids=["broken", "verify only"]
)
def test_keys_that_cannot_give_way_to_the_keyboard(
    keys: Keys, pad: VirtualPad, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, lines = keys(pad), iter((PIN, NEW, NEW))
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(lines))
    assert entries.change_pin(AT_THE_KEYS, desk.on_card) == 0
    assert desk.card.pin_tries_left == 3
    assert next(lines, None) is None


@pytest.mark.usefixtures("nobody_types_here")
def test_lines_are_read_even_where_there_are_keys(
    keys: Keys, typed: Callable[..., argparse.Namespace]
) -> None:
    desk = keys(VirtualPad())
    assert entries.change_pin(typed(PIN, NEW, NEW), desk.on_card) == 0
    assert desk.pad.entries == 0
