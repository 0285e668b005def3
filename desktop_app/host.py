"""The operating system: the only module that asks which one it is."""

from __future__ import annotations

import importlib
import os
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

WINDOWS = sys.platform == "win32"
_POLICY_WINDOWS = Path("C:/ProgramData/ioc-desk/policy.toml")
_POLICY_POSIX = Path("/etc/ioc-desk/policy.toml")
_USB_DEVICES = Path("/sys/bus/usb/devices")
_USB_SMART_CARD = "0b"
"""The device class of card readers (USB-IF, "Smart Card")."""
_SM_REMOTESESSION = 0x1000
_M_MMAP_THRESHOLD = -3
_READER_INTERFACES = r"SYSTEM\CurrentControlSet\Control\DeviceClasses\{50dd5230-ba8a-11d1-bf5d-0000f805f530}"
"""Where Windows lists the devices of its class of card readers (GUID_DEVINTERFACE_SMARTCARD_READER)."""


def data_folder() -> Path:
    """Return where the program keeps its data: local to this computer, never roaming."""
    import platformdirs  # a home that is named needs no search

    return Path(platformdirs.user_data_dir("ioc-desk", appauthor=False, roaming=False))


def policy_file() -> Path:
    """Return where the administrator's policy lies; it need not exist."""
    return _POLICY_WINDOWS if WINDOWS else _POLICY_POSIX


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` for its owner alone (on Windows the profile's own rights apply)."""
    folder.mkdir(parents=True, exist_ok=True)
    if not WINDOWS:
        folder.chmod(0o700)


def write_private(path: Path, content: bytes) -> None:
    """Write ``path`` whole or not at all, on the disk when this returns, readable by its owner alone."""
    draft = path.with_name(path.name + ".part")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync_folder(path.parent)


def put_in_place(draft: Path, path: Path) -> None:
    """Have a finished ``draft`` on the disk, then under the name ``path``, whatever stood there."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no such call and needs none."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def host_name() -> str:
    """Return the computer's name."""
    import socket  # no start needs the network

    return socket.gethostname()


@cache
def boot_id() -> str:
    """Return an id of the present start of the computer where it has one, else of this run; read once."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return _run_id()


@cache
def _run_id() -> str:
    import uuid  # for computers that name no start of theirs

    return str(uuid.uuid4())


def has_display() -> bool:
    """Whether windows can be shown: only an X or Wayland desktop says so by variables, others always can."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_remote_session() -> bool:
    """Whether this is a remote desktop of Windows, which has the readers of the computer in front, if any."""
    if not WINDOWS:
        return False
    library: Any = importlib.import_module("ctypes")
    return bool(library.WinDLL("user32").GetSystemMetrics(_SM_REMOTESESSION))


def has_session_bus() -> bool:
    """Whether a Linux desktop has a bus on which its services tell of themselves."""
    return sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" in os.environ


def tell_of_session(window: int) -> bool:
    """Have Windows tell a window (its handle) when the session is locked or left; False where it cannot."""
    if not WINDOWS:
        return False
    library: Any = importlib.import_module("ctypes")
    register = library.WinDLL("wtsapi32").WTSRegisterSessionNotification
    return bool(register(library.c_void_p(window), 0))  # NOTIFY_FOR_THIS_SESSION


def usb_card_readers(devices: Path = _USB_DEVICES) -> int | None:
    """Count the card readers on the USB, whether a driver serves them or not; None where nothing tells."""
    if not devices.is_dir():
        return None
    return sum(_reads(device) == _USB_SMART_CARD for device in devices.glob("*/bInterfaceClass"))


def card_service_rests() -> bool:
    """Tell whether a card service that does not run only rests: Windows stops it with the last reader."""
    return WINDOWS and not _windows_card_readers()


def _windows_card_readers() -> int:
    """Count the readers that Windows holds plugged in, by the interfaces of their device class.

    Each interface ever seen keeps a key; ``Linked`` is 1 while its device is there.
    """
    registry: Any = importlib.import_module("winreg")
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _READER_INTERFACES) as interfaces:
            names = [registry.EnumKey(interfaces, at) for at in range(registry.QueryInfoKey(interfaces)[0])]
            return sum(_is_linked(registry, interfaces, name) for name in names)
    except OSError:  # no reader was ever plugged in
        return 0


def _is_linked(registry: Any, interfaces: Any, name: str) -> bool:  # noqa: ANN401 - of Windows only, untyped here
    try:
        with registry.OpenKey(interfaces, rf"{name}\#\Control") as control:
            return bool(registry.QueryValueEx(control, "Linked")[0])
    except OSError:
        return False


def _reads(attribute: Path) -> str:
    try:
        return attribute.read_text(encoding="ascii").strip().lower()
    except OSError:  # unplugged in this very moment
        return ""


def elapsed() -> float:
    """Return seconds that only go forward, and go on while the computer sleeps.

    Python's own monotonic clock stands still meanwhile on Linux and macOS; on Windows it goes on.
    """
    sleeping_too = getattr(time, "CLOCK_BOOTTIME", None)  # Linux
    if sleeping_too is None and sys.platform == "darwin":
        sleeping_too = time.CLOCK_MONOTONIC
    return time.monotonic() if sleeping_too is None else time.clock_gettime(sleeping_too)


def forbid_core_dumps() -> tuple[int, int] | None:
    """Have a crash leave no memory image, which would hold keys; return the limit that is in force.

    None on Windows, where the program cannot decide it.
    """
    if WINDOWS:
        return None
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE)


def give_back_blocks(least: int) -> bool:
    """Have blocks of memory from ``least`` bytes on given back to the system as soon as they are free.

    The C library of Linux keeps what a large answer once took, up to 64 MB for each thread: it raises its own
    limit with every large block that is freed (``mallopt(3)``, M_MMAP_THRESHOLD). Others give back by
    themselves; tell whether this one could be told.
    """
    import ctypes

    tell = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    return tell is not None and tell(_M_MMAP_THRESHOLD, least) == 1


def bound_memory(most: int) -> bool:
    """Have this process get no more than ``most`` bytes of memory; tell whether the system could be told.

    For children that read what strangers sent: one that wants more ends, and nothing else does. What counts
    is memory to write to, not addresses, of which PDFium alone reserves 32 GB.
    """
    if WINDOWS:
        return False
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    held = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (held, hard))
    return True
