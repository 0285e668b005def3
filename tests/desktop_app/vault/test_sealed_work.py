"""The sealed copy: what would be lost with the card, readable by the recovery key alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.domain.outbox import Event
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.vault.sealed_work import SealedWork
from tests.desktop_app.store.builders import KEY, add, event, put, report_json
from tests.support.clock import NOON, ManualClock

RECOVERY = ec.generate_private_key(ec.SECP256R1())


class Bench:
    def __init__(self, folder: Path) -> None:
        self.store = AccountStore.open(folder / "account.db", KEY, "a", now=ManualClock().now)
        self.file = folder / "account.sealed"
        self.key: Mapping[str, Any] | None = jose.public_jwk(RECOVERY)
        self.sealed = SealedWork(self.store, self.file, "o-1", lambda: self.key)

    def opened(self) -> dict[str, Any]:
        work: dict[str, Any] = msgspec.json.decode(jose.unseal(self.file.read_text("ascii"), RECOVERY))
        return work

    def note(self) -> Event:
        made = event("r", Command.NOTE, text="Bí mật")
        add(self.store, made)
        return made


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.store.close()


def test_unsent_events_and_drafts_are_sealed_and_nobody_here_reads_them(bench: Bench) -> None:
    [report_id] = put(bench.store, report_json())
    sent = bench.note()
    with bench.store.write() as tx:
        bench.store.drafts.save(tx, report_id, "Nháp", None, NOON)
    assert bench.sealed.keep()
    assert "Bí mật".encode() not in bench.file.read_bytes()
    work = bench.opened()
    assert (work["person_id"], [one["id"] for one in work["events"]]) == ("o-1", [sent.id])
    assert [one["text"] for one in work["drafts"]] == ["Nháp"]


def test_nothing_unsent_leaves_no_copy(bench: Bench) -> None:
    sent = bench.note()
    assert bench.sealed.keep()
    assert bench.store.outbox.cancel(sent.id)
    assert not bench.sealed.keep()
    assert not bench.file.exists()


def test_an_unchanged_store_is_not_sealed_again(bench: Bench) -> None:
    bench.note()
    bench.sealed.keep()
    first = bench.file.read_bytes()
    bench.sealed.keep()
    assert bench.file.read_bytes() == first
    bench.note()
    bench.sealed.keep()
    assert bench.file.read_bytes() != first


def test_a_policy_without_a_recovery_key_leaves_none(bench: Bench) -> None:
    bench.note()
    bench.sealed.keep()
    bench.key = None
    assert not bench.sealed.keep()
    assert not bench.file.exists()


@pytest.mark.expects_log("sealed copy not written")
def test_a_full_disk_does_not_stop_the_work(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.vault.sealed_work.write_private", full)
    bench.note()
    bench.sealed.keep_if_possible()
    with pytest.raises(OSError, match="No space"):
        bench.sealed.keep()


def test_two_threads_may_bring_it_up_to_date_at_once(bench: Bench) -> None:
    def keep(_: int) -> bool:
        bench.note()
        return bench.sealed.keep()

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(keep, range(24)))
    assert len(bench.opened()["events"]) == 24
