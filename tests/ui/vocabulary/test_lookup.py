"""A code names its own report alone, however it is typed; anything else names none."""

from __future__ import annotations

import pytest

from tests.ui.seated import Workplace
from ui.vocabulary.lookup import report_by_code


def test_a_code_names_its_report(workplace: Workplace) -> None:
    report = workplace.reports[7]
    assert report_by_code(workplace.store.inbox, report.code) == report.id
    assert report_by_code(workplace.store.inbox, report.code.lower()) == report.id


@pytest.mark.parametrize("code", ["HUE-2026-0182", "HUE-9999-000001", "rác", '"', "a b"])
def test_anything_else_names_none(workplace: Workplace, code: str) -> None:
    assert report_by_code(workplace.store.inbox, code) is None
