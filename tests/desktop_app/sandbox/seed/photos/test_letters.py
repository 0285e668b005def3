"""A scanned letter: a whole PDF of two pages, the same each time, small enough to seed a city with."""

from __future__ import annotations

from desktop_app.domain.attachments import media_type_of
from desktop_app.sandbox.seed.photos.letters import letter
from desktop_app.sandbox.seed.photos.matters import KINDS


def test_a_letter_is_a_small_pdf_of_two_pages_and_tells_no_time() -> None:
    made = letter(KINDS[0])
    assert media_type_of(made) == "application/pdf"
    assert made.count(b"/Type /Page\n") == 2
    assert b"CreationDate" not in made
    assert len(made) < 200_000


def test_the_same_matter_has_the_same_letter_and_another_another() -> None:
    first = letter(KINDS[0])
    letter.cache_clear()
    assert letter(KINDS[0]) == first
    assert letter(KINDS[1]) != first
