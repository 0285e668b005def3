"""The steps say how far a person got, to the eye and to a screen reader."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.language import Language, install
from ui.sign_in.steps import Steps


@pytest.fixture
def steps(qtbot: QtBot) -> Steps:
    made = Steps()
    qtbot.addWidget(made)
    made.show()
    return made


def roles(steps: Steps) -> list[str]:
    return [label.property("role") for label in steps.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (0, ["strong", "muted", "muted"]),
        (1, ["good", "strong", "muted"]),
        (3, ["good", "good", "good"]),
    ],
)
def test_done_next_and_later_differ(steps: Steps, done: int, expected: list[str]) -> None:
    steps.show_done(done)
    assert roles(steps) == expected


def test_the_step_is_spoken(steps: Steps) -> None:
    steps.show_done(1)
    assert steps.accessibleDescription() == "Step 2 of 3"


def test_words_follow_the_language(steps: Steps, qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "Đầu đọc" in [label.text() for label in steps.findChildren(QLabel)])
