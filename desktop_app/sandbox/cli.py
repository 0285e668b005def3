"""``ioc-desk sandbox serve``: the reference central API from the command line."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

CANNOT_SERVE = 1
BETWEEN_SECONDS, FASTEST_SECONDS, SLOWEST_SECONDS = 20.0, 0.2, 3600.0
"""Between two moments of a city that lives: usually, at least, at most."""
MOST = 1_000_000
"""Reports that one call adds."""


def add_commands(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``sandbox`` and its commands; each sets ``handler(args) -> int``."""
    sandbox = subparsers.add_parser("sandbox", help="máy chủ tập huấn / the reference central API")
    commands = sandbox.add_subparsers(dest="sandbox_command", required=True)
    _add_serve(commands)
    _add_fill(commands)
    _add_steering(commands)
    _add_fleet(commands)


def _add_serve(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="chạy trên 127.0.0.1 / serve on 127.0.0.1 until told to end")
    serve.add_argument("--port", type=_port, default=0, help="cổng TCP / TCP port (default: a free one)")
    serve.add_argument("--database", metavar="URL", help="cơ sở dữ liệu / SQLAlchemy URL (default: SQLite)")
    serve.add_argument(
        "--reports",
        metavar="CSV",
        type=Path,
        action="append",
        default=[],
        help="phản ánh cần nạp / further requests to load",
    )
    serve.add_argument(
        "--data", metavar="DIR", type=Path, help="thư mục dữ liệu / folder of keys, cards and database"
    )
    serve.add_argument(
        "--alive",
        action="store_true",
        help="có người dân, đồng nghiệp hoạt động / citizens and colleagues act meanwhile",
    )
    serve.add_argument(
        "--alive-pace",
        metavar="SECONDS",
        type=_pace,
        default=BETWEEN_SECONDS,
        help="cứ bao nhiêu giây có việc mới / about how often something happens (%(default)s)",
    )
    serve.add_argument(
        "--alive-seed", metavar="N", type=int, help="lặp lại đúng diễn biến / the same N, the same course"
    )
    serve.add_argument(
        "--public-url", metavar="URL", help="địa chỉ công khai / the URL clients use, where it is another"
    )
    serve.add_argument(
        "--with-parent", action="store_true", help="kết thúc khi stdin đóng / end when standard input closes"
    )
    serve.set_defaults(handler=_serve)


def _add_fill(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    fill = commands.add_parser(
        "fill", help="thêm nhiều phản ánh / add a great many reports; not while it serves"
    )
    fill.add_argument("count", metavar="N", type=_count, help="số phản ánh / how many, up to 1000000")
    fill.add_argument(
        "--seed", type=int, default=2026, help="số gieo / the same number makes the same reports"
    )
    fill.add_argument("--database", metavar="URL", help="cơ sở dữ liệu / SQLAlchemy URL (default: SQLite)")
    fill.add_argument(
        "--data", metavar="DIR", type=Path, help="thư mục dữ liệu / folder of keys and database"
    )
    fill.set_defaults(handler=_fill)


def _add_fleet(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """What the centre's admin does about workstations, also while it serves."""
    listed = commands.add_parser(
        "workstations", help="danh sách máy trạm / the workstations, and what became of a wipe"
    )
    wiped = commands.add_parser("wipe", help="xóa từ xa một máy trạm / have a workstation wiped from afar")
    wiped.add_argument("workstation", metavar="ID", help="mã máy trạm / as `workstations` lists it")
    wiped.add_argument(
        "--by", required=True, metavar="WHO", help="ai ra lệnh / by whose word, for the record"
    )
    for command in (listed, wiped):
        command.add_argument("--database", metavar="URL", help="cơ sở dữ liệu / SQLAlchemy URL")
        command.add_argument("--data", metavar="DIR", type=Path, help="thư mục dữ liệu / folder of database")
        command.set_defaults(handler=_fleet)


def _fleet(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox import fleet

    try:
        with fleet.opened(_folder(args), args.database) as engine:
            if args.sandbox_command == "wipe":
                print(fleet.wipe(engine, args.workstation, args.by))
                return 0
            for one in fleet.members(engine):
                moments = (one.enrolled_at, one.ordered_at, one.confirmed_at)
                told = (moment.isoformat(timespec="seconds") if moment else "-" for moment in moments)
                print("\t".join((one.id, one.hostname, one.key_class, *told)))
    except (fleet.NoSuchWorkstation, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE
    return 0


def _add_steering(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what an operator sets."""
    policy = commands.add_parser("policy", help="đặt một chính sách / set one value of the policy")
    policy.add_argument("name", help="tên / for example signed_approvals")
    policy.add_argument("value", help="on, off / or a number")
    policy.set_defaults(handler=_policy)
    calendar = commands.add_parser(
        "calendar", help="sửa lịch làm việc / correct the calendar; open due dates move with it"
    )
    calendar.add_argument(
        "--off", metavar="DAY", type=date.fromisoformat, action="append", default=[], help="nghỉ / a day off"
    )
    calendar.add_argument(
        "--working", metavar="DAY", type=date.fromisoformat, action="append", default=[],
        help="làm bù / a weekend day of work",
    )  # fmt: skip
    calendar.add_argument("--reason", required=True, help="căn cứ / stands in every timeline it moves")
    calendar.set_defaults(handler=_calendar)
    restored = commands.add_parser(
        "restored", help="vừa phục hồi từ bản sao lưu / say, before serving, that this is a restored backup"
    )
    restored.set_defaults(handler=_restored)
    for each in (policy, calendar, restored):
        each.add_argument("--database", metavar="URL", help="cơ sở dữ liệu / SQLAlchemy URL")
        each.add_argument("--data", metavar="DIR", type=Path, help="thư mục dữ liệu / folder of the centre")


def _policy(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox.steering import set_policy

    try:
        set_policy(_folder(args), args.database, args.name, args.value)
    except (OSError, ValueError, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE
    return 0


def _calendar(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox.steering import correct_calendar

    try:
        moved = correct_calendar(_folder(args), args.database, args.off, args.working, args.reason)
    except (OSError, ValueError, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE
    print(moved)
    return 0


def _restored(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox.steering import declare_restored

    try:
        print(declare_restored(_folder(args), args.database))
    except (OSError, ValueError, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE
    return 0


def _fill(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox.filling import fill_database

    try:
        fill_database(_folder(args), args.database, args.count, args.seed, _tell_progress)
    except (OSError, ValueError, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE
    return 0


def _tell_progress(done: int, count: int) -> None:
    print(f"\r{done:,} / {count:,}", end="\n" if done == count else "", file=sys.stderr, flush=True)


def _folder(args: argparse.Namespace) -> Path:
    from desktop_app.settings import Home

    folder: Path = args.data or Home.default().root / "sandbox"
    return folder.resolve()


def _serve(args: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from desktop_app.sandbox.serve import Options, serve

    options = Options(
        data=_folder(args),
        port=args.port,
        database=args.database,
        reports=args.reports,
        alive=args.alive,
        alive_pace=args.alive_pace,
        alive_seed=args.alive_seed,
        public_url=args.public_url,
    )
    if args.with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        return serve(options)
    except (OSError, ValueError, SQLAlchemyError) as error:
        print(f"ioc-desk sandbox: {error}", file=sys.stderr)
        return CANNOT_SERVE


def _end_with_parent() -> None:
    """Wait for the other end of standard input to go away, however it ended; then end as if told to.

    Reads below `sys.stdin`: its buffer's lock, held by a waiting thread, would abort our own regular end.
    """
    while os.read(sys.stdin.fileno(), 4096):
        pass
    signal.raise_signal(signal.SIGTERM)


def _count(text: str) -> int:
    count = int(text)
    if not 0 < count <= MOST:
        raise argparse.ArgumentTypeError(text)
    return count


def _pace(text: str) -> float:
    pace = float(text)
    if not FASTEST_SECONDS <= pace <= SLOWEST_SECONDS:
        raise argparse.ArgumentTypeError(text)
    return pace


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(text)
    return port
