"""Which file a person's store is, and under which key: taken over, begun anew, rotated, sealed work kept."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.session import Assurance
from desktop_app.settings import Home
from desktop_app.sign_in.account_file import open_account
from desktop_app.sign_in.outcome import Admission
from desktop_app.store.database import fold_log
from desktop_app.store.errors import StoreError
from tests.support.clock import ManualClock

OLD, NEW = b"o" * 32, b"n" * 32
ACCOUNT, RENEWED = "aa" * 16, "bb" * 16


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    made.create()
    return made


def admitted(
    account_id: str = ACCOUNT,
    key: bytes = OLD,
    next_key: bytes | None = None,
    assurance: Assurance = Assurance.CARD,
) -> Admission:
    return Admission(account_id, key, "R", None, None, assurance=assurance, next_key=next_key)


def opened(home: Home, admission: Admission, *, drafts: int) -> list[str]:
    """Open and close the store, which must hold so many drafts, and leave one more; return what succeeded."""
    done: list[str] = []
    file, store = open_account(admission, home, ManualClock().now, lambda: done.append("vault"))
    with closing(store):
        assert len(store.drafts.all_latest()) == drafts
        with store.write() as tx:
            store.drafts.save(tx, f"r-{drafts}", "Đang viết", None, ManualClock().now())
    assert file.exists()
    return done


def test_a_store_is_found_again_under_its_key_alone(home: Home) -> None:
    assert opened(home, admitted(), drafts=0) == []
    opened(home, admitted(), drafts=1)
    with pytest.raises(StoreError):
        open_account(admitted(key=NEW), home, ManualClock().now, lambda: None)


def test_what_nobody_keeps_a_key_of_begins_anew_each_time(home: Home) -> None:
    for _ in range(2):
        opened(home, admitted(assurance=Assurance.ONLINE), drafts=0)


def test_a_new_key_is_the_stores_before_it_is_the_vaults(home: Home) -> None:
    opened(home, admitted(), drafts=0)
    assert opened(home, admitted(next_key=NEW), drafts=1) == ["vault"]
    assert fold_log(home.account_db(ACCOUNT), NEW)
    assert not fold_log(home.account_db(ACCOUNT), OLD)


def test_a_rotation_cut_between_store_and_vault_goes_on_there(home: Home) -> None:
    opened(home, admitted(key=NEW), drafts=0)
    assert opened(home, admitted(key=OLD, next_key=NEW), drafts=1) == ["vault"]


@pytest.mark.expects_log("key not rotated: OSError")
def test_a_vault_that_cannot_be_written_leaves_the_store_under_the_new_key(home: Home) -> None:
    opened(home, admitted(), drafts=0)

    def full() -> None:
        raise OSError

    _, store = open_account(admitted(next_key=NEW), home, ManualClock().now, full)
    with closing(store):
        assert len(store.drafts.all_latest()) == 1
    assert fold_log(home.account_db(ACCOUNT), NEW)


def test_a_renewed_card_takes_over_the_store_that_its_key_opens(home: Home) -> None:
    opened(home, admitted(), drafts=0)
    home.vault_file(ACCOUNT).write_bytes(b"keys")
    home.sealed_file(ACCOUNT).write_bytes(b"sealed")
    opened(home, admitted(RENEWED), drafts=1)
    assert [path.name for path in home.root.glob(f"*{ACCOUNT}*")] == []


def test_anothers_store_is_left_alone(home: Home) -> None:
    opened(home, admitted(), drafts=0)
    opened(home, admitted(RENEWED, NEW), drafts=0)
    opened(home, admitted(), drafts=1)


def test_sealed_work_of_a_store_that_is_gone_gets_a_name_of_its_own(home: Home) -> None:
    home.sealed_file(ACCOUNT).write_bytes(b"sealed")
    opened(home, admitted(), drafts=0)
    assert not home.sealed_file(ACCOUNT).exists()
    assert [path.read_bytes() for path in home.sealed_files()] == [b"sealed"]
