"""The report survives its way to JSON and back, whole."""

from __future__ import annotations

import msgspec

from desktop_app.domain.payloads import decode
from desktop_app.domain.report import Report
from desktop_app.domain.transition import apply, stake_of
from desktop_app.domain.workflow import Command, Edge, find_edge
from tests.desktop_app.domain.samples import ACTORS, raw, report, step


def test_a_full_report_survives_json() -> None:
    edge = find_edge(Command.SUBMIT, ACTORS["lead_unit"], stake_of(report()))
    assert isinstance(edge, Edge)
    full = apply(report(tags=("ngập",)), edge, decode(Command.SUBMIT, raw(Command.SUBMIT)), step())
    assert msgspec.json.decode(msgspec.json.encode(full), type=Report) == full


def test_fields_of_a_newer_server_do_not_stop_decoding() -> None:
    body = {**msgspec.to_builtins(report()), "from_the_future": 1}
    assert msgspec.convert(body, Report) == report()
