"""What a person is told of a refusal: its sentence, which exists in both languages and is no general one."""

from __future__ import annotations

from cardio.errors import CardError
from ui.language import Language, install
from ui.wording import TABLE, sentence

_GENERAL = ("card", "unexpected")


def told(error: CardError) -> str:
    """What happened, in English; fails unless the Vietnamese says it too, in its own words."""
    install(Language.ENGLISH)
    english = sentence(error)
    install(Language.VIETNAMESE)
    vietnamese = sentence(error)
    install(Language.ENGLISH)
    assert vietnamese.title != english.title
    assert vietnamese.what_to_do != english.what_to_do
    assert english.title not in {TABLE[code].title for code in _GENERAL}
    return english.title
