"""`ioc-desk card serve`: a virtual card in a reader of the real service, for trials without hardware.

What makes it is imported when it is served: the other commands do not wait for it.
"""

from __future__ import annotations

import argparse
import signal
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cardio.simulator import CardFile

VPCD_PORT: Final = 0x8C7B


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "file", type=Path, nargs="?", help="tệp thẻ; không có: thẻ thử mới / card file; none: a new one"
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=VPCD_PORT)
    parser.add_argument("--global-pin", default="", help="PIN chung của cả thẻ / a PIN of the whole card")
    parser.add_argument("--short", action="store_true", help="không nhận APDU dài / refuse extended length")


def serve(args: argparse.Namespace) -> int:
    """Serve the card of a file, or a new one, until interrupted."""
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
