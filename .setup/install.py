"""Puts the locked dependencies and the program into ``.venv``: ``python .setup/install.py [run|test]``.

Works the same on Linux, Windows and macOS and needs nothing but Python. Every file is checked against the
hash in the lock. A stamp remembers what was installed: a second call touches no network, and only sees to it
that the program's bytecode is as new as its text.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
PROGRAM = ("cardio", "desktop_app", "resources", "ui")
PATIENCE = ("--retries", "10", "--timeout", "60")
"""With mirrors that are slow to begin: 80 MB come in one file."""
OLDEST, FIRST_UNKNOWN = (3, 11), (3, 14)


def fingerprint(lock: str) -> str:
    """What the installation depends on: locks, project file, the tree's place (.venv holds full paths)."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in ("requirements-build.lock", lock, "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_ready(purpose: str) -> bool:
    """Whether ``.venv`` holds what the purpose needs; one that is ready to test is ready to run."""
    purposes = ("test",) if purpose == "test" else ("run", "test")
    stamps = ((VENV / f"ready-to-{each}", LOCKS[each]) for each in purposes)
    return PYTHON.exists() and any(
        stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint(lock) for stamp, lock in stamps
    )


def works() -> bool:
    """Whether there is a ``.venv`` whose interpreter runs; one copied from elsewhere does not."""
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", "import pip"], check=False).returncode == 0


def pip_install(*arguments: str) -> None:
    """Run pip with its progress in view; once more after a failure, because networks hiccup."""
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--disable-pip-version-check",
        *PATIENCE,
        *arguments,
    ]
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore"}  # setuptools explains at length what "editable" means
    if subprocess.run(command, cwd=ROOT, env=quiet, check=False).returncode:
        print("Failed once; trying again in 5 s.", file=sys.stderr)
        time.sleep(5)
        subprocess.run(command, cwd=ROOT, env=quiet, check=True)


def install(purpose: str) -> None:
    """Build ``.venv`` for a purpose and stamp it.

    The build tools come first, from their own lock, so that nothing is built with unlocked ones.
    """
    lock = LOCKS[purpose]
    if not works():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    print(f"Installing what to {purpose} needs into {VENV} (about 280 MB on the first time)", flush=True)
    pip_install("--require-hashes", "--requirement", "requirements-build.lock")
    pip_install("--require-hashes", "--no-build-isolation", "--requirement", lock)
    pip_install("--quiet", "--no-build-isolation", "--editable", ".")
    (VENV / f"ready-to-{purpose}").write_text(fingerprint(lock), encoding="ascii")


def compile_program() -> None:
    """Write the bytecode of the program's modules where it is missing or old, as pip does for the packages.

    A start that has to compile them takes half as long again. Where nothing can be written, it does.
    """
    subprocess.run([PYTHON, "-m", "compileall", "-qq", *PROGRAM], cwd=ROOT, check=False)


def main() -> int:
    """Install unless everything is there; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("purpose", nargs="?", choices=sorted(LOCKS), default="run")
    purpose = parser.parse_args().purpose
    if not OLDEST <= sys.version_info[:2] < FIRST_UNKNOWN:
        print(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        if not is_ready(purpose):
            install(purpose)
        compile_program()
    except subprocess.CalledProcessError as problem:
        print(
            f"This step failed (exit {problem.returncode}): {shlex.join(map(str, problem.cmd))}",
            file=sys.stderr,
        )
        return 1
    except PermissionError as problem:
        print(f"{problem.filename} belongs to somebody else; remove .venv and try again.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
