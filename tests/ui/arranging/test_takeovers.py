"""*Bàn giao*: open work counted and offered with its drafts; the other accepts or declines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.delegation import HandedDraft, Takeover
from desktop_app.domain.matters import AnswerTakeover, MatterCommand, OfferTakeover
from desktop_app.triage.arranging import open_work
from desktop_app.triage.triage import DraftContent
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from ui.arranging.takeovers import Takeovers
from ui.widgets.choice_box import ChoiceBox

BenchOf = Callable[[str], Bench]


def section_of(qtbot: QtBot, bench: Bench) -> Takeovers:
    made = Takeovers("takeovers", bench.desk)
    qtbot.addWidget(made)
    made.show_all()
    return made


def test_all_my_open_work_and_my_drafts_are_offered(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    report = bench.place.first("in_progress")
    bench.place.session.triage.save_draft(report.id, DraftContent("Kính gửi"))
    section = section_of(qtbot, bench)
    count = open_work(bench.place.store, city.HANDLER)
    box = child(section, ChoiceBox, "field.from_person")
    assert box.currentText() == f"{city.NAMES[city.HANDLER]} · {count} open"
    to = child(section, ChoiceBox, "field.to_person")
    to.setCurrentIndex(0)
    section._form.restore({"note": "Xem kỹ"})  # type: ignore[union-attr]
    with qtbot.waitSignal(section.arranged, timeout=20_000):
        section.ask()
    ((command, payload, _),) = bench.centre.asked
    assert command is MatterCommand.OFFER_TAKEOVER
    assert isinstance(payload, OfferTakeover)
    assert (payload.from_person, payload.note) == (city.HANDLER, "Xem kỹ")
    assert payload.drafts == (HandedDraft(report.id, "Kính gửi"),)


def test_who_owns_nothing_has_no_form(qtbot: QtBot, bench_of: BenchOf) -> None:
    section = section_of(qtbot, bench_of(city.PUBLISHER))
    assert not child(section, QPushButton, "arranging.takeovers.send").isVisibleTo(section)


def test_what_is_offered_to_me_is_taken_or_declined(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    offered = Takeover(
        "t-1", city.LEADER, city.HANDLER, "Cẩn thận", ("r-1", "r-2"), city.LEADER, bench.place.clock.now()
    )
    bench.told(MatterCommand.OFFER_TAKEOVER, offered)
    section = section_of(qtbot, bench)
    told = " ".join(label.text() for label in section.findChildren(QLabel))
    assert "2 reports, 0 drafts. “Cẩn thận”" in told
    take, decline = section.findChildren(QPushButton, "arranging.takeovers.answer_takeover")
    for button, accepted in ((take, True), (decline, False)):
        with qtbot.waitSignal(section.arranged, timeout=20_000):
            button.click()
        command, payload, entity = bench.centre.asked[-1]
        assert (command, entity) == (MatterCommand.ANSWER_TAKEOVER, "t-1")
        assert payload == AnswerTakeover(accepted)


def test_my_own_offer_can_be_withdrawn_only(qtbot: QtBot, bench_of: BenchOf) -> None:
    bench = bench_of(city.HANDLER)
    offered = Takeover("t-1", city.HANDLER, city.LEADER, "x", ("r-1",), city.HANDLER, bench.place.clock.now())
    bench.told(MatterCommand.OFFER_TAKEOVER, offered)
    section = section_of(qtbot, bench)
    assert section.findChildren(QPushButton, "arranging.takeovers.answer_takeover") == []
    assert child(section, QPushButton, "arranging.takeovers.withdraw_takeover").text() == "Withdraw"
