"""What a tour leaves for others to verify: attendance with receipts, the key, the stores as they lie."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from desktop_app.attendance.evidence import RECEIPT_KEY_FILE
from ui.tour.stage import HOME_VARIABLE, Stage


def copy_stores(home: Path, evidence: Path) -> list[str]:
    """Copy the stores with their write-ahead logs as they lie on disk while the program runs.

    ``account.db`` is that of the person signed in; those of others are numbered.
    """
    accounts = sorted(home.glob("account-*.db"), key=lambda path: not _is_open(path))
    names = {"terminal": home / "terminal.db"}
    names |= {f"account-{n}" if n else "account": path for n, path in enumerate(accounts)}
    copied: list[str] = []
    for name, store in names.items():
        for source in (store, _beside(store, "-wal"), _beside(store, "-shm")):
            if source.exists():
                copied.append(name + source.name.removeprefix(store.stem))
                shutil.copyfile(source, evidence / copied[-1])
    return copied


def _is_open(store: Path) -> bool:
    wal = _beside(store, "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _beside(store: Path, ending: str) -> Path:
    return store.with_name(store.name + ending)


def export_attendance(stage: Stage, workstation: str) -> int:
    """Export journal and receipt key with the product's own command; return how many rows."""
    path = stage.evidence / "attendance.jsonl"
    command = [sys.executable, "-m", "desktop_app", "journal", "export", str(path)]
    environment = {**os.environ, HOME_VARIABLE: str(stage.home(workstation))}
    subprocess.run(command, env=environment, check=True, timeout=60, stdout=subprocess.DEVNULL)
    return len(path.read_text("ascii").splitlines())


def verify_attendance(stage: Stage) -> str:
    """Verify the export with the product's own command; return what it says."""
    command = [
        sys.executable,
        "-m",
        "desktop_app",
        "journal",
        "verify",
        str(stage.evidence / "attendance.jsonl"),
    ]
    command += ["--receipt-key", str(stage.evidence / RECEIPT_KEY_FILE)]
    done = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True)
    return done.stdout.strip()


def copy_logs(stage: Stage, workstation: str) -> list[str]:
    """Copy a workstation's own logs."""
    copied: list[str] = []
    for source in sorted((stage.home(workstation) / "logs").glob("*")):
        target = stage.logs / f"{workstation}-{source.name}"
        shutil.copyfile(source, target)
        copied.append(target.name)
    return copied
