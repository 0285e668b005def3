"""The strip counts, lists and opens; it is away while there is nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_rows import InboxRow
from desktop_app.triage.neighbours import Neighbour, Neighbours
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.detail.neighbour_strip import NeighbourStrip


@pytest.fixture
def found(workplace: Workplace) -> Neighbours:
    inbox = workplace.store.inbox
    numbers = [inbox.rowid(each.id) for each in workplace.reports[:3]]
    rows: list[InboxRow] = inbox.rows([number for number in numbers if number is not None])
    return Neighbours(
        similar=(Neighbour(rows[0], 55.4),), earlier=tuple(Neighbour(row, None) for row in rows[1:])
    )


def test_counts_are_told_and_nothing_is_hidden(found: Neighbours, qtbot: QtBot) -> None:
    strip = NeighbourStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_neighbours(found)
    names = [
        child(strip, QPushButton, f"detail.neighbours.{each}").accessibleName()
        for each in ("similar", "earlier")
    ]
    assert names == ["Similar: 1", "Earlier at this place: 2"]
    strip.show_neighbours(Neighbours(earlier=found.earlier))
    assert child(strip, QPushButton, "detail.neighbours.similar").isHidden()
    strip.show_neighbours(Neighbours())
    assert strip.isHidden()


def test_a_choice_opens_the_report(found: Neighbours, qtbot: QtBot) -> None:
    strip = NeighbourStrip()
    qtbot.addWidget(strip)
    told: list[str] = []
    strip.chosen.connect(told.append)
    menu = strip.menu_of(found.similar)
    row = found.similar[0].row
    words = menu.actions()[0].text()
    assert words.startswith(f"{row.code} · {row.title}")
    assert words.endswith("· 55 m")
    menu.actions()[0].trigger()
    assert told == [row.id]
    assert row.received_at < city.NOW + timedelta(days=1)
