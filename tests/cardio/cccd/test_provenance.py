"""Where fields come from: every source keeps letters but the wedge."""

from __future__ import annotations

from cardio.cccd.provenance import Source


def test_only_the_wedge_damages_letters() -> None:
    assert {source for source in Source if not source.keeps_letters} == {Source.WEDGE_SCANNER}
