"""Each reason with words of its own is one that its error has, and says something else than the code."""

import typing

import pytest

import cardio.document_errors
import cardio.errors
from desktop_app.exports import whole_file
from tests.support.errors import error_classes, places
from ui.wording import TABLE, sentence
from ui.wording.reasons import REASONS

CLASSES = {
    **error_classes(cardio.errors),
    **error_classes(cardio.document_errors),
    **error_classes(whole_file),
}


@pytest.mark.parametrize("name", sorted(REASONS))
def test_a_reason_is_one_of_its_error_and_has_its_own_words(name: str) -> None:
    code, _, reason = name.partition(".")
    error = CLASSES[code](reason)
    assert sentence(error) == sentence(name)
    assert sentence(error).title != TABLE[code].title
    named = [typing.get_args(hint) for hint in typing.get_type_hints(type(error)).values()]
    assert any(reason in choices for choices in named) or code == "protocol_violation"
    assert not places(REASONS[name])


def test_titles_are_told_apart() -> None:
    assert len({entry.title for entry in REASONS.values()}) == len(REASONS)
