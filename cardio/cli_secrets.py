"""`ioc-desk card test | change-pin | unblock`: the commands that ask for a PIN or PUK.

Secrets are typed without echo, or come line by line on standard input (`--stdin`); never as arguments, which
every process of the machine could read. Each entry is sent to the card once.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from cardio.errors import PinFormat
from cardio.piv import Piv
from cardio.piv.pin import check_pin_format
from cardio.report import SLOT_NAMES
from cardio.self_test import KeyTest, try_keys
from cardio.transport import Card

OnCard = Callable[[str | None, Callable[[Card], object]], object]

PIN: Final = "PIN: "
NEW_PIN: Final = "PIN mới / new PIN: "
AGAIN: Final = "Nhập lại PIN mới / new PIN again: "
PUK: Final = "PUK: "


def test(args: argparse.Namespace, on_card: Callable[..., tuple[KeyTest, ...]]) -> int:
    """Use the card's keys once; 1 when one of them failed."""
    with _asked(*([PIN] if args.pin else []), by_line=args.stdin) as secrets:
        pin = secrets[0] if secrets else None
        outcomes = on_card(args.reader, lambda card: try_keys(card, pin))
    for outcome in outcomes:
        verdict = "được / works" if outcome.error is None else f"lỗi / failed: {outcome.error}"
        print(f"{outcome.slot:02X} {SLOT_NAMES[outcome.slot]}: {verdict}")
    return int(any(outcome.error for outcome in outcomes))


def change_pin(args: argparse.Namespace, on_card: OnCard) -> int:
    """Replace the PIN, which the person types twice."""
    return _replace(args, on_card, PIN, Piv.change_pin)


def unblock(args: argparse.Namespace, on_card: OnCard) -> int:
    """Set a new PIN by the PUK."""
    return _replace(args, on_card, PUK, Piv.unblock)


def _replace(
    args: argparse.Namespace,
    on_card: OnCard,
    first: str,
    work: Callable[[Piv, bytearray, bytearray], None],
) -> int:
    with _asked(first, NEW_PIN, AGAIN, by_line=args.stdin) as (known, new, again):
        if new != again:
            print("Hai lần nhập khác nhau / the two entries differ", file=sys.stderr)
            return 1
        for secret in (known, new):
            check_pin_format(secret)

        def task(card: Card) -> None:
            with card.transaction():
                work(Piv.select(card), known, new)

        on_card(args.reader, task)
    print("Đã đặt PIN mới / the new PIN is set")
    return 0


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
