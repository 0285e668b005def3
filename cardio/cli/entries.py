"""`ioc-desk card info --pin | test | change-pin | unblock`: the commands that ask for a PIN or PUK.

On a reader with keys it is typed there. Elsewhere secrets are typed without echo, or come line by line on
standard input (`--stdin`); never as arguments, which every process of the machine could read. Each entry is
sent to the card once.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from cardio import certificates
from cardio.cli.pin_entry import PinEntry
from cardio.cli.report import SLOT_NAMES, read_any
from cardio.cli.self_test import KeyTest, try_card
from cardio.errors import PinFormat, PinPadFailed
from cardio.piv import Piv
from cardio.piv.pin import check_pin_format
from cardio.transport import Card

T = TypeVar("T")

PIN: Final = "PIN: "
NEW_PIN: Final = "PIN mới / new PIN: "
AGAIN: Final = "Nhập lại PIN mới / new PIN again: "
PUK: Final = "PUK: "
ON_PAD: Final = "Bấm trên phím của đầu đọc / type on the reader's keys: "
PAD_FAILED: Final = "Phím của đầu đọc không dùng được / the reader's keys do not work"
WITHIN: Final = 30.0
ENTRIES_WITHIN: Final = 120.0
"""Seconds; longer than a reader may be busy with three entries on its keys."""


class OnCard(Protocol):
    """Runs a task on the card in the wanted reader."""

    def __call__(self, wanted: str | None, task: Callable[[Card], T], within: float, /) -> T:
        """What the task returns; raises what it raises, and ReaderNotAnswering after `within` seconds."""
        ...


@dataclass(frozen=True, slots=True)
class _Replacement:
    """A way to a new PIN: what is asked for first, and the command, typed here or on the reader's keys."""

    first: str
    typed: Callable[[Piv, bytearray, bytearray], None]
    on_pad: Callable[[Piv], None]


_CHANGE: Final = _Replacement(PIN, Piv.change_pin, Piv.change_pin_on_pad)
_UNBLOCK: Final = _Replacement(PUK, Piv.unblock, Piv.unblock_on_pad)


def info(args: argparse.Namespace, on_card: OnCard) -> int:
    """Tell what the card is and holds, with `--pin` what that guards too."""
    anchors = [certificates.load(path.read_bytes()) for path in args.anchor]
    report = _perhaps_by_pin(args, on_card, lambda card, entry: read_any(card, anchors, entry))
    print(json.dumps(report.document(), ensure_ascii=False, indent=1) if args.json else report.text())
    return 0


def test(args: argparse.Namespace, on_card: OnCard) -> int:
    """Use the card's keys once; 1 when one failed, or none was there."""
    keys = _perhaps_by_pin(args, on_card, try_card)
    for outcome in keys:
        print(f"{outcome.slot:02X} {SLOT_NAMES[outcome.slot]}: {_verdict(outcome)}")
    used = [outcome for outcome in keys if not outcome.is_empty]
    return int(not used or any(outcome.failed for outcome in used))


def _verdict(outcome: KeyTest) -> str:
    if outcome.is_empty:
        return "trống / empty"
    return "được / works" if outcome.failed is None else f"lỗi / failed: {outcome.failed.text()}"


def _perhaps_by_pin(
    args: argparse.Namespace, on_card: OnCard, work: Callable[[Card, PinEntry | None], T]
) -> T:
    """Do the work on the card, with its PIN where `--pin` asks for it, typed on the reader's keys or here."""
    if not args.pin:
        return on_card(args.reader, lambda card: work(card, None), WITHIN)
    done = _by_keys(args, on_card, (PIN,), lambda card: work(card, PinEntry()))
    if done is not None:
        return done
    with _asked(PIN, by_line=args.stdin) as (pin,):
        return on_card(args.reader, lambda card: work(card, PinEntry(pin)), WITHIN)


def change_pin(args: argparse.Namespace, on_card: OnCard) -> int:
    """Replace the PIN; the new one is typed twice."""
    return _replace(args, on_card, _CHANGE)


def unblock(args: argparse.Namespace, on_card: OnCard) -> int:
    """Set a new PIN by the PUK."""
    return _replace(args, on_card, _UNBLOCK)


def _replace(args: argparse.Namespace, on_card: OnCard, way: _Replacement) -> int:
    if not _replaced_on_pad(args, on_card, way) and not _replaced_here(args, on_card, way):
        print("Hai lần nhập khác nhau / the two entries differ", file=sys.stderr)
        return 1
    print("Đã đặt PIN mới / the new PIN is set")
    return 0


def _replaced_on_pad(args: argparse.Namespace, on_card: OnCard, way: _Replacement) -> bool:
    def task(card: Card) -> bool:
        _on_selected(card, way.on_pad)
        return True

    return _by_keys(args, on_card, (way.first, NEW_PIN, AGAIN), task) is not None


def _replaced_here(args: argparse.Namespace, on_card: OnCard, way: _Replacement) -> bool:
    """Whether both entries of the new PIN were alike."""
    with _asked(way.first, NEW_PIN, AGAIN, by_line=args.stdin) as (known, new, again):
        if new != again:
            return False
        for secret in (known, new):
            check_pin_format(secret)
        on_card(args.reader, lambda card: _on_selected(card, lambda piv: way.typed(piv, known, new)), WITHIN)
    return True


def _on_selected(card: Card, work: Callable[[Piv], None]) -> None:
    """Do it and log out: some cards count the PIN as verified after a change."""
    with card.transaction():
        piv = Piv.select(card)
        piv.find_pin()
        try:
            work(piv)
        finally:
            piv.logout()


def _by_keys(
    args: argparse.Namespace, on_card: OnCard, prompts: Sequence[str], task: Callable[[Card], T]
) -> T | None:
    """What the task returns, its entries typed on the reader's keys; `None` where they must be typed here.

    Keys that only claim to be there spend no try.
    """
    if args.stdin:
        return None
    pad = on_card(args.reader, lambda card: Piv(card).pad, WITHIN)
    if pad is None or (len(prompts) > 1 and pad.modify is None):
        return None
    print(ON_PAD + ", ".join(prompt.removesuffix(": ") for prompt in prompts), file=sys.stderr)
    try:
        return on_card(args.reader, task, ENTRIES_WITHIN)
    except PinPadFailed:
        print(PAD_FAILED, file=sys.stderr)
        return None


@contextmanager
def _asked(*prompts: str, by_line: bool) -> Iterator[list[bytearray]]:
    """The secrets, in order, wiped at the end; PinFormat for characters that no card takes."""
    secrets: list[bytearray] = []
    try:
        for prompt in prompts:
            text = sys.stdin.readline().rstrip("\r\n") if by_line else getpass.getpass(prompt)
            try:
                secrets.append(bytearray(text, "ascii"))
            except UnicodeEncodeError:
                raise PinFormat("characters") from None
        yield secrets
    finally:
        for secret in secrets:
            secret[:] = bytes(len(secret))
