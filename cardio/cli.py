"""`ioc-desk card …`: readers and cards from the command line, without window or network.

Every label is Vietnamese first, English second. Exit codes: 0 done, 1 the card or reader refused (code on
stderr), 2 wrong arguments.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cardio import cli_read_id, cli_secrets, failure
from cardio.errors import CardError, CardRemoved, NoReader, ReaderNotAnswering
from cardio.events import ReaderAdded
from cardio.readers import ReaderPool
from cardio.report import read_any
from cardio.source import Sighting
from cardio.transport import Card

if TYPE_CHECKING:
    from cardio.simulator import CardFile

T = TypeVar("T")
VPCD_PORT: Final = 0x8C7B
CARD_WITHIN: Final = 2.0
LOOK_EVERY: Final = 0.05
ANSWER_WITHIN: Final = 30.0


def add_commands(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `card` and its commands; `args.handler` takes the arguments and returns the exit code."""
    card = subparsers.add_parser("card", help="đầu đọc và thẻ / readers and cards")
    commands = card.add_subparsers(
        required=True, metavar="list|info|test|change-pin|unblock|read-id|codes|serve"
    )
    _add(commands, "list", _list, "các đầu đọc / the readers").add_argument("--json", action="store_true")
    info = _add(commands, "info", _info, "đọc thẻ, không cần PIN / read the card, no PIN needed")
    info.add_argument("--reader", help="tên đầu đọc / name of the reader")
    info.add_argument("--json", action="store_true")
    test = _add(commands, "test", lambda args: cli_secrets.test(args, on_card), "thử các khoá / try the keys")
    test.add_argument("--pin", action="store_true", help="hỏi PIN, thử cả khoá cần PIN / ask for the PIN")
    change = _add(
        commands, "change-pin", lambda args: cli_secrets.change_pin(args, on_card), "đổi PIN / change the PIN"
    )
    unblock = _add(
        commands, "unblock", lambda args: cli_secrets.unblock(args, on_card), "mở khoá bằng PUK / unblock"
    )
    for command in (test, change, unblock):
        command.add_argument("--reader", help="tên đầu đọc / name of the reader")
        command.add_argument(
            "--stdin", action="store_true", help="PIN từ stdin, mỗi dòng một mã / one a line"
        )
    cli_read_id.add_arguments(
        _add(
            commands,
            "read-id",
            lambda args: cli_read_id.run(args, on_card),
            "đọc căn cước, hộ chiếu / read an ID",
        )
    )
    codes = _add(commands, "codes", _codes, "các mã lỗi / the codes of what can fail")
    codes.add_argument("--json", action="store_true")
    serve = _add(commands, "serve", _serve, "thẻ ảo qua vpcd / a virtual card through vpcd")
    serve.add_argument(
        "file", type=Path, nargs="?", help="tệp thẻ; không có: thẻ thử mới / card file; none: a new one"
    )
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=VPCD_PORT)
    serve.add_argument("--global-pin", default="", help="PIN chung của cả thẻ / a PIN of the whole card")
    serve.add_argument("--short", action="store_true", help="không nhận APDU dài / refuse extended length")


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    handler: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(handler=_refusals_told(handler))
    return parser


def _refusals_told(handler: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def told(args: argparse.Namespace) -> int:
        try:
            return handler(args)
        except (CardError, OSError, ValueError) as error:
            _tell(failure.of(error), as_json=getattr(args, "json", False))
        return 1

    return told


def _tell(failed: failure.Failure, *, as_json: bool) -> None:
    """Words on stderr; who asked for JSON gets it on stdout, too, so that one reading tells all."""
    print(f"lỗi / error: {failed.text()}", file=sys.stderr)
    if as_json:
        print(json.dumps({"failed": failed.document()}, ensure_ascii=False, indent=1))


def _codes(args: argparse.Namespace) -> int:
    """The table of what any command can end with."""
    found = list(failure.every_failure())
    if args.json:
        print(json.dumps({one.code: one.name for one in found}, indent=1))
    else:
        print("\n".join(f"{one.code}  {one.name}" for one in found))
    return 0


# --- list ---


def _list(args: argparse.Namespace) -> int:
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


# --- info ---


def _info(args: argparse.Namespace) -> int:
    report = on_card(args.reader, read_any)
    print(json.dumps(report.document(), ensure_ascii=False, indent=1) if args.json else report.text())
    return 0


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


# --- serve ---


def _serve(args: argparse.Namespace) -> int:
    from cardio.simulator import CardFile, VirtualPivCard, VpcdLink

    file = CardFile.load(args.file) if args.file else _new_card()
    link = VpcdLink(args.port, args.host)
    link.start()
    if args.global_pin:
        file = replace(file, global_pin=args.global_pin)
    link.insert(VirtualPivCard(file, extended=not args.short))
    pin = file.global_pin or file.pin
    print(f"Thẻ ảo / Virtual card: {file.label}   PIN {pin}   {args.host}:{args.port}", flush=True)
    _wait_for_interrupt()
    link.stop()
    return 0


def _new_card() -> CardFile:
    from cardio.simulator import StaffCa

    now = datetime.now(UTC)
    authority = StaffCa.create("CA thử nghiệm", now)
    return authority.issue_piv(holder="Thẻ thử", staff_code="THU-001", pin="123456", puk="12345678", now=now)


def _wait_for_interrupt() -> None:
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    while not stop.wait(1.0):  # a wait without end would not let Windows deliver the signal
        continue
