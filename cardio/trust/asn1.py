"""The door to the ASN.1 library: its classes are complete before two threads can need one at once.

The library lays a class out when the first object of it is made, on the class itself and without a lock. Two
threads that meet there break it: a genuine certificate reads as malformed, for a moment or until the program
ends. So nobody imports the library but through here; whoever comes second waits at Python's import lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Final

from asn1crypto import algos, cms, core, crl, keys, x509

__all__ = ["algos", "cms", "core", "crl", "keys", "lay_out", "x509"]

_guard: Final = threading.Lock()
_laid_out: Final[set[type]] = {core.Choice}
"""The library's own `Choice` is a base of which there are no objects."""


def lay_out() -> None:
    """Complete every class there is; to be called by a module that has defined further ones."""
    with _guard:
        for kind in _below(core.Asn1Value):
            if kind not in _laid_out:
                kind()
                _laid_out.add(kind)


def _below(kind: type) -> Iterator[type]:
    known: list[type] = kind.__subclasses__()
    for derived in known:
        yield derived
        yield from _below(derived)


lay_out()
