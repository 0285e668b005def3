"""A section asks the centre off the main thread and says what came of it, beside the field where it can."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.triage.arranging import ArrangingRefused
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from ui.arranging.campaigns import Campaigns
from ui.language import Language, install
from ui.widgets.notice import Notice
from ui.wording import sentence

BenchOf = Callable[[str], Bench]


@pytest.fixture
def bench(bench_of: BenchOf) -> Bench:
    return bench_of(city.DISPATCHER)


@pytest.fixture
def section(qtbot: QtBot, bench: Bench) -> Campaigns:
    made = Campaigns("campaigns", bench.desk)
    qtbot.addWidget(made)
    made.show_all()
    child(made, QLineEdit, "field.name").setText("Xanh")
    return made


def notice(section: Campaigns) -> Notice:
    return child(section, Notice, "arranging.campaigns.notice")


def test_what_the_centre_took_is_said_and_the_form_is_fresh(qtbot: QtBot, section: Campaigns) -> None:
    with qtbot.waitSignal(section.arranged, timeout=20_000):
        section.ask()
    assert notice(section).title().startswith("The centre has it")
    assert child(section, QLineEdit, "field.name").text() == ""


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, bench: Bench, section: Campaigns
) -> None:
    bench.centre.refusal = ArrangingRefused("name_taken", "name")
    section.ask()
    field = child(section, QLineEdit, "field.name")
    qtbot.waitUntil(lambda: bool(field.accessibleDescription()), timeout=20_000)
    assert field.accessibleDescription() == "There is one of this name already."
    assert field.text() == "Xanh"
    assert child(section, QPushButton, "arranging.campaigns.send").isEnabled()
    install(Language.VIETNAMESE)
    section.show_all()
    again = child(section, QLineEdit, "field.name")
    assert again.accessibleDescription() == sentence("name_taken").title
    assert again.accessibleDescription() != "There is one of this name already."


@pytest.mark.parametrize("refusal", [ArrangingRefused("not_yours"), PayloadInvalid("other", "malformed")])
def test_another_refusal_stands_above_the_form(
    qtbot: QtBot, bench: Bench, section: Campaigns, refusal: Exception
) -> None:
    bench.centre.refusal = refusal
    section.ask()
    qtbot.waitUntil(lambda: "Asking" not in notice(section).title(), timeout=20_000)
    assert notice(section).title()
    assert child(section, QLineEdit, "field.name").text() == "Xanh"


def test_in_another_language_what_was_typed_stays(section: Campaigns) -> None:
    install(Language.VIETNAMESE)
    section.show_all()
    assert child(section, QLineEdit, "field.name").text() == "Xanh"
    assert section.accessibleName() == "Chiến dịch"
