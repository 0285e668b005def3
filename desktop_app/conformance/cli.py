"""``ioc-desk conformance URL``: exits with 1 where a clause is broken, with 2 for useless arguments."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argparse import _SubParsersAction

BROKEN: Final = 1
USELESS: Final = 2
_ABOUT = (
    "kiểm tra một máy chủ theo hợp đồng / check any central API against the contract; "
    "it writes notes, moves one report and returns it, and locks this address out of enrolment for a while"
)


def add_commands(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``conformance``; it sets ``handler(args) -> int``."""
    parser = subparsers.add_parser("conformance", help=_ABOUT, description=_ABOUT)
    parser.add_argument("url", metavar="URL", help="địa chỉ máy chủ / the server, of a practice installation")
    parser.add_argument(
        "--code", help="mã ghi danh / a fresh enrolment code; without it little can be tested"
    )
    parser.add_argument(
        "--cards", type=Path, metavar="DIR", help="thư mục thẻ có index.json / folder of practice cards"
    )
    parser.add_argument(
        "--expired-cursor",
        metavar="CURSOR",
        help="con trỏ cũ / a cursor of the dispatcher's, now forgotten; write --expired-cursor=CURSOR",
    )
    parser.add_argument(
        "--ca", type=Path, metavar="PEM", help="CA riêng / a private CA: it alone may vouch for the server"
    )
    parser.add_argument("--json", action="store_true", help="kết quả JSON / one JSON document on stdout")
    parser.set_defaults(handler=check)


def check(args: argparse.Namespace) -> int:
    """Run all clauses and print what was found."""
    from desktop_app.api.errors import InsecureAddress
    from desktop_app.conformance.card_folder import CardFolder
    from desktop_app.conformance.clauses import Verdict
    from desktop_app.conformance.listing import as_json, line, summary
    from desktop_app.conformance.scene import Scene
    from desktop_app.conformance.suite import run

    try:
        scene = Scene(args.url, args.code, CardFolder(args.cards), args.expired_cursor, args.ca)
    except (InsecureAddress, OSError, ValueError, LookupError) as problem:
        print(f"ioc-desk conformance: {type(problem).__name__}: {problem}", file=sys.stderr)
        return USELESS
    findings = []
    for finding in run(scene):
        findings.append(finding)
        if not args.json:
            print(line(finding), flush=True)
    print(as_json(scene.exchange.url, findings) if args.json else summary(findings))
    return BROKEN if any(finding.verdict is Verdict.BROKEN for finding in findings) else 0
