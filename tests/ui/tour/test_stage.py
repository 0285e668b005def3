"""A tour shows what it saw itself, and touches no file that a tour has not made."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.gallery import walk
from ui.tour import day
from ui.tour.stage import FolderOfOthers, Stage


def test_nothing_an_earlier_tour_saw_is_left(tmp_path: Path) -> None:
    earlier = Stage(tmp_path / "tour")
    (earlier.evidence / "list.xlsx").write_bytes(b"of the tour before")
    (earlier.shots / "01-enrol-vi.png").write_bytes(b"of the tour before")
    (earlier.out / "summary.json").write_text("{}", encoding="ascii")
    later = Stage(tmp_path / "tour")
    left = [path for path in later.out.rglob("*") if path.is_file() and path.name != ".ioc-desk-stage"]
    assert left == []
    assert [path for path in later.work.parent.iterdir() if path.is_dir()] == [later.work]


def test_a_folder_reached_by_a_link_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("keep me", encoding="ascii")
    earlier = Stage(tmp_path / "tour")
    (earlier.evidence / "out").symlink_to(theirs, target_is_directory=True)
    (earlier.out / "out").symlink_to(theirs, target_is_directory=True)
    Stage(tmp_path / "tour")
    assert (theirs / "letter.txt").read_text(encoding="ascii") == "keep me"


def test_files_of_others_are_neither_removed_nor_written_among(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PCSC", raising=False)
    (tmp_path / "screenshots").mkdir()
    (tmp_path / "screenshots" / "holiday.png").write_bytes(b"mine")
    with pytest.raises(FolderOfOthers):
        Stage(tmp_path)
    assert day.run(tmp_path) == walk.run(tmp_path) == 2
    assert capsys.readouterr().out.count("name an empty folder") == 2
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["holiday.png", "screenshots"]
