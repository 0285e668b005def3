"""A file is whole or was never there; what stood there before stands until then."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from desktop_app.exports.whole_file import LEFT_BEHIND_SECONDS, FileNotWritten, put, whole_file


class Torn(Exception):
    """The writer gives up."""


def test_it_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.txt"
    path.write_text("before", encoding="utf-8")
    with whole_file(path) as draft:
        draft.write_text("after", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "before"
    assert path.read_text(encoding="utf-8") == "after"
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


def _give_up(path: Path) -> None:
    with whole_file(path) as draft:
        draft.write_text("half", encoding="utf-8")
        (draft.parent / "beside.tmp").write_text("x", encoding="utf-8")
        raise Torn


def test_given_up_nothing_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(Torn):
        _give_up(path)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten), whole_file(tmp_path / "gone" / "list.txt"):
        pytest.fail("there is nothing to write to")
    with pytest.raises(FileNotWritten), whole_file(tmp_path / "list.txt"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (OSError(errno.EROFS, "Read-only file system"), "refused"),
        (PermissionError(errno.EACCES, "open in a spreadsheet"), "refused"),
        (OSError(errno.EHOSTDOWN, "the share's host is down"), "gone"),
        (OSError(errno.EIO, "the stick was pulled"), "gone"),
        (OSError("without a number"), "unknown"),
    ],
)
def test_why_it_was_not_written_is_told(tmp_path: Path, error: OSError, reason: str) -> None:
    (tmp_path / "list.txt").write_text("before", encoding="utf-8")
    with pytest.raises(FileNotWritten) as told, whole_file(tmp_path / "list.txt"):
        raise error
    assert told.value.reason == reason
    assert (tmp_path / "list.txt").read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize(("code", "reason"), [(112, "full"), (39, "full"), (53, "gone"), (64, "gone")])
def test_the_codes_of_windows_are_known(code: int, reason: str) -> None:
    error = OSError(errno.EINVAL, "as Python maps what it does not know")
    error.winerror = code  # type: ignore[attr-defined]
    assert FileNotWritten.because(error).reason == reason


def test_bytes_are_put_in_place_whole(tmp_path: Path) -> None:
    assert put(tmp_path / "a.pdf", b"%PDF-") == tmp_path / "a.pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-"
    with pytest.raises(FileNotWritten) as told:
        put(tmp_path / "gone" / "a.pdf", b"%PDF-")
    assert told.value.reason == "gone"


def test_what_a_killed_export_left_goes_with_the_next_one(tmp_path: Path) -> None:
    left, under_way = tmp_path / ".export-abc", tmp_path / ".export-def"
    for folder in (left, under_way):
        folder.mkdir()
        (folder / "list.csv").write_text("half a li", encoding="utf-8")
    long_ago = time.time() - LEFT_BEHIND_SECONDS - 60
    os.utime(left, (long_ago, long_ago))
    with whole_file(tmp_path / "list.csv") as draft:
        draft.write_text("a list", encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".export-def", "list.csv"]
