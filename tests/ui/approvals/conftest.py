"""A leader signed in at a served small city with three answers to approve, the first longer than a page."""

from __future__ import annotations

import pytest

from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.templates import Template
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience, wire
from tests.desktop_app.triage.test_approval import Leader, Listening
from tests.journeys.workbench import Workbench
from tests.support.small_city import LEAD

LONG = "Đã kiểm tra hiện trường và khắc phục.\n\n" * 60
TEMPLATE = Template("t-back", None, "en", "Something is missing", "{code}: missing …", command="send_back")


@pytest.fixture
def leader(bench: Workbench) -> Leader:
    """The leader signed in, their card in the reader; one template is there to send answers back with."""
    now = bench.city.service.now()
    reports = []
    for text in (LONG, "Đã xử lý.", "Đã xong."):
        answer = Answer(
            text, content_sha256(text, Outcome.FIXED, LEAD), Outcome.FIXED, LEAD, "o-handler", now
        )
        reports.append(bench.city.put(State.AWAITING_APPROVAL, answer=answer, title=text[:20]))
    with bench.city.service.writer.transaction() as connection:
        bench.city.service.entities.put(
            connection, "template", TEMPLATE.id, wire.encode(TEMPLATE), audience.EVERYONE
        )
    file = bench.city.card("o-approver")
    card = Listening(file)
    bench.insert(card)
    session = bench.synced(bench.sign_in())
    card.heard.clear()
    return Leader(bench, session, card, file, reports)
