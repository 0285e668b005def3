"""Notes every write, truncation, fsync and deletion that SQLite does in this process, in order.

It steps between SQLite and its own file layer (https://www.sqlite.org/vfs.html): the methods of each file
that is opened are copied, and four of them call the real one first and are noted then. What the program
confirms is noted in the same order.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from sqlcipher3 import _sqlite3

from desktop_app.store import database, migrations
from desktop_app.store.connection import Connection, open_encrypted
from tests.chaos.disk import Confirm, Delete, Op, Record, Sync, Truncate, Write

_OK = 0
_STORED = 0x100 | 0x800 | 0x80000  # SQLITE_OPEN_MAIN_DB, _MAIN_JOURNAL, _WAL
_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
"""The name goes through as SQLite's own pointer: the file layer keeps it for as long as the file is open."""
_DELETE = ctypes.CFUNCTYPE(_I, _P, ctypes.c_char_p, _I)
_WRITE = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_TRUNCATE = ctypes.CFUNCTYPE(_I, _P, _L)
_SYNC = ctypes.CFUNCTYPE(_I, _P, _I)


class _Methods(ctypes.Structure):
    """``sqlite3_io_methods``, version 3."""

    _fields_ = (
        ("version", _I), ("close", _P), ("read", _P), ("write", _WRITE), ("truncate", _TRUNCATE),
        ("sync", _SYNC), ("others", _P * 13),
    )  # fmt: skip


class _File(ctypes.Structure):
    """``sqlite3_file``."""

    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    """The beginning of ``sqlite3_vfs``."""

    _fields_ = (
        ("version", _I), ("file_size", _I), ("longest_path", _I), ("next", _P), ("name", ctypes.c_char_p),
        ("data", _P), ("open", _OPEN), ("delete", _DELETE),
    )  # fmt: skip


class Recorder:
    """Installed once in a process that ends with its record; has the ``send`` of a victim's pipe."""

    def __init__(self, to: Path, confirmations: int, synchronous: Literal["FULL", "NORMAL"]) -> None:
        """After so many confirmations the record is written to ``to`` and the process is no more."""
        self._to, self._left, self._synchronous = to, confirmations, synchronous
        self._ops: list[Op] = []
        self._keys: dict[str, bytes] = {}
        self._names: dict[int, str] = {}
        self._copies: dict[int, tuple[_Methods, _Methods]] = {}
        self._ending = threading.Lock()
        self._step_between()
        for opens in (database, migrations):
            vars(opens)["open_encrypted"] = self._opened

    def send(self, message: tuple[Any, ...]) -> None:
        """Note a confirmation; the last one ends the process, as abruptly as a power cut would."""
        self._ops.append(Confirm(message))
        self._left -= 1
        if self._left <= 0 and self._ending.acquire(blocking=False):
            self._to.write_bytes(pickle.dumps(Record(tuple(self._ops), dict(self._keys))))
            os._exit(0)

    def _opened(self, path: Path, key: bytes, *, read_only: bool = False) -> Connection:
        self._keys[path.name] = bytes(key)
        return open_encrypted(path, key, synchronous=self._synchronous, read_only=read_only)

    def _step_between(self) -> None:
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        open_, delete = _real(vfs.open, _OPEN), _real(vfs.delete, _DELETE)

        def opened(of: int, name: int | None, file: int, flags: int, out: int | None) -> int:
            done = open_(of, name, file, flags, out)
            if done == _OK and name and flags & _STORED:
                self._names[file] = Path(os.fsdecode(ctypes.string_at(name))).name
                self._take_over(file)
            return int(done)

        def deleted(of: int, name: bytes, durable: int) -> int:
            done = delete(of, name, durable)
            if done == _OK:
                self._ops.append(Delete(Path(os.fsdecode(name)).name, durable=bool(durable)))
            return int(done)

        self._kept = (_OPEN(opened), _DELETE(deleted))
        vfs.open, vfs.delete = self._kept

    def _take_over(self, address: int) -> None:
        file = _File.from_address(address)
        real = ctypes.addressof(file.methods.contents)
        if real not in self._copies:
            self._copies[real] = (self._copy(file.methods.contents), file.methods.contents)
        file.methods = ctypes.pointer(self._copies[real][0])

    def _copy(self, real: _Methods) -> _Methods:
        copy = _Methods.from_buffer_copy(real)
        write, truncate = _real(real.write, _WRITE), _real(real.truncate, _TRUNCATE)
        sync = _real(real.sync, _SYNC)

        def written(file: int, data: int, length: int, offset: int) -> int:
            return self._noted(
                write(file, data, length, offset),
                lambda: Write(self._names[file], offset, ctypes.string_at(data, length)),
            )

        def truncated(file: int, size: int) -> int:
            return self._noted(truncate(file, size), lambda: Truncate(self._names[file], size))

        def synced(file: int, flags: int) -> int:
            return self._noted(sync(file, flags), lambda: Sync(self._names[file]))

        copy.write, copy.truncate, copy.sync = _WRITE(written), _TRUNCATE(truncated), _SYNC(synced)
        return copy

    def _noted(self, done: int, op: Callable[[], Op]) -> int:
        if done == _OK:
            self._ops.append(op())
        return done


def _real(pointer: Any, shape: Any) -> Any:  # noqa: ANN401 - ctypes' function pointers
    """The function behind a member, kept apart from the member, which is about to change."""
    return shape(ctypes.cast(pointer, _P).value)
