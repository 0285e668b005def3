"""What can go wrong with a store: one class per cause. No driver: screens that say it load none."""

from __future__ import annotations

from typing import ClassVar


class StoreError(Exception):
    """Base of what leaves the stores; ``code`` is looked up by ``ui.wording``."""

    code: ClassVar[str] = "store_failed"


class DiskFull(StoreError):
    """No room left on the disk; nothing of the transaction was kept."""

    code = "store_disk_full"


class ReadOnly(StoreError):
    """The file or its folder cannot be written."""

    code = "store_read_only"


class Unreadable(StoreError):
    """The file cannot be opened or read: missing folder, rights, failing disk."""

    code = "store_unreadable"


class Corrupt(StoreError):
    """A page failed its check: the file was damaged."""

    code = "store_corrupt"


class WrongKey(StoreError):
    """The file does not open with this key (or is no store at all)."""

    code = "store_wrong_key"


class Busy(StoreError):
    """Another process kept the store locked beyond the time we wait."""

    code = "store_busy"


class Unavailable(StoreError):
    """The store was closed (lock, sign-out) while something still wanted it."""

    code = "store_closed"


class NewerSchema(StoreError):
    """A newer program wrote this store; ``migration`` is the last name in it. It opens read-only."""

    code = "store_newer_schema"

    def __init__(self, migration: str) -> None:
        super().__init__(migration)
        self.migration = migration


class GivenUp(Exception):
    """Long work's transaction went back, as somebody wants to write: nothing was kept, it comes again.

    No failure, and told to nobody: who writes with ``write_aside`` ends it.
    """


class RuleBroken(StoreError):
    """A constraint or trigger refused the write; ``rule`` is SQLite's word for it, never data."""

    code = "store_rule_broken"

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule
