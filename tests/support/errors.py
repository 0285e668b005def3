"""Reading the error classes of a module: which codes they carry, which data."""

from __future__ import annotations

import inspect
import string
from types import ModuleType

from ui.wording.entry import Entry


def error_classes(module: ModuleType) -> dict[str, type[Exception]]:
    """Return every error class of ``module`` by its code."""
    return {
        value.code: value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Exception) and hasattr(value, "code")
    }


def places(entry: Entry) -> set[str]:
    """Return the names of the data that the sentences of ``entry`` want."""
    parsed = [*string.Formatter().parse(entry.title), *string.Formatter().parse(entry.what_to_do)]
    return {name for _, name, _, _ in parsed if name}


def data_of(error: type[Exception]) -> set[str]:
    """Return the names of the data that ``error`` carries."""
    return set(inspect.signature(error.__init__).parameters) - {"self", "args", "kwargs"}
