"""The ``ioc-desk`` command.

Without a subcommand it opens the program. Labels are Vietnamese first, English second. Exit codes:
0 done, 1 it could not be done (the reason on stderr), 2 wrong arguments.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from cardio.source import ReaderSource
    from desktop_app.attendance.audit import Line
    from desktop_app.core import Core
    from desktop_app.demo import Demo
    from desktop_app.doctor.finding import Finding
    from desktop_app.settings import Home

_FAILED: Final = 1
_WHAT: Final = (
    "Chương trình máy trạm của công chức đô thị thông minh; không kèm lệnh nào thì mở chương trình. / "
    "The workstation program of a smart city's civil servants; without a command it opens. "
    "Exit codes: 0 done, 1 it could not be done (the reason on stderr), 2 wrong arguments."
)


_PICTURES: Final = "thư mục ghi ảnh / folder for the screenshots"


class _NotOpened(Exception):
    """The program's own files do not open; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Screens(Protocol):
    """What a command may ask of the windows above, which this layer does not know."""

    def open_program(self, core: Core, demo: Demo | None = None) -> int:
        """Open the windows over ``core``; return the exit code."""

    def doctor_text(self, findings: Sequence[Finding], language: str) -> str:
        """Return what the doctor found, in sentences with their remedies."""

    def doctor_words(self, findings: Sequence[Finding], language: str) -> Sequence[tuple[str, str]]:
        """Return the sentence and the remedy of each finding."""

    def run_tour(self, out: Path) -> int:
        """Drive the real program through a whole day; return 0 when every step held."""

    def run_gallery(self, out: Path, screen: str = "") -> int:
        """Photograph every view in every appearance; return 0 when every view was reached."""


def main(arguments: Sequence[str], screens: Screens) -> int:
    """Run one command, opening ``screens`` where it needs them; return its exit code."""
    if not arguments:
        return _open(screens)  # a window is waited for: it needs no parser and no other command
    args = _parser(screens).parse_args(arguments)
    try:
        code: int = args.handler(args)
        sys.stdout.flush()
    except _NotOpened as problem:
        return _fail(problem.code)
    except BrokenPipeError:  # whoever read along has had enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    return code


def _parser(screens: Screens) -> argparse.ArgumentParser:
    from cardio.cli import commands as card_commands
    from desktop_app.conformance import cli as conformance

    parser = argparse.ArgumentParser(prog="ioc-desk", description=_WHAT)
    parser.set_defaults(handler=lambda args: _open(args.screens), screens=screens)
    metavar = "demo|tour|gallery|sandbox|card|doctor|workflow|journal|conformance"
    commands = parser.add_subparsers(metavar=metavar)
    demo = commands.add_parser("demo", help="chạy thử với máy chủ tập huấn / the program on its own sandbox")
    demo.add_argument("--alive", action="store_true", help="có người dân hoạt động / citizens act meanwhile")
    demo.add_argument(
        "--out",
        type=Path,
        default=Path("build/tour"),
        help="ảnh khi không có màn hình / screenshots, without a display",
    )
    demo.set_defaults(handler=_demo)
    tour = commands.add_parser("tour", help="một ngày làm việc thật / drive a whole day, with screenshots")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help=_PICTURES)
    tour.set_defaults(handler=_tour)
    gallery = commands.add_parser("gallery", help="ảnh mọi màn hình / every view in every appearance")
    gallery.add_argument("--out", type=Path, required=True, metavar="DIR", help=_PICTURES)
    gallery.add_argument("--screen", metavar="NAME", default="", help="chỉ một màn hình / one screen only")
    gallery.set_defaults(handler=_gallery)
    doctor = commands.add_parser("doctor", help="khám máy, đầu đọc, thẻ / what works and what does not")
    doctor.add_argument("--json", action="store_true", help="kết quả JSON / one JSON document on stdout")
    doctor.add_argument("--language", choices=("vi", "en"), help="ngôn ngữ / the language of the sentences")
    doctor.set_defaults(handler=_doctor)
    workflow = commands.add_parser("workflow", help="bảng quy trình / the workflow table, from the code")
    workflow.set_defaults(handler=_workflow)
    _add_journal(commands)
    _add_sandbox(commands)
    card_commands.add_commands(commands)
    conformance.add_commands(commands)
    return parser


def _add_journal(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    journal = commands.add_parser("journal", help="sổ chấm công / the attendance journal")
    inner = journal.add_subparsers(required=True, metavar="verify|export")
    verify = inner.add_parser("verify", help="kiểm tra chuỗi và chữ ký / check chain and signatures")
    verify.add_argument(
        "file",
        type=Path,
        nargs="?",
        help="attendance.jsonl; bỏ trống: sổ của máy này / none: this computer's",
    )
    verify.add_argument("--receipt-key", type=Path, metavar="PEM", help="khóa biên nhận / the receipts' key")
    verify.set_defaults(handler=_verify)
    export = inner.add_parser("export", help="xuất bằng chứng / the evidence, its receipt key beside")
    export.add_argument("file", type=Path, help="attendance.jsonl")
    export.set_defaults(handler=_export)


def _add_sandbox(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The sandbox is an extra: without its libraries the command is not there."""
    from importlib.util import find_spec

    if find_spec("uvicorn") is None or find_spec("sqlalchemy") is None:
        return
    from importlib import import_module

    import_module("desktop_app.sandbox.cli").add_commands(commands)


def _screens(args: argparse.Namespace) -> Screens:
    screens: Screens = args.screens
    return screens


# --- the program -------------------------------------------------------------------------------------


def _home() -> Home:
    from desktop_app.logbook import write_logs
    from desktop_app.settings import Home

    home = Home.default()
    home.create()
    write_logs(home)
    return home


def _real_readers() -> list[ReaderSource]:
    from cardio.pcsc import PcscSource
    from desktop_app import host

    return [PcscSource(host.card_service_rests)]


def _open(screens: Screens) -> int:
    import gc

    gc.disable()  # what a start makes stays; the windows collect by the clock once all is loaded
    from desktop_app.core import Core

    return screens.open_program(Core(_home(), _real_readers()))


def _demo(args: argparse.Namespace) -> int:
    from desktop_app import host
    from desktop_app.demo import prepare
    from desktop_app.sandbox_process import SandboxNotStarted

    if not host.has_display():
        print(f"Không có màn hình; ảnh chụp ở {args.out} / no display: screenshots go to {args.out}")
        return _tour(args)
    try:
        demo = prepare(_home(), _real_readers(), alive=args.alive)
    except SandboxNotStarted as problem:
        return _fail(f"{problem.code}: {problem.detail}")
    try:
        return _screens(args).open_program(demo.core, demo)
    finally:
        demo.sandbox.stop()


def _tour(args: argparse.Namespace) -> int:
    return _screens(args).run_tour(args.out)


def _gallery(args: argparse.Namespace) -> int:
    return _screens(args).run_gallery(args.out, args.screen)


# --- examinations ------------------------------------------------------------------------------------


def _doctor(args: argparse.Namespace) -> int:
    from desktop_app.doctor.document import as_json
    from desktop_app.doctor.examination import examine
    from desktop_app.doctor.finding import Verdict

    with _started(_real_readers()) as core:
        findings = examine(core)
    screens, language = _screens(args), args.language or core.settings.language
    if args.json:
        told = as_json(findings, core.clock.now(), language, screens.doctor_words(findings, language))
    else:
        told = screens.doctor_text(findings, language)
    print(told)
    return _FAILED if any(finding.verdict is Verdict.BAD for finding in findings) else 0


def _workflow(_args: argparse.Namespace) -> int:
    from desktop_app.triage.workflow_table import workflow_markdown

    print(workflow_markdown())
    return 0


def _verify(args: argparse.Namespace) -> int:
    from desktop_app.attendance.audit import EvidenceUnreadable, audit, read_evidence

    try:
        key = args.receipt_key.read_bytes() if args.receipt_key else None
        rows = read_evidence(args.file) if args.file else _own_rows()
        result = audit(rows, key)
    except (OSError, EvidenceUnreadable) as problem:
        return _fail(str(problem))
    fault = result.verdict.fault
    print(f"rows {result.verdict.rows}  cards {result.cards}  receipts {result.receipted}/{len(rows)}")
    if fault is not None:
        return _fail(f"{fault.what} (epoch {fault.epoch}, seq {fault.seq})")
    return 0 if result.holds else _fail(f"receipts that do not hold: {result.forged}")


def _export(args: argparse.Namespace) -> int:
    from desktop_app.attendance.evidence import export

    with _started() as core:
        if (at := core.workplace) is None:
            return _fail("not_enrolled")
        try:
            rows = export(at.store, at.enrolment.chain, at.trust.bundle.receipt_keys, args.file)
        except OSError as problem:
            return _fail(str(problem))
    print(f"rows {rows}")
    return 0


def _own_rows() -> list[Line]:
    """The journal of this workstation, in the form of its own export."""
    from desktop_app.attendance.audit import EvidenceUnreadable, parse_line
    from desktop_app.attendance.evidence import lines

    with _started() as core:
        if core.terminal is None or core.enrolment is None:
            raise EvidenceUnreadable(0)
        return [parse_line(line) for line in lines(core.terminal, core.enrolment.chain)]


@contextmanager
def _started(readers: Sequence[ReaderSource] = ()) -> Iterator[Core]:
    """The core with its files open, stopped at the end; raise ``_NotOpened`` where they do not open."""
    from desktop_app.core import Core
    from desktop_app.credentials import SecretsUnreadable
    from desktop_app.settings import SettingsUnreadable
    from desktop_app.store.errors import StoreError
    from desktop_app.trust.bundle import BundleRefused

    try:
        core = Core(_home(), readers)
        try:
            core.start()
            yield core
        finally:
            core.stop()
    except (SettingsUnreadable, SecretsUnreadable, StoreError, BundleRefused) as problem:
        raise _NotOpened(getattr(problem, "code", type(problem).__name__)) from problem


def _fail(reason: str) -> int:
    print(f"ioc-desk: {reason}", file=sys.stderr)
    return _FAILED
