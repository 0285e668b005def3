"""A question before something that cannot be undone: two answers, the harmless one at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ui.widgets.over import open_over, outermost


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what it means, and what the two buttons say; without ``go_on`` it is a statement."""

    title: str
    meaning: str
    go_on: str
    stay: str


def ask(
    asker: QWidget,
    name: str,
    question: Question,
    go_on: Callable[[], None] = lambda: None,
    stay: Callable[[], None] = lambda: None,
) -> QMessageBox:
    """Ask over ``asker``; call ``go_on`` or ``stay``, neither when the asker leaves the screen meanwhile.

    The buttons are called ``<name>.goOn`` and ``<name>.stay``; Enter and Esc are the latter.
    """
    box = QMessageBox(outermost(asker))
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(question.title)
    box.setInformativeText(question.meaning)
    answers: dict[QPushButton, Callable[[], None]] = {}
    if question.go_on:
        answers[_button(box, f"{name}.goOn", question.go_on, QMessageBox.ButtonRole.DestructiveRole)] = go_on
    harmless = _button(box, f"{name}.stay", question.stay, QMessageBox.ButtonRole.RejectRole)
    answers[harmless] = stay
    box.setDefaultButton(harmless)
    box.setEscapeButton(harmless)

    def answered() -> None:
        for button, answer in answers.items():
            if box.clickedButton() is button:
                answer()

    box.finished.connect(answered)
    open_over(box, asker)
    return box


def _button(box: QMessageBox, name: str, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
    button = box.addButton(words, role)
    button.setObjectName(name)
    button.setAccessibleName(words)
    return button
