"""Files a person adds: checked before anything is kept, named without a path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.api.auth import Grant
from desktop_app.api.errors import Stopped
from desktop_app.api.tokens import PersonToken
from desktop_app.domain.attachments import MAX_BYTES, Variant
from desktop_app.store.account import AccountStore
from desktop_app.sync.upload import UploadLoop
from desktop_app.triage.report_files import FileRefused, FileToAttach, ReportFiles
from tests.desktop_app.store.builders import KEY
from tests.desktop_app.sync.threads import scripted_centre
from tests.support.clock import ManualClock
from tests.support.pictures import JPEG, photo
from tests.support.scripted_server import Answer, ScriptedServer, answer


def test_a_file_is_read_from_disk_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "ảnh.jpg"
    path.write_bytes(photo())
    file = FileToAttach.read(path, thumbnail=JPEG)
    assert (file.name, file.content, file.thumbnail) == ("ảnh.jpg", photo(), JPEG)
    assert file.checked().media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "file_empty"), (b"<html>", "file_type"), (JPEG + b"\x00" * MAX_BYTES, "file_too_large")],
)
def test_what_cannot_be_attached_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as caught:
        FileToAttach("x", content).checked()
    assert (caught.value.reason, caught.value.name) == (reason, "x")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(FileRefused):
        FileToAttach.read(path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    opened = AccountStore.open(tmp_path / "account.db", KEY, "a")
    yield opened
    opened.close()


@contextmanager
def files_of(store: AccountStore, *script: Answer) -> Iterator[tuple[ScriptedServer, ReportFiles]]:
    clock = ManualClock()
    with scripted_centre(clock, *script) as (server, centre):
        token = PersonToken(Grant("t", 900.0), None, lambda _: None)
        outgoing = UploadLoop(centre, token, store, lambda _: None, lambda _: None, lambda: None)
        yield server, ReportFiles(centre, token, store, "An", outgoing)


def test_a_desk_that_is_left_gives_its_connections_back(store: AccountStore) -> None:
    with files_of(store, answer(200, JPEG)) as (_, files):
        assert files._fetched("a", Variant.COPY) == JPEG
        [line] = list(files._session._lines._sockets)
        assert line.fileno() >= 0  # kept for the next file
        files.stop()
        assert line.fileno() < 0
        files.stop()


def test_a_reading_that_hangs_ends_with_its_desk_and_leaves_no_connection(store: AccountStore) -> None:
    ended: list[Exception] = []
    with files_of(store) as (server, files):

        def read() -> None:
            try:
                files._fetched("a", Variant.COPY)
            except Stopped as stopped:
                ended.append(stopped)

        reading = threading.Thread(target=read)
        reading.start()
        server.wait_for(1)
        [line] = list(files._session._lines._sockets)
        files.stop()
        reading.join(20)
        assert len(ended) == 1
        assert line.fileno() < 0
