"""Every code that ``SignInRefused`` documents has a sentence."""

import inspect

from desktop_app.sign_in.outcome import SignInRefused
from tests.support.errors import places
from ui.wording.cards import CARDS
from ui.wording.sign_in import SIGN_IN


def documented() -> set[str]:
    """The codes in backquotes of the class's own list."""
    text = inspect.getdoc(SignInRefused)
    assert text
    return set(text.partition("Ours:")[2].split("``")[1::2])


def test_every_documented_code_has_a_sentence() -> None:
    assert len(documented()) > 10
    assert documented() <= set(SIGN_IN) | set(CARDS), "the card itself may be the reason"


def test_no_sentence_wants_data_that_may_be_missing() -> None:
    assert [code for code, entry in SIGN_IN.items() if places(entry)] == []
