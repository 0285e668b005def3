"""Makes the full store: a person's reports of years, encrypted; once, then it is kept in ``build``.

The rows are those of a first sync, by the store's own intake; only the inbox's indexes are built at the end.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import resources
from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.report import Report
from desktop_app.sandbox import wire
from desktop_app.sandbox.seed import multitude
from desktop_app.sandbox.seed.city import directory_rows
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.store import inbox_rows
from desktop_app.store.account import AccountStore
from desktop_app.store.database import Transaction
from tests.benchmarks.full_store import ACTOR, NOW, open_store

SEED: Final = 2026
FOLDER: Final = Path("build/benchmarks")
_CHUNK: Final = 2_000
_AT_THE_END: Final = (
    "SELECT name, sql FROM sqlite_schema "
    "WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('inbox', 'standing')"
)


def full_store(reports: int, folder: Path = FOLDER) -> Path:
    """Return a store with so many reports, made now unless one of this schema and seed is there."""
    path = folder / f"account-{reports}-{_fingerprint()}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob(f"account-{reports}-*"):
            stale.unlink()
        draft = path.with_suffix(".part")
        make(draft, reports)
        draft.replace(path)
    return path


def make(path: Path, reports: int) -> None:
    """Write a new store at ``path``."""
    store = open_store(path)
    store.adopt(ACTOR, {"id": ACTOR.person_id})
    city = load_organisation()
    with store.write() as tx:
        for kind, items in (("unit", city.units), ("officer", city.officers), ("category", city.categories)):
            for row in directory_rows(kind, items):
                store.directory.put(tx, row.entity, {**row.data, "id": row.id})
        indexes = tx.connection.rows(_AT_THE_END)
        for name, _ in indexes:
            tx.connection.execute(f"DROP INDEX {name}")
    coming = generated(reports)
    while chunk := list(itertools.islice(coming, _CHUNK)):
        with store.write() as tx:
            take(store, tx, chunk)
    with store.write() as tx:
        for _, sql in indexes:
            tx.connection.execute(sql)
    store.close()


def generated(reports: int) -> Iterator[Report]:
    """Yield the reports, always the same, oldest first."""
    for case in multitude.multitude(load_organisation(), default_calendar(), NOW, SEED, reports):
        yield case.report


def take(store: AccountStore, tx: Transaction, reports: list[Report]) -> None:
    """Write reports as a first sync does."""
    told = {report.id: wire.encode(report) for report in reports}
    left = store.intake.take_reports(tx, [store.intake.report(data) for data in told.values()])
    for report_id in left:
        store.reports.put_base(tx, told[report_id])


def _fingerprint() -> str:
    """Return what the rows depend on, in short: the schema, the code that makes them, the seed."""
    steps = [
        resources.read_text(f"migrations/account/{name}")
        for name in resources.names("migrations/account", ".sql")
    ]
    code = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in (multitude, inbox_rows)]
    return hashlib.sha256(json.dumps([steps, code, SEED]).encode()).hexdigest()[:12]
