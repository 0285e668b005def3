"""The city's form of an answer, in the language of the report: salutation, result, close.

This is content of the city, not a text of the program: it follows the report's language, never the screen's.
"""

from __future__ import annotations

from ui.language import Language

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
_MORE_TIME = {
    "vi": "Kính gửi: Quý Ông/Bà. Vấn đề quý Ông/Bà phản ánh, {unit} đang xử lý và cần thêm thời gian để giải "
    "quyết thấu đáo. Mong quý Ông/Bà thông cảm; kết quả sẽ được trả lời trong thời hạn mới. Trân trọng./.",
    "en": "Dear Sir or Madam, {unit} is working on the matter you reported and needs more time to settle it "
    "properly. We apologise and will answer by the new deadline. Yours faithfully,",
}


def written_in(language: str) -> Language:
    """Return the language in which a report of ``language`` is answered, names of units and places too."""
    return Language.ENGLISH if language == Language.ENGLISH else Language.VIETNAMESE


def blank_answer(language: str, unit: str) -> tuple[str, int]:
    """Return the form with nothing filled in, and where in it the writing starts.

    A report in any other language is answered in the Vietnamese form.
    """
    head, foot = _FORMS.get(language, _FORMS["vi"])
    opening = head.format(unit=unit)
    return f"{opening}{foot}", len(opening)


def more_time(language: str, unit: str) -> str:
    """Return what the citizen is told when an extension is asked for, ready to be changed."""
    return _MORE_TIME.get(language, _MORE_TIME["vi"]).format(unit=unit)


def is_blank(text: str, language: str, unit: str) -> bool:
    """Tell whether nothing was written into the form yet."""
    return text.strip() in {"", blank_answer(language, unit)[0].strip()}
