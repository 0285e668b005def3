"""Every state, command and outcome has its own words; codes of a newer server stand as they are."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.phases import Phase
from desktop_app.domain.report import Outcome, Priority
from desktop_app.domain.workflow import Command, State
from ui.language import Language, install
from ui.vocabulary import words

TABLES: list[tuple[Callable[..., str], type[StrEnum]]] = [
    (words.state_word, State),
    (words.phase_word, Phase),
    (words.outcome_word, Outcome),
    (words.priority_word, Priority),
    (words.command_word, Command),
    (words.outbox_word, OutboxState),
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("word", "members"), TABLES)
def test_every_member_has_a_word_of_its_own(
    word: Callable[..., str], members: type[StrEnum], language: Language
) -> None:
    install(language)
    said = [word(member) for member in members]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("command", list(Command))
def test_every_command_says_when_it_is_done_and_how_it_reads_in_the_timeline(command: Command) -> None:
    assert words.done_sentence(command).endswith(".")
    assert words.entry_phrase(command.value) != command.value


def test_what_a_newer_server_says_stands_as_it_is() -> None:
    assert words.entry_phrase("teleport") == "teleport"
    assert words.source_word("drone") == "drone"
    assert words.reason_word("moon_phase") == "moon_phase"


def test_reasons_are_told_by_their_codes() -> None:
    for reasons in (words.return_reasons(), words.reject_reasons(), words.extension_reasons()):
        assert len({code for code, _ in reasons}) == len(reasons)
        assert all(words.reason_word(code) for code, _ in reasons)
    assert words.reason_word("not_our_area") == "Not in our area"


def test_the_citizen_s_words_are_the_city_s() -> None:
    install(Language.VIETNAMESE)
    assert words.phase_word(Phase.AWAITING_CITIZEN) == "Chờ ông/bà bổ sung"
    assert words.phase_word(Phase.RECONSIDERED) == "Đang xem xét lại"
    assert words.outcome_word(Outcome.PLANNED) == "Có kế hoạch"
