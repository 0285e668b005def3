"""The key of a person's store is replaced in time and with a renewed card; a cut anywhere loses nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cardio.simulator import VirtualPivCard
from desktop_app import host
from desktop_app.session import Session
from desktop_app.sign_in import account_file
from desktop_app.store import rotation
from desktop_app.store.connection import open_encrypted
from desktop_app.store.database import fold_log
from desktop_app.store.errors import DiskFull, WrongKey
from desktop_app.vault import vault as vaults
from desktop_app.vault.vault import Vault
from tests.journeys.test_failure_modes import note
from tests.journeys.test_renewal import renewed
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until

LONG_AGO = 1_500_000_000
"""2017: older than any policy's days."""


@pytest.fixture
def at_desk(enrolled: Workbench) -> tuple[Workbench, VirtualPivCard, str]:
    """A person with a note that waits; the desk is left, and the vault's key is years old."""
    card = enrolled.insert(enrolled.city.card("o-handler"))
    return enrolled, card, left_unsent(enrolled)


def left_unsent(bench: Workbench) -> str:
    """Leave the desk with a note that waits, its key years old and the network away; return the note's id."""
    report = bench.city.put()
    session = bench.synced(bench.sign_in())
    bench.gate.refuse()
    pending = note(session, session.store.reports.get(report.id), "chưa gửi")
    bench.core.sign_out()
    age(bench, session)
    return pending.event.id


AtDesk = tuple[Workbench, VirtualPivCard, str]


def age(bench: Workbench, session: Session) -> None:
    os.utime(bench.core.home.vault_file(session.account_id), (LONG_AGO, LONG_AGO))


def key_of(session: Session) -> bytes:
    return bytes(session.store._database._key)


def opens(file: Path, key: bytes) -> bool:
    try:
        open_encrypted(file, key).close()
    except WrongKey:
        return False
    return True


def files(bench: Workbench) -> list[str]:
    return [path.suffix for path in bench.core.home.root.glob("account-*.vault*")]


def test_a_key_that_served_its_time_is_replaced_and_everything_stays(at_desk: AtDesk) -> None:
    bench, _, event_id = at_desk
    [account] = bench.core.home.accounts()
    old_vault = bench.core.home.vault_file(account).read_bytes()
    session = bench.sign_in()
    assert session.store.outbox.get(event_id) is not None
    fresh = key_of(session)
    bench.core.sign_out()
    assert files(bench) == [".vault"]
    assert bench.core.home.vault_file(account).read_bytes() != old_vault
    again = bench.sign_in()
    assert key_of(again) == fresh  # it is young: it stays
    bench.core.sign_out()
    bench.core.home.vault_file(account).write_bytes(old_vault)  # somebody kept a copy: it opens nothing now
    os.utime(bench.core.home.vault_file(account))
    with pytest.raises(WrongKey):
        bench.sign_in()


def test_a_renewed_card_gets_a_key_that_the_old_one_never_had(enrolled: Workbench) -> None:
    old = enrolled.city.card("o-handler")
    enrolled.insert(old)
    before = key_of(enrolled.synced(enrolled.sign_in()))
    enrolled.core.sign_out()
    enrolled.readers.remove(DESK)
    until(lambda: enrolled.core.readers.readers()[0].atr is None, what="the empty reader")
    enrolled.insert(renewed(old, enrolled.city.card("o-handler")))
    session = enrolled.sign_in()
    assert session.store.sync_state.cursor  # it is the store of before
    assert key_of(session) != before
    account = session.account_id
    enrolled.core.sign_out()
    assert not opens(enrolled.core.home.account_db(account), before)
    assert files(enrolled) == [".vault"]


@pytest.mark.expects_log("key not rotated", level="WARNING")
def test_a_full_disk_leaves_the_key_for_the_next_time(
    at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, _, event_id = at_desk

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(account_file, "reencrypt", full)
        session = bench.sign_in()
        before = key_of(session)
        assert session.store.outbox.get(event_id) is not None
        bench.core.sign_out()
    assert files(bench) in ([".next", ".vault"], [".vault", ".next"])
    session = bench.sign_in()
    assert key_of(session) != before
    assert session.store.outbox.get(event_id) is not None
    bench.core.sign_out()
    assert files(bench) == [".vault"]


@pytest.mark.expects_log("key not rotated", level="WARNING")
def test_a_cut_between_the_store_and_the_vault_is_mended_by_the_next_sign_in(
    at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, _, event_id = at_desk

    def cut(_vault: Vault) -> None:
        raise OSError(5, "cut")

    with monkeypatch.context() as patched:
        patched.setattr(Vault, "succeed", cut)
        session = bench.sign_in()  # the store is under the next key, the vault holds both
        fresh = key_of(session)
        bench.core.sign_out()
    assert sorted(files(bench)) == [".next", ".vault"]
    session = bench.sign_in()
    assert key_of(session) == fresh
    assert session.store.outbox.get(event_id) is not None
    bench.core.sign_out()
    assert files(bench) == [".vault"]


def test_the_files_of_any_moment_of_it_open(at_desk: AtDesk, tmp_path: Path) -> None:
    """What a power cut could leave at each step opens with one of the two keys and has the note."""
    bench, _, _ = at_desk
    taken: list[Path] = []
    right = rotation.reencrypt

    def watched(file: Path, key: bytes, fresh: bytes) -> None:
        keys.extend([key, fresh])
        shutil.copytree(bench.core.home.root, tmp_path / "before")
        right(file, key, fresh)
        shutil.copytree(bench.core.home.root, tmp_path / "after")
        taken.extend([tmp_path / "before", tmp_path / "after"])

    keys: list[bytes] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(account_file, "reencrypt", watched)
        bench.sign_in()
    assert len(taken) == 2
    for home, key in zip(taken, keys, strict=True):
        [store] = home.glob("account-*.db")
        assert fold_log(store, key)
        connection = open_encrypted(store, key)
        assert connection.value("SELECT count(*) FROM outbox") == 1
        connection.close()
        assert len(list(home.glob("account-*.vault*"))) == 2


# --- the card is renewed while a rotation was cut --------------------------------------------------------


def before_the_store(_file: Path, _key: bytes, _fresh: bytes) -> None:
    raise DiskFull


def before_the_vault(_vault: Vault) -> None:
    raise OSError(5, "cut")


@pytest.mark.expects_log("key not rotated", level="WARNING")
@pytest.mark.parametrize(
    ("place", "name", "cut"),
    [(account_file, "reencrypt", before_the_store), (Vault, "succeed", before_the_vault)],
    ids=["the next key is kept, the store is under the present one", "the store is under the next key"],
)
def test_a_card_renewed_while_a_rotation_was_cut_finds_its_unsent_work_at_every_moment(
    enrolled: Workbench, tmp_path: Path, place: object, name: str, cut: Callable[..., None]
) -> None:
    """Killed after any file is put in place, the next sign-in has the note, under the card's new name."""
    old = enrolled.city.card("o-handler")
    enrolled.insert(old)
    event_id = left_unsent(enrolled)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(place, name, cut)
        enrolled.sign_in()
        enrolled.core.sign_out()
    assert sorted(files(enrolled)) == [".next", ".vault"]
    enrolled.readers.remove(DESK)
    until(lambda: enrolled.core.readers.readers()[0].atr is None, what="the empty reader")
    enrolled.gate.open()
    enrolled.insert(renewed(old, enrolled.city.card("o-handler")))
    moments = Moments(enrolled.core.home.root, tmp_path / "moments")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(host, "write_private", moments.after(host.write_private))
        for module in (vaults, rotation, account_file):
            patched.setattr(module, "put_in_place", moments.after(host.put_in_place))
        finds(enrolled, event_id)
    assert len(moments.kept) >= 4  # the next key, the present one, the store's new name, the vault's cut
    for moment in moments.kept:
        moments.go_back_to(moment)
        finds(enrolled, event_id)


def finds(bench: Workbench, event_id: str) -> None:
    """Sign in; the event is in the store, which is the only one under the one key that there is."""
    session = bench.sign_in()
    assert session.store.outbox.get(event_id) is not None
    bench.core.sign_out()
    account = session.account_id
    assert [path.name for path in bench.core.home.root.glob("account-*.db*")] == [f"account-{account}.db"]
    assert f"account-{account}.vault" in {path.name for path in bench.core.home.root.glob("*.vault*")}


class Moments:
    """The person's files as they were after each that was put in place: what a kill there would leave."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.kept: list[Path] = []
        self._home, self._folder = home, folder

    def after(self, right: Callable[..., None]) -> Callable[..., None]:
        """Do as ``right`` does, which puts a file in place, and keep what lies there then."""

        def watched(*arguments: object) -> None:
            right(*arguments)
            if any(isinstance(each, Path) and each.name.startswith("account-") for each in arguments):
                self._keep()

        return watched

    def _keep(self) -> None:
        moment = self._folder / str(len(self.kept))
        moment.mkdir(parents=True)
        for file in self._home.glob("account-*"):
            shutil.copy2(file, moment)
        self.kept.append(moment)

    def go_back_to(self, moment: Path) -> None:
        """Have the files of then lie there again, and no others."""
        for file in self._home.glob("account-*"):
            file.unlink()
        for file in moment.iterdir():
            shutil.copy2(file, self._home)
