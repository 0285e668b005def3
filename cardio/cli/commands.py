"""`card` and its commands as the program's arguments, and how a refusal is told.

Every label is Vietnamese first, English second. Exit codes: 0 done, 1 the card or reader refused (code on
stderr), 2 wrong arguments.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from cardio import failure
from cardio.cli import at_reader, entries, read_id, serving
from cardio.errors import CardError


def add_commands(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `card` and its commands; `args.handler` takes the arguments and returns the exit code."""
    card = subparsers.add_parser("card", help="đầu đọc và thẻ / readers and cards")
    commands = card.add_subparsers(
        required=True, metavar="list|info|test|change-pin|unblock|read-id|codes|serve"
    )
    listing = _add(commands, "list", at_reader.print_readers, "các đầu đọc / the readers")
    listing.add_argument("--json", action="store_true")
    info = _add(commands, "info", _with_card(entries.info), "đọc thẻ / read the card")
    info.add_argument("--json", action="store_true")
    info.add_argument("--anchor", type=Path, action="append", default=[], help="CA phát hành thẻ (DER)")
    info.add_argument(
        "--pin",
        action="store_true",
        help="hỏi PIN, đọc cả phần cần PIN / and what the PIN guards",
    )
    test = _add(commands, "test", _with_card(entries.test), "thử các khóa / try the keys")
    test.add_argument("--pin", action="store_true", help="hỏi PIN, thử cả khóa cần PIN / ask for the PIN")
    change = _add(commands, "change-pin", _with_card(entries.change_pin), "đổi PIN / change the PIN")
    unblock = _add(commands, "unblock", _with_card(entries.unblock), "mở khóa bằng PUK / unblock")
    for command in (info, test, change, unblock):
        command.add_argument("--reader", help="tên đầu đọc / name of the reader")
        command.add_argument(
            "--stdin", action="store_true", help="PIN từ stdin, mỗi dòng một mã / one a line"
        )
    read_id.add_arguments(
        _add(
            commands,
            "read-id",
            lambda args: read_id.run(args, at_reader.on_card),
            "đọc căn cước, hộ chiếu / read an ID",
        )
    )
    codes = _add(commands, "codes", _codes, "các mã lỗi / the codes of what can fail")
    codes.add_argument("--json", action="store_true")
    serving.add_arguments(
        _add(commands, "serve", serving.serve, "thẻ ảo qua vpcd / a virtual card through vpcd")
    )


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    handler: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(handler=_refusals_told(handler))
    return parser


def _with_card(
    work: Callable[[argparse.Namespace, entries.OnCard], int],
) -> Callable[[argparse.Namespace], int]:
    return lambda args: work(args, at_reader.on_card)


def _refusals_told(handler: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def told(args: argparse.Namespace) -> int:
        try:
            return handler(args)
        except BrokenPipeError:
            raise  # nobody reads on: no failure of a card's
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
