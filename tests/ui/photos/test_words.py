"""Each standing, moment and stage has its word, and no two share one."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.attachments import Moment
from desktop_app.pictures.album import Photo, Standing
from desktop_app.pictures.under_way import Stage, UnderWay
from desktop_app.triage.report_files import ReportFile
from ui.photos import words


def test_every_value_has_a_word_of_its_own() -> None:
    assert len({words.standing_word(each) for each in Standing}) == len(Standing)
    assert len({words.stage_word(each) for each in Stage}) == len(Stage)
    assert len({words.moment_word(each) for each in Moment}) == len(Moment)
    assert all(words.standing_tone(each) for each in Standing)


def test_a_photo_is_named_whole() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    file = ReportFile("a", "b", "duong.jpg", "image/jpeg", 9, "An", now, has_thumbnail=False)
    name = words.photo_name(Photo(file, Moment.BEFORE, Standing.UNDECIDED), 0, 3)
    assert name == "Photo 1 of 3, duong.jpg, Before the work, Internal, not decided"


def test_sizes_read_as_people_say_them() -> None:
    assert [words.size_word(size) for size in (1, 4_400, 2_340_000)] == ["1 KB", "4 KB", "2.3 MB"]


def test_no_share_is_made_up_of_a_file_nobody_knows_how_far_it_came() -> None:
    """After a start without a line: the small picture had arrived, of the photo it is not known."""
    small = UnderWay("a", "e", Stage.ARRIVED, 8_000, 8_000)
    on_its_way = words.stage_word(Stage.HALFWAY)
    assert words.travelling_words([small, UnderWay("b", "e", Stage.HALFWAY, 4_000_000)]) == on_its_way
    told = words.travelling_words([small, UnderWay("b", "e", Stage.HALFWAY, 4_000_000, 2_400_000)])
    assert told == "Sent: 60 % (2.4 MB of 4.0 MB)"
