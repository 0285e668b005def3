"""The fields of a call and its draft, both ways."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Priority, Procedure
from desktop_app.triage.calls import CallDraft
from tests.ui import city
from tests.ui.hotline.conftest import Desk
from ui.hotline.call_form import CallForm

DRAFT = CallDraft(
    "Cống nghẹt", "Nước tràn", "19789", "12 Lê Lợi", "roads", Procedure.INSTANT, Priority.HIGH,
    language="en", promise="Gọi lại", promise_due=city.NOW - timedelta(hours=5),
    caller="a.b.c.d.e", sealed_at=city.NOW,
)  # fmt: skip


def form_of(desk: Desk, qtbot: QtBot) -> CallForm:
    made = CallForm(desk.workplace.names, desk.workplace.clock.now)
    qtbot.addWidget(made)
    return made


def test_a_draft_goes_into_the_fields_and_comes_out_whole(desk: Desk, qtbot: QtBot) -> None:
    form = form_of(desk, qtbot)
    form.show_draft(DRAFT)
    assert form.written(DRAFT) == DRAFT
    form.retranslate()
    assert form.written(DRAFT) == DRAFT


def test_an_empty_form_is_an_empty_draft(desk: Desk, qtbot: QtBot) -> None:
    form = form_of(desk, qtbot)
    assert form.written(CallDraft()) == CallDraft()
    form.show_draft(DRAFT)
    form.show_draft(CallDraft())
    assert form.written(CallDraft()) == CallDraft()
