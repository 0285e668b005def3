"""What may tell who somebody is, is counted and pointed at; what the public reads stands beneath."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.reports.conftest import Workplace
from ui.reports.panels.identity_review import IdentityReview
from ui.theme import current


def shown(review: IdentityReview) -> list[str]:
    return [label.text() for label in review.findChildren(QLabel)]


def test_identities_are_pointed_at_and_hidden_below(workplace: Workplace, qtbot: QtBot) -> None:
    report = replace(workplace.first("received", mine=False), text="Tôi là Lê <b>Văn Sâm, gọi 0905 123 456.")
    review = IdentityReview(report)
    qtbot.addWidget(review)
    heading, pointed, _, public = shown(review)
    assert review.count == 2
    assert heading.endswith("hidden from the public: 2")
    assert f"color:{current().colours.danger}" in pointed
    assert "0905 123 456</span>" in pointed
    assert "0905 123 456" not in public
    assert "&lt;b&gt;" in public


def test_a_text_without_any_says_so(workplace: Workplace, qtbot: QtBot) -> None:
    review = IdentityReview(
        replace(workplace.first("received", mine=False), title="Đường ngập", text="Ngập.")
    )
    qtbot.addWidget(review)
    assert review.count == 0
    assert len(shown(review)) == 1
    assert shown(review)[0].startswith("Nothing was found")
