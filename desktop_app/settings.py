"""Where the program's files lie, and what the person and the administrator have set.

Settings are TOML, written whole or not at all. What the administrator's policy sets is shown but
cannot be changed here.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import msgspec

from desktop_app import host

_DIGITS = 12
HOME_VARIABLE = "IOC_DESK_HOME"
Language = Literal["vi", "en"]
ReaderRole = Literal["staff", "citizen", "attendance"]
Mode = Literal["desk", "counter", "kiosk"]
ColourScheme = Literal["system", "light", "dark", "high_contrast"]
TextScale = Annotated[int, msgspec.Meta(ge=100, le=200)]
"""Per cent of the text's usual size, beside the system's own scale."""
TimeOfDay = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""``HH:MM`` in the city's zone; quiet from ``quiet_from`` to ``quiet_to``, never where both are the same."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds everything of one installation."""

    root: Path

    @classmethod
    def default(cls) -> Self:
        """Return the folder named by ``IOC_DESK_HOME``, else this user's local data folder."""
        named = os.environ.get(HOME_VARIABLE)
        return cls(Path(named) if named else host.data_folder())

    def create(self) -> None:
        """Create the folders, private to their owner."""
        for folder in (self.root, self.logs):
            host.make_private_folder(folder)

    @property
    def terminal_db(self) -> Path:
        """The workstation's store."""
        return self.root / "terminal.db"

    def account_db(self, account_id: str) -> Path:
        """One person's store."""
        return self.root / f"account-{account_id}.db"

    def online_db(self, account_id: str) -> Path:
        """One person's store while they work online only: it goes with the session."""
        return self.root / f"account-{account_id}.online.db"

    def vault_file(self, account_id: str) -> Path:
        """The wrapped keys of that store."""
        return self.root / f"account-{account_id}.vault"

    def sealed_file(self, account_id: str) -> Path:
        """That person's unsent work, sealed for the agency's recovery key alone."""
        return self.root / f"account-{account_id}.sealed"

    def set_sealed_apart(self, account_id: str) -> None:
        """Give the sealed copy of a store that is gone a name that no later copy takes; OSError."""
        path = self.sealed_file(account_id)
        if path.exists():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]
            host.put_in_place(path, self.root / f"account-{account_id}.{digest}.sealed")

    def sealed_files(self) -> list[Path]:
        """Return every person's sealed work that lies here."""
        return sorted(self.root.glob("account-*.sealed"))

    @property
    def pinned_ca(self) -> Path | None:
        """The authorities (PEM) that alone may vouch for the centre, where the installer laid them here."""
        file = self.root / "centre-ca.pem"
        return file if file.exists() else None

    def accounts(self) -> list[str]:
        """Return the ids of every account that has anything here."""
        found = {path.name.split(".")[0].removeprefix("account-") for path in self.root.glob("account-*.*")}
        return sorted(found)

    @property
    def logs(self) -> Path:
        """The folder of the program's logs."""
        return self.root / "logs"

    @property
    def settings_file(self) -> Path:
        """The person's settings."""
        return self.root / "settings.toml"

    @property
    def enrolment_file(self) -> Path:
        """Which central API this workstation is enrolled with (no secrets)."""
        return self.root / "enrolment.json"

    @property
    def workstation_key_file(self) -> Path:
        """The workstation's secrets where there is no keyring (key class ``file``)."""
        return self.root / "workstation.key"

    @property
    def sandbox(self) -> Path:
        """The folder of the embedded reference server."""
        return self.root / "sandbox"


class SettingFixed(Exception):
    """The administrator's policy sets ``name``; it cannot be changed here."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SettingsUnreadable(Exception):
    """The file at ``path`` is no settings file; ``field`` names what is wrong, empty for all of it."""

    def __init__(self, path: Path, field: str = "") -> None:
        super().__init__(f"{path.name}: {field}")
        self.path = path
        self.field = field


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. ``reader_roles`` maps a reader's name to what it is used for.

    ``pkcs11_modules`` are the paths of token makers' modules; each is loaded in a child process only.
    """

    language: Language = "vi"
    reader_roles: dict[str, ReaderRole] = field(default_factory=dict)
    modes: tuple[Mode, ...] = ("desk", "kiosk")
    scanner_port: str = ""
    idle_minutes: int = 15
    sounds: bool = True
    scheme: ColourScheme = "system"
    text_scale: TextScale = 100
    popups: bool = True
    quiet_from: TimeOfDay = "18:00"
    quiet_to: TimeOfDay = "07:00"
    quiet_days_off: bool = True
    pkcs11_modules: tuple[str, ...] = ()
    policy: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def load(cls, file: Path, policy_file: Path | None = None) -> Self:
        """Read the settings, then what the policy fixes; absent files mean defaults.

        Raises ``SettingsUnreadable``.
        """
        own, fixed = _read(file), _read(policy_file or host.policy_file())
        for path, values in ((file, own), (policy_file or host.policy_file(), fixed)):
            _convert(cls, values, path)
        settings: Self = _convert(cls, {**own, **fixed}, file)
        return replace(settings, policy=frozenset(fixed) & _NAMES)

    def fixed(self, name: str) -> bool:
        """Tell whether the policy sets ``name``."""
        return name in self.policy

    def changed(self, **values: object) -> Self:
        """Return these settings with other values; raise ``SettingFixed``."""
        for name in values:
            if self.fixed(name):
                raise SettingFixed(name)
        return replace(self, **values)  # type: ignore[arg-type]  # its own fields, by name

    def save(self, file: Path) -> None:
        """Write what the policy does not fix."""
        own = {name: getattr(self, name) for name in sorted(_NAMES - self.policy)}
        host.write_private(file, _toml(own).encode())


_NAMES = frozenset(spec.name for spec in fields(Settings)) - {"policy"}


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise SettingsUnreadable(file) from None


def _convert(shape: type[Any], values: Mapping[str, Any], file: Path) -> Any:  # noqa: ANN401 - a Settings
    """Check the values; a name that this program does not know is a newer program's and is let be."""
    known = {name: value for name, value in values.items() if name in _NAMES}
    try:
        return msgspec.convert(known, shape)
    except msgspec.ValidationError as error:
        raise SettingsUnreadable(file, str(error).rpartition("`$.")[2].rstrip("`")) from None


def _toml(values: Mapping[str, Any]) -> str:
    """Write plain values and flat tables; a JSON string is a TOML basic string (TOML 1.0)."""
    plain = {name: value for name, value in values.items() if not isinstance(value, Mapping)}
    lines = [f"{name} = {_scalar(value)}" for name, value in plain.items()]
    for name, table in values.items():
        if isinstance(table, Mapping):
            lines += [
                "",
                f"[{name}]",
                *(f"{_scalar(key)} = {_scalar(value)}" for key, value in table.items()),
            ]
    return "\n".join(lines) + "\n"


def _scalar(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_scalar(each) for each in value) + "]"
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
