"""The offer says how much time is left, until when it stands, and what it counts from."""

from datetime import UTC, datetime

import pytest

from desktop_app.domain.extension_offer import ExtensionOffer
from ui.language import Language, install
from ui.vocabulary.extension_words import offer_words

DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(("days", "left"), [(2, "Working days left: 2."), (0, "Due today.")])
def test_time_left_and_rule(days: int, left: str) -> None:
    title, rule = offer_words(ExtensionOffer(days, DUE))
    assert title.startswith(left)
    assert "until 27/11/2026 17:00" in rule


def test_it_speaks_vietnamese() -> None:
    install(Language.VIETNAMESE)
    assert "gia hạn" in " ".join(offer_words(ExtensionOffer(1, DUE))).lower()
