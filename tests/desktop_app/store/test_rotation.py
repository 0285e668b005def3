"""A store under another key: everything in it, nothing under the old one, and whole whatever happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.store import rotation
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.errors import Corrupt, DiskFull, WrongKey
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.rotation import reencrypt
from tests.desktop_app.store.builders import KEY, add, event, put, report_json
from tests.desktop_app.store.pages import decrypted_pages

FRESH = bytes(range(100, 132))
WORDS = "Cột điện nghiêng trước trường"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed store with two reports and an event."""
    file = tmp_path / "account.db"
    store = AccountStore.open(file, KEY, "a")
    [first, _] = put(store, report_json(title=WORDS), report_json(title="Ngập"))
    add(store, event(first))
    store.close()
    (tmp_path / "account.db.before-0009").write_bytes(b"an old copy")
    return file


def test_everything_is_there_under_the_new_key_alone(path: Path) -> None:
    reencrypt(path, KEY, FRESH)
    with pytest.raises(WrongKey):
        AccountStore.open(path, KEY, "a")
    store = AccountStore.open(path, FRESH, "a")
    assert len(store.outbox.waiting()) == 1
    assert store.outbox.waiting()[0].state is OutboxState.READY
    found = store.inbox.ids(InboxQuery(search="cot dien"))
    assert [row.title for row in store.inbox.rows(found)] == [WORDS]
    [third] = put(store, report_json(title="Thêm sau"))
    assert store.reports.get(third).title == "Thêm sau"
    with store.reader() as connection:
        assert connection.value("PRAGMA integrity_check") == "ok"
        assert connection.value("PRAGMA journal_mode") == "wal"
    store.close()
    assert [file.name for file in sorted(path.parent.iterdir())] == ["account.db"]  # the old copy went too


def test_the_new_pages_are_not_the_old_ones(path: Path) -> None:
    before = path.read_bytes()
    reencrypt(path, KEY, FRESH)
    assert WORDS.encode() in decrypted_pages(path, FRESH)
    assert path.read_bytes()[:16] != before[:16]  # another salt


def test_the_wrong_key_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        reencrypt(path, FRESH, KEY)
    assert path.read_bytes() == before


@pytest.mark.parametrize("failure", [DiskFull(), OSError(28, "full")])
def test_a_disk_that_is_full_leaves_the_old_store(
    path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def full(*_: object) -> None:
        raise failure

    monkeypatch.setattr(rotation, "put_in_place", full)
    with pytest.raises(type(failure)):
        reencrypt(path, KEY, FRESH)
    AccountStore.open(path, KEY, "a").close()
    assert not list(path.parent.glob("*.part*"))


def test_a_copy_that_lacks_a_row_is_not_put_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = rotation._export

    def lossy(old: Path, key: bytes, draft: Path, fresh: bytes) -> None:
        right(old, key, draft, fresh)
        connection = open_encrypted(draft, fresh)
        connection.execute("DELETE FROM outbox")
        connection.close()

    monkeypatch.setattr(rotation, "_export", lossy)
    with pytest.raises(Corrupt):
        reencrypt(path, KEY, FRESH)
    store = AccountStore.open(path, KEY, "a")
    assert len(store.outbox.waiting()) == 1
    store.close()
