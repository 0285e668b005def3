"""One class per cause, and no driver behind them."""

from __future__ import annotations

import subprocess
import sys

from desktop_app.store import errors


def test_codes_are_distinct() -> None:
    kinds: list[type[errors.StoreError]] = [errors.StoreError, *errors.StoreError.__subclasses__()]
    assert len({kind.code for kind in kinds}) == len(kinds)


def test_naming_an_error_loads_no_driver() -> None:
    code = "import sys, desktop_app.store.errors; print({'sqlite3', 'sqlcipher3'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
