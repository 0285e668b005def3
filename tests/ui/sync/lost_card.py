"""A handler whose card was lost with a note unsent, back at the desk with a new one."""

from __future__ import annotations

from cardio.simulator import VirtualPivCard
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.sign_in.departure import Unsent
from tests.journeys.workbench import DESK, Workbench


def lose_a_card(bench: Workbench) -> VirtualPivCard:
    """Leave a note sealed behind, sign in with another card of the same person, and return that card."""
    report = bench.city.put()
    bench.insert(bench.city.card("o-handler"))
    session = bench.synced(bench.sign_in())
    bench.gate.refuse()
    note = payloads.Text("viết khi mất mạng")
    session.triage.do(session.store.reports.get(report.id), Command.NOTE, note)
    bench.core.sign_out(Unsent.SEAL)
    bench.gate.open()
    bench.readers.remove(DESK)
    own = bench.insert(bench.city.card("o-handler"))
    bench.synced(bench.sign_in())
    return own
