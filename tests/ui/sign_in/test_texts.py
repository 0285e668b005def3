"""Every stage and every reason of a lock has its words, in both languages."""

import pytest

from desktop_app.news import LockReason
from ui.language import Language, install
from ui.sign_in import texts
from ui.sign_in.stage import Stage


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_speaks_both_languages(stage: Stage) -> None:
    english = texts.heading(stage), texts.hint(stage)
    install(Language.VIETNAMESE)
    vietnamese = texts.heading(stage), texts.hint(stage)
    assert all(english)
    assert all(one != other for one, other in zip(english, vietnamese, strict=True))


def test_a_lock_says_why_and_that_work_is_kept() -> None:
    kept = [texts.locked(reason) for reason in LockReason if "Unsent work is kept" in texts.locked(reason)]
    assert len(kept) == len(set(kept)) == 4
    assert texts.locked(LockReason.PERSON) == "", "who locked the desk knows why"
