"""Which build of the program this is: recorded in every journal row and told to the centre."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def build() -> str:
    """Return the version of the installed program, ``unreleased`` where it was not installed."""
    try:
        return version("ioc-desk")
    except PackageNotFoundError:
        return "unreleased"
