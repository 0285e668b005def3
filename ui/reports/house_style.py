"""The city's form of an answer, in the language of the report: salutation, result, close.

This is content of the city, not a text of the program: it follows the report's language, never the screen's.
"""

from __future__ import annotations

_FORMS = {
    "vi": (
        "Kính gửi: Quý Ông/Bà.\nVấn đề quý Ông/Bà phản ánh, {unit} xin thông báo kết quả như sau:\n",
        "\nTrân trọng./.",
    ),
    "en": (
        "Dear Sir or Madam,\nRegarding the matter you reported, {unit} informs you as follows:\n",
        "\nYours faithfully,",
    ),
}


def blank_answer(language: str, unit: str) -> tuple[str, int]:
    """Return the form with nothing filled in, and where in it the writing starts.

    A report in any other language is answered in the Vietnamese form.
    """
    head, foot = _FORMS.get(language, _FORMS["vi"])
    opening = head.format(unit=unit)
    return f"{opening}{foot}", len(opening)


def is_blank(text: str, language: str, unit: str) -> bool:
    """Tell whether nothing was written into the form yet."""
    return text.strip() in {"", blank_answer(language, unit)[0].strip()}
