"""Templates are named by what they are for; versions by their number, writer and moment."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.templates import SLOTS, USES, EarlierText, Template
from tests.ui import city
from tests.ui.seated import Hire
from ui.templates.words import about, slot_word, state_of, text_of, use_word, versions, whose

AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
TEMPLATE = Template(
    "t", None, "vi", "Mới", "Bản mới.", "urban", version=3, written_by=city.LEADER, written_at=AT,
    earlier=(EarlierText(2, "Cũ", "Bản cũ.", "gone"), EarlierText(1, "Đầu", "Bản đầu.")),
)  # fmt: skip


def test_every_use_and_slot_has_a_word() -> None:
    assert all(use_word(use) != use.value for use in USES)
    assert all(slot_word(slot) != slot for slot in SLOTS)
    assert (use_word("of_a_newer_program"), state_of("newer")) == ("of_a_newer_program", "newer")


def test_what_it_is_about_in_one_line(hire: Hire) -> None:
    names = hire(city.LEADER).names
    assert about(TEMPLATE, names) == "Urban infrastructure · Write the answer · any state · Vietnamese"
    assert whose(city.WARD, names) == "Thuận Hóa Ward"
    assert whose(None, names) == "The city"


def test_versions_say_who_and_when_as_far_as_known(hire: Hire) -> None:
    told = versions(TEMPLATE, hire(city.LEADER).names)
    assert told == [
        ("3", "Version 3 · Trần Quốc Bửu · 20/11/2026 09:00"),
        ("2", "Version 2 · gone"),
        ("1", "Version 1"),
    ]


def test_the_words_of_a_version() -> None:
    assert text_of(TEMPLATE, "3") == ("Mới", "Bản mới.")
    assert text_of(TEMPLATE, "1") == ("Đầu", "Bản đầu.")
    assert text_of(TEMPLATE, "9") is None
