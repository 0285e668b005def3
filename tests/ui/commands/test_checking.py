"""Verification starts from what the report says and needs the word given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads as p
from desktop_app.domain.masking import Decision
from desktop_app.domain.report import Place
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command
from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace
from ui.commands.checking import CheckingPanel


def test_what_the_report_says_is_filled_in(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = workplace.first("received", mine=False)
    placed = replace(report, place=replace(report.place, latitude=16.4, longitude=107.5))
    panel = CheckingPanel(context(placed))
    qtbot.addWidget(panel)
    panel.form.restore({"identity_checked": True, "address": "9 Lê Lợi"})
    assert report.category is not None
    assert panel.built() == p.Verify(
        report.category, Place(report.place.unit_code, "9 Lê Lợi", 16.4, 107.5), True,
        procedure=report.procedure,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [({}, "identity_checked"), ({"identity_checked": True, "place": "", "address": ""}, "place")],
)
def test_what_is_missing_is_named(
    qtbot: QtBot, workplace: Workplace, context: Frame, values: dict[str, object], field: str
) -> None:
    panel = CheckingPanel(context(workplace.first("received", mine=False)))
    qtbot.addWidget(panel)
    panel.form.restore(values)
    with pytest.raises(p.PayloadInvalid) as told:
        p.decode(Command.VERIFY, p.encode(panel.built()))
    assert told.value.field == field


def test_an_undecided_place_keeps_it_from_being_confirmed(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    report = replace(workplace.first("received", mine=False), text="Gọi 0905123456")
    panel = CheckingPanel(context(report))
    qtbot.addWidget(panel)
    panel.form.restore({"identity_checked": True})
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    assert (told.value.field, told.value.problem) == ("decisions", "identity_undecided")
    panel.form.restore({"decisions": (Decision("text", 4, 14, hide=True),)})
    payload = panel.built()
    assert isinstance(payload, p.Verify)
    assert payload.decisions == (Decision("text", 4, 14, hide=True),)


def test_a_files_name_is_a_place_too(qtbot: QtBot, workplace: Workplace, context: Frame) -> None:
    report = workplace.first("received", mine=False)
    asked = replace(context(report), files=(("att-1", "CCCD 046090001234.jpg"),))
    panel = CheckingPanel(asked)
    qtbot.addWidget(panel)
    with pytest.raises(p.PayloadInvalid) as told:
        panel.built()
    assert told.value.field == "decisions"


def test_whom_a_misconduct_report_is_about_is_asked_only_there(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    report = replace(workplace.first("received", mine=False), private=True)
    panel = CheckingPanel(context(report))
    qtbot.addWidget(panel)
    panel.form.restore({"identity_checked": True, "named": (city.HANDLER,)})
    payload = panel.built()
    assert isinstance(payload, p.Verify)
    assert payload.named == (city.HANDLER,)
    plain = CheckingPanel(context(replace(report, private=False)))
    qtbot.addWidget(plain)
    assert "named" not in plain.form.values()


def test_a_dispatcher_names_them_once_the_field_is_a_private_one(
    qtbot: QtBot, workplace: Workplace, context: Frame
) -> None:
    """The last chance to: what is verified is no longer a dispatcher's, and nobody verifies it again."""
    report = replace(workplace.first("received", mine=False), private=False)
    store = workplace.session.store
    with store.write() as tx:
        field = {"id": "conduct", "name": "Thái độ cán bộ", "private": True}
        store.directory.put(tx, "category", field)
    workplace.names.reload()
    dispatcher = Actor("o-d", "ioc", frozenset({Role.DISPATCHER}))
    panel = CheckingPanel(replace(context(report), actor=dispatcher))
    qtbot.addWidget(panel)
    panel.show()
    named = panel.form.field("named")
    panel.form.restore({"identity_checked": True, "category": "urban", "named": (city.HANDLER,)})
    assert named.isHidden()
    plain = panel.built()
    assert isinstance(plain, p.Verify)
    assert plain.named == (), "chosen before, and of no meaning for this field"
    panel.form.restore({"category": "conduct"})
    assert not named.isHidden()
    secret = panel.built()
    assert isinstance(secret, p.Verify)
    assert secret.named == (city.HANDLER,)
