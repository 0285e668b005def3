"""The reader and card that a command means: one look at the service, or a task on the card in a reader."""

from __future__ import annotations

import argparse
import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from cardio.errors import CardRemoved, NoReader, ReaderNotAnswering
from cardio.events import ReaderAdded
from cardio.readers import ReaderPool
from cardio.source import Sighting
from cardio.transport import Card

T = TypeVar("T")
CARD_WITHIN: Final = 2.0
LOOK_EVERY: Final = 0.05
ANSWER_WITHIN: Final = 30.0


def on_card(wanted: str | None, task: Callable[[Card], T], within: float = ANSWER_WITHIN) -> T:
    """Run `task` on the card in the wanted reader, or in the first that has one; at most `within` seconds."""
    from cardio.pcsc import PcscSource

    reader = _reader_with_card(wanted)
    arrived = threading.Event()
    pool = ReaderPool([PcscSource()], lambda event: arrived.set() if event == ReaderAdded(reader) else None)
    pool.start()
    try:
        if not arrived.wait(CARD_WITHIN):
            raise NoReader(reader)
        return pool.submit(reader, task).result(within)
    except TimeoutError:
        raise ReaderNotAnswering(reader) from None
    finally:
        pool.stop()


def _reader_with_card(wanted: str | None) -> str:
    """The wanted reader, or the first with a card; the service may need a moment to see one."""
    deadline = time.monotonic() + CARD_WITHIN
    while True:
        known = {name: seen for name, seen in _look().items() if wanted in {None, name}}
        found = next((name for name, seen in known.items() if seen.atr is not None), None)
        if found is not None:
            return found
        if time.monotonic() > deadline:
            raise CardRemoved if known else NoReader(wanted or "")
        time.sleep(LOOK_EVERY)


def print_readers(args: argparse.Namespace) -> int:
    """`list`: the readers and what lies in them, as lines or as JSON."""
    readers = _look()
    if args.json:
        documents = [_document(name, seen) for name, seen in readers.items()]
        print(json.dumps(documents, ensure_ascii=False, indent=1))
        return 0
    if not readers:
        print("Không có đầu đọc / No reader")
    for name, seen in readers.items():
        print(f"{name}: {_condition(seen)}  {(seen.atr or b'').hex(' ').upper()}".rstrip())
    return 0


def _look() -> Mapping[str, Sighting]:
    """One look at the readers of the service."""
    from cardio.pcsc import PcscSource

    watch = PcscSource().watch()
    try:
        return watch.wait(0)
    finally:
        watch.close()


def _condition(seen: Sighting) -> str:
    if seen.held:
        return "chương trình khác đang giữ / held by another program"
    if seen.atr is None:
        return "trống / empty"
    return "có thẻ / card" if seen.atr else "thẻ không trả lời / mute card"


def _document(name: str, seen: Sighting) -> dict[str, Any]:
    return {"reader": name, "atr": None if seen.atr is None else seen.atr.hex(), "held": seen.held}
