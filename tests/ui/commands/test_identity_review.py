"""Every place that may tell who somebody is waits for a choice; the public's words follow the choices."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.masking import MASK, TEXT, TITLE, Decision, apply_decisions
from tests.support.widgets import child
from ui.commands.identity_review import IdentityReview, Told
from ui.tour.access import findings, tab_round

WORDS = "Tôi là Lê <b>Văn Sâm, gọi 0905 123 456."


def review_of(qtbot: QtBot, text: str = WORDS) -> IdentityReview:
    made = IdentityReview([Told(TITLE, "Title", "Đường ngập"), Told(TEXT, "Text", text)])
    qtbot.addWidget(made)
    return made


def said(review: IdentityReview) -> str:
    return "\n".join(label.text() for label in review.findChildren(QLabel))


def test_places_wait_undecided_and_the_heading_counts(qtbot: QtBot) -> None:
    review = review_of(qtbot)
    assert review.value() == ()
    assert len(review.rows) == 2
    assert "May tell who somebody is: 2. Still to decide: 2" in said(review)
    assert review.undecided() is review.rows[0]


def test_the_public_reads_what_was_decided(qtbot: QtBot) -> None:
    review = review_of(qtbot)
    review.rows[0].choose(hide=False)
    review.rows[1].choose(hide=True)
    assert review.undecided() is None
    assert "All 2 places are decided." in said(review)
    assert MASK in said(review)
    assert apply_decisions(TEXT, WORDS, review.value()) == f"Tôi là Lê <b>Văn Sâm, gọi {MASK}."
    assert "&lt;b&gt;" in said(review), "a citizen's markup is words"


def test_one_button_hides_all(qtbot: QtBot) -> None:
    review = review_of(qtbot)
    button = child(review, QPushButton, "panel.verify.hideAll")
    with qtbot.waitSignal(review.edited):
        button.click()
    assert [one.hide for one in review.value()] == [True, True]
    assert not button.isEnabled()


def test_choices_come_back_after_an_undo(qtbot: QtBot) -> None:
    first, again = review_of(qtbot), review_of(qtbot)
    first.hide_all()
    again.restore((*first.value(), Decision(TEXT, 900, 901, hide=True)))
    assert again.value() == first.value()


def test_a_text_without_any_says_so(qtbot: QtBot) -> None:
    review = review_of(qtbot, "Ngập.")
    assert review.rows == []
    assert "Nothing was found" in said(review)
    review.show()
    told = [label for label in review.findChildren(QLabel) if label.isVisible()]
    assert len(told) == 1, "nothing lies over the heading"


def test_tab_comes_to_every_choice_and_to_hiding_all(qtbot: QtBot) -> None:
    review = review_of(qtbot)
    review.show()
    review.activateWindow()
    review.rows[0].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=20_000)
    assert child(review, QPushButton, "panel.verify.hideAll") in tab_round(review)
    assert findings() == []
