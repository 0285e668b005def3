"""What this process holds: memory, threads, open files. Linux only, like the machine that is measured."""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PAGE_KB: Final = os.sysconf("SC_PAGE_SIZE") // 1024 if hasattr(os, "sysconf") else 4


@dataclass(frozen=True)
class Footprint:
    """Resident memory in kilobytes, threads of Python, open file descriptors."""

    resident_kb: int
    threads: int
    files: int

    @classmethod
    def now(cls) -> Footprint:
        """Look, after collecting what is garbage."""
        gc.collect()
        resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return cls(resident * _PAGE_KB, threading.active_count(), len(list(Path("/proc/self/fd").iterdir())))

    def since(self, earlier: Footprint) -> str:
        """Return what was added since, as people read it."""
        grown = self.resident_kb - earlier.resident_kb
        threads, files = self.threads - earlier.threads, self.files - earlier.files
        return f"{grown / 1024:+.1f} MB, {threads:+d} threads, {files:+d} open files"
