"""Proofs, faults each with its own reason, the missing anchor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cardio.document_errors import (
    ChipKeyHidden,
    ChipNotGenuine,
    DataGroupAltered,
    OtherPerson,
    SecurityObjectInvalid,
)
from cardio.emrtd.dg2 import Face
from cardio.emrtd.verdict import Proof
from tests.support.widgets import child
from tests.ui.counter.views import ALL, read, scanned, verdict
from ui.counter.verdict_panel import VerdictPanel
from ui.language import Language, install
from ui.widgets.notice import Notice


@pytest.fixture
def panel(qtbot: QtBot) -> VerdictPanel:
    made = VerdictPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def proof(panel: VerdictPanel, one: Proof) -> str:
    return child(panel, QLabel, f"counter.proof.{one.value}").text()[0]


def faults(panel: VerdictPanel) -> list[str]:
    notices = (child(panel, Notice, f"counter.fault.{number}") for number in range(3))
    return [notice.title() for notice in notices if not notice.isHidden()]


def test_nothing_before_a_verdict(panel: VerdictPanel) -> None:
    panel.show_view(scanned())
    assert panel.isHidden()


def test_everything_proved(panel: VerdictPanel) -> None:
    panel.show_view(read())
    assert {proof(panel, one) for one in Proof} == {"✓"}
    assert faults(panel) == []
    assert child(panel, QLabel, "counter.anchor").isHidden()


def test_a_missing_anchor_is_no_fault(panel: VerdictPanel) -> None:
    panel.show_view(read(verdict(proved=ALL - {Proof.ISSUER})))
    assert proof(panel, Proof.ISSUER) == "–"
    assert "That is no fault" in child(panel, QLabel, "counter.anchor").text()


def test_each_fault_has_its_sentence_in_both_languages(panel: VerdictPanel, qtbot: QtBot) -> None:
    found = verdict(
        SecurityObjectInvalid("signature"),
        ChipNotGenuine("active_authentication"),
        OtherPerson(),
        DataGroupAltered(2),
        proved=frozenset({Proof.ACCESS}),
    )
    panel.show_view(read(found))
    english = faults(panel)
    assert len(set(english)) == 3, "as many as there is room for"
    assert proof(panel, Proof.CHIP) == "✕"
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: not set(faults(panel)) & set(english))
    panel.show_view(read())
    assert faults(panel) == []


def test_a_reason_that_two_groups_share_is_told_once(panel: VerdictPanel) -> None:
    panel.show_view(read(verdict(ChipKeyHidden(15), ChipKeyHidden(14), proved=ALL - {Proof.CHIP})))
    assert len(faults(panel)) == 1


def test_a_photo_that_cannot_be_shown_is_told(panel: VerdictPanel) -> None:
    remark = child(panel, QLabel, "counter.remark")
    panel.show_view(replace(read(concluded=False), face=Face("jpeg", b"")))
    panel.picture_refused()
    assert "photo" in remark.text()
    panel.show_view(replace(read(), face=Face("jpeg", b"")))
    assert "photo" in remark.text(), "the verdict that comes after does not take it away"
    panel.show_view(replace(read(), unreadable=(13,)))
    assert "DG13" in remark.text()
    assert "photo" not in remark.text()
