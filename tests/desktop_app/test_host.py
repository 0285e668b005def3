"""The operating system's part: private files, written whole."""

from __future__ import annotations

import ctypes
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_app import host

MODES = (0o777, 0o666) if host.WINDOWS else (0o700, 0o600)
"""Of a private folder and file; Windows has the profile's rights instead."""
NO_CORE = "None" if host.WINDOWS else "(0, 0)"


def test_a_private_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    host.write_private(path, b"old")
    host.write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_linux_desktop_says_so(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not host.has_display()
    monkeypatch.setenv(variable, ":7")
    assert host.has_display()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert host.has_display()


def test_a_draft_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "secret.part").write_bytes(b"half")
    host.write_private(tmp_path / "secret", b"whole")
    assert (tmp_path / "secret").read_bytes() == b"whole"


def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    host.make_private_folder(tmp_path / "home")
    host.write_private(tmp_path / "home" / "secret", b"x")
    paths = (tmp_path / "home", tmp_path / "home" / "secret")
    assert tuple(stat.S_IMODE(path.stat().st_mode) for path in paths) == MODES


def test_the_boot_id_is_stable_and_the_host_has_a_name() -> None:
    assert host.boot_id() == host.boot_id()
    assert len(host.boot_id()) == 36
    assert host.host_name()


def test_the_data_folder_is_the_users_own_and_local() -> None:
    assert "ioc-desk" in str(host.data_folder())
    assert "roaming" not in str(host.data_folder())
    assert host.policy_file().name == "policy.toml"


def test_no_core_dumps_after_being_forbidden() -> None:
    probe = "from desktop_app import host; print(host.forbid_core_dumps())"
    root = Path(host.__file__).parents[1]
    told = subprocess.run(
        [sys.executable, "-c", probe], cwd=root, capture_output=True, encoding="utf-8", timeout=30, check=True
    )
    assert told.stdout.strip() == NO_CORE


ANSWERS = """
import threading
from pathlib import Path
from desktop_app import host
def held():
    return int(Path("/proc/self/statm").read_text().split()[1])
def answer(kept=[]):
    for size in (30 << 20, 25 << 20, 20 << 20):
        large = b"x" * size
        kept.append(b"y" * 1000)
        del large
told = {tell}
before = held()
thread = threading.Thread(target=answer)
thread.start()
thread.join()
print(told, (held() - before) * 4096 >> 20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="another C library")
def test_what_a_large_answer_took_is_given_back_at_once() -> None:
    def grown(tell: str) -> tuple[str, int]:
        root = Path(host.__file__).parents[1]
        done = subprocess.run(
            [sys.executable, "-c", ANSWERS.replace("{tell}", tell)],
            cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True,
        )  # fmt: skip
        told, megabytes = done.stdout.split()
        return told, int(megabytes)

    assert grown("None")[1] > 15
    told, megabytes = grown("host.give_back_blocks(1 << 20)")
    assert told == "True"
    assert megabytes < 5


def test_a_process_that_wants_more_memory_than_it_may_have_is_refused_it() -> None:
    probe = "from desktop_app import host; print(host.bound_memory(256 << 20)); bytearray(1 << 30)"
    root = Path(host.__file__).parents[1]
    told = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert told.stdout.strip() == str(not host.WINDOWS)
    assert host.WINDOWS or "MemoryError" in told.stderr


def test_windows_tells_a_window_of_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not host.tell_of_session(7), "elsewhere nobody does"
    asked: list[tuple[str, int | None, int]] = []

    class Library:
        def __init__(self, name: str) -> None:
            self.name = name

        def WTSRegisterSessionNotification(self, window: ctypes.c_void_p, which: int) -> int:  # noqa: N802
            asked.append((self.name, window.value, which))
            return 1

    monkeypatch.setattr(host, "WINDOWS", True)
    monkeypatch.setattr(ctypes, "WinDLL", Library, raising=False)
    assert host.tell_of_session(7)
    assert asked == [("wtsapi32", 7, 0)]


@pytest.mark.parametrize("metric", [0, 1])
def test_a_remote_desktop_is_known_by_its_metric(metric: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not host.is_remote_session(), "elsewhere there is none"

    class Library:
        def __init__(self, name: str) -> None:
            assert name == "user32"

        def GetSystemMetrics(self, index: int) -> int:  # noqa: N802
            return metric if index == 0x1000 else 7

    monkeypatch.setattr(host, "WINDOWS", True)
    monkeypatch.setattr(ctypes, "WinDLL", Library, raising=False)
    assert host.is_remote_session() is bool(metric)


def test_a_bus_is_there_where_the_desktop_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not host.has_session_bus()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert host.has_session_bus()
    monkeypatch.setattr("sys.platform", "win32")
    assert not host.has_session_bus()


def test_card_readers_on_the_usb_are_counted_with_or_without_a_driver(tmp_path: Path) -> None:
    assert host.usb_card_readers(tmp_path / "none") is None
    for name, kind in (("1-1", "0b"), ("1-2", "03"), ("1-3", "0B")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bInterfaceClass").write_text(f"{kind}\n", encoding="ascii")
    (tmp_path / "usb1").mkdir()
    assert host.usb_card_readers(tmp_path) == 2


class Registry(ModuleType):
    """`winreg` over nested dictionaries; keys that are not there raise OSError."""

    HKEY_LOCAL_MACHINE: Mapping[str, Any]

    def __init__(self, machine: Mapping[str, Any]) -> None:
        super().__init__("winreg")
        self.HKEY_LOCAL_MACHINE = machine

    @contextmanager
    def OpenKey(self, key: Mapping[str, Any], path: str) -> Iterator[Mapping[str, Any]]:  # noqa: N802
        """The key at the path."""
        if path not in key:
            raise FileNotFoundError(path)
        yield key[path]

    def QueryInfoKey(self, key: Mapping[str, Any]) -> tuple[int]:  # noqa: N802
        """The number of its keys."""
        return (len([name for name in key if "\\" not in name]),)

    def EnumKey(self, key: Mapping[str, Any], at: int) -> str:  # noqa: N802
        """One of them."""
        return [name for name in key if "\\" not in name][at]

    def QueryValueEx(self, key: Mapping[str, Any], name: str) -> tuple[int, int]:  # noqa: N802
        """A number."""
        return key[name], 4


@pytest.mark.parametrize(
    ("linked", "rests"), [((), True), ((0,), True), ((0, 1), False), ((None,), True)], ids=str
)
def test_on_windows_the_card_service_rests_without_readers(
    monkeypatch: pytest.MonkeyPatch, linked: tuple[int | None, ...], rests: bool
) -> None:
    seen: dict[str, Any] = {}
    for number, value in enumerate(linked):
        seen[f"##?#USB#{number}"] = {}
        if value is not None:
            seen[rf"##?#USB#{number}\#\Control"] = {"Linked": value}
    path = r"SYSTEM\CurrentControlSet\Control\DeviceClasses\{50dd5230-ba8a-11d1-bf5d-0000f805f530}"
    monkeypatch.setitem(sys.modules, "winreg", Registry({path: seen}))
    monkeypatch.setattr(host, "WINDOWS", True)
    assert host.card_service_rests() is rests


def test_on_windows_without_any_reader_ever_the_card_service_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winreg", Registry({}))
    monkeypatch.setattr(host, "WINDOWS", True)
    assert host.card_service_rests()


def test_elsewhere_the_card_service_does_not_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "WINDOWS", False)
    assert not host.card_service_rests()


def test_a_finished_draft_takes_the_place_of_what_stood_there(tmp_path: Path) -> None:
    draft, path = tmp_path / "draft", tmp_path / "list.xlsx"
    draft.write_bytes(b"new")
    path.write_bytes(b"old")
    host.put_in_place(draft, path)
    assert (path.read_bytes(), draft.exists()) == (b"new", False)


def test_seconds_go_on_in_sleep_where_the_system_counts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def gettime(clock: int) -> float:
        asked.append(clock)
        return 7.0

    monkeypatch.setattr(time, "clock_gettime", gettime)
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 70, raising=False)
    assert (host.elapsed(), asked) == (7.0, [70])  # Linux
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    monkeypatch.setattr(time, "CLOCK_MONOTONIC", 71, raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert (host.elapsed(), asked) == (7.0, [70, 71])
    monkeypatch.setattr(sys, "platform", "win32")  # its monotonic clock goes on by itself
    before = time.monotonic()
    assert before <= host.elapsed() <= time.monotonic()
