"""Files that somebody may have changed: settings, vault slots, enrolment, virtual cards, New York's CSV."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from cardio.simulator import CardFile
from desktop_app.sandbox.seed import nyc_rows
from desktop_app.settings import Settings, SettingsUnreadable
from desktop_app.vault.slots import Binding, VaultError, read_slots, seal, unseal, write_slots
from desktop_app.workstation import enrol
from tests.fuzz.target import Target
from tests.support import virtual_cards
from tests.support.hostile_certificates import hostile_item

_BINDING: Final = Binding("account", "workstation")
_SECRET: Final = bytes(32)
_NO_POLICY: Final = Path("no-such-policy.toml")


@cache
def _folder() -> Path:
    """A folder of this process, in memory where the machine has one."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="fuzz-", dir=memory if memory.is_dir() else None))


def _file(data: bytes) -> Path:
    path = _folder() / "input"
    path.write_bytes(data)
    return path


def _written(write: Callable[[Path], object]) -> bytes:
    path = _folder() / "seed"
    write(path)
    return path.read_bytes()


def _settings(data: bytes) -> None:
    path = _file(data)
    settings = Settings.load(path, _NO_POLICY)
    settings.save(path)
    Settings.load(path, path)


def _vault(data: bytes) -> None:
    for slot in read_slots(_file(data), _BINDING):
        unseal(slot, _SECRET, None, _BINDING)


def _vaults() -> list[bytes]:
    slot = seal(bytes(32), "device", "0" * 64, b"", _SECRET, None, _BINDING)
    return [_written(lambda path: write_slots(path, _BINDING, (slot,)))]


def _enrolment(data: bytes) -> None:
    enrol.server_url(_file(data))
    enrol.load(_file(data), _nothing())


@cache
def _nothing() -> Any:  # noqa: ANN401 — the bundle is kept beside the file and only passed through
    return None


def _enrolments() -> list[bytes]:
    document = {
        "server_url": "https://a", "workstation_id": "w", "terminal_id": "t", "epoch": 1, "key_class": "file",
        "certificate_chain": [hostile_item()],
    }  # fmt: skip
    return [msgspec.json.encode({**document, "certificate_chain": []}), msgspec.json.encode(document)]


def _card_file(data: bytes) -> None:
    CardFile.load(_file(data))


def _card_files() -> list[bytes]:
    """A whole card, and one of a few bytes, of which mutation leaves more whole."""
    card = virtual_cards.card_file()
    bare = dict.fromkeys(card.keys, b"0\x00")
    small = replace(
        card, keys=bare, certificates=bare, objects={0x7E: b"\x00"}, retired_keys={}, retired_certificates={}
    )
    return [_written(small.save), _written(card.save)]


def _requests(data: bytes) -> None:
    """The header is right with a low first byte: rows are what is refused one by one."""
    header = _HEADER if data[:1] < b"\x80" else b""
    list(nyc_rows.read_requests(_file(header + data[1:])))


def _line(values: list[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(values)
    return text.getvalue().encode()


_HEADER: Final = _line(list(nyc_rows.REQUIRED))
_ROW: Final = (
    "64446107", "03/24/2025 11:33:07 PM", "03/25/2025 12:45:11 AM", "NYPD", "Police", "Noise", "Pounding",
    "Closed", "Took action.", "03/25/2025 12:45:15 AM", "1155 EAST 35 STREET", "18 BROOKLYN", "ONLINE",
    "40.62", "-73.94",
)  # fmt: skip
_OPEN: Final = tuple("Open" if value == "Closed" else value for value in _ROW)

TARGETS: Final[dict[str, Target]] = {
    "settings": Target(
        _settings,
        (SettingsUnreadable,),
        lambda: [
            _written(Settings().changed(reader_roles={"R": "staff"}).save),
            b'language = "en"\nidle_minutes = 3\n',
        ],
        ("desktop_app.settings",),
        256,
    ),
    "vault": Target(_vault, (VaultError,), _vaults, ("desktop_app.vault.slots",), 512, json=0),
    "enrolment_file": Target(
        _enrolment,
        (OSError, ValueError),
        _enrolments,
        ("desktop_app.workstation.enrol", "desktop_app.jose"),
        json=0,
    ),
    "card_file": Target(
        _card_file, (OSError, ValueError), _card_files, ("cardio.simulator.card_file",), 4096, json=0
    ),
    "nyc_csv": Target(
        _requests,
        (),
        lambda: [b"\x00" + _line(list(_ROW)) + _line(list(_OPEN)), b"\xff" + _HEADER + _line(list(_ROW))],
        ("desktop_app.sandbox.seed.nyc_rows",),
        512,
    ),
}
