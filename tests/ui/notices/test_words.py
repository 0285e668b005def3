"""Every kind has its word and its reason; a popup names neither report nor person."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.domain.notices import Notice, NoticeKind
from ui.language import Language, install
from ui.notices import words


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_its_word_and_its_reason(language: Language, qapp: object) -> None:
    install(language)
    try:
        assert len({words.kind_word(kind) for kind in NoticeKind}) == len(NoticeKind)
        assert all(words.why(kind) for kind in NoticeKind)
    finally:
        install(Language.ENGLISH)


def test_a_popup_is_safe_on_a_locked_screen() -> None:
    told = [
        Notice(1, datetime(2026, 3, 2, tzinfo=UTC), kind, "r-secret", "e-secret", False)
        for kind in NoticeKind
    ]
    shown = words.popup_title(told) + words.popup_text(told)
    assert "secret" not in shown
