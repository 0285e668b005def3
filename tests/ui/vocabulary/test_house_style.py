"""The city's form, where writing starts, and how an untouched form is told from an answer."""

from __future__ import annotations

import pytest

from ui.language import Language
from ui.vocabulary.house_style import blank_answer, is_blank, more_time, written_in

UNIT = "Phường Thuận Hóa"


def test_the_form_is_the_city_s() -> None:
    text, _ = blank_answer("vi", UNIT)
    assert text.startswith("Kính gửi: Quý Ông/Bà.")
    assert f"{UNIT} xin thông báo kết quả như sau:" in text
    assert text.endswith("Trân trọng./.")


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_writing_starts_between_opening_and_close(language: str) -> None:
    text, place = blank_answer(language, UNIT)
    assert text[:place].endswith(":\n")
    assert text[place:].strip() in {"Trân trọng./.", "Yours faithfully,"}


def test_an_untouched_form_is_no_answer() -> None:
    text, place = blank_answer("vi", UNIT)
    assert is_blank(text, "vi", UNIT)
    assert is_blank("  \n", "vi", UNIT)
    assert not is_blank(text[:place] + "Đã thông cống." + text[place:], "vi", UNIT)
    assert not is_blank(text, "vi", "Phường Vỹ Dạ")


@pytest.mark.parametrize(("language", "begins"), [("vi", "Kính gửi"), ("en", "Dear Sir"), ("fr", "Kính gửi")])
def test_more_time_is_asked_for_in_the_report_s_language(language: str, begins: str) -> None:
    told = more_time(language, "UBND phường Vỹ Dạ")
    assert told.startswith(begins)
    assert "UBND phường Vỹ Dạ" in told


@pytest.mark.parametrize(
    ("language", "names"),
    [("vi", Language.VIETNAMESE), ("en", Language.ENGLISH), ("fr", Language.VIETNAMESE)],
)
def test_names_in_a_letter_are_in_the_language_of_its_form(language: str, names: Language) -> None:
    assert written_in(language) is names
