"""A command of mine that the centre answered with a conflict, by the store's own ways."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.payloads import Payload
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from tests.ui import city
from tests.ui.seated import Workplace


def collide(workplace: Workplace, report: Report, command: Command, payload: Payload, theirs: State) -> str:
    """Do ``command``, send it, and have the centre answer that a colleague moved the report to ``theirs``.

    Return the id of my event, which now needs a person.
    """
    mine = workplace.session.triage.do(report, command, payload).event.id
    workplace.clock.go_on(10)
    workplace.store.outbox.release_due(workplace.clock.now())
    workplace.store.outbox.take_ready(10)
    present = replace(report, version=9, state=theirs, field_versions={"workflow": 9})
    answer = {
        "id": mine,
        "status": "conflict",
        "version": 9,
        "entity": city.as_json(present),
        "changed": [
            {"kind": "monitor", "by": city.LEADER, "by_name": city.NAMES[city.LEADER],
             "at": "2026-11-24T03:00:05Z", "version": 9},
        ],
    }  # fmt: skip
    with workplace.store.write() as tx:
        workplace.store.outbox.settle(tx, mine, answer)
        workplace.store.reports.put_base(tx, city.as_json(present))
    return mine
