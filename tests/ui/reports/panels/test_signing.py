"""The leader sees the answer and signs exactly it, in the capacity chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from tests.ui.reports.conftest import Workplace
from tests.ui.reports.panels.conftest import Frame
from ui.reports.panels.signing import SigningPanel


@pytest.mark.parametrize("capacity", ["", "KT.", "TL.", "TUQ."])
def test_the_approval_is_bound_to_the_answer_shown(
    qtbot: QtBot, workplace: Workplace, context: Frame, capacity: str
) -> None:
    report = workplace.first("awaiting_approval")
    panel = SigningPanel(context(report))
    qtbot.addWidget(panel)
    panel.form.restore({"capacity": capacity})
    assert report.answer is not None
    assert panel.built() == p.Approve(report.answer.content_sha256, capacity)
    assert report.answer.text in {label.text() for label in panel.findChildren(QLabel)}


def test_no_answer_cannot_be_approved(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    panel = SigningPanel(context(replace(workplace.first("awaiting_approval"), answer=None)))
    qtbot.addWidget(panel)
    with pytest.raises(p.PayloadInvalid):
        panel.built()
