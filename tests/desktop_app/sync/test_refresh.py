"""What the terminal believes is fetched when it is time, and not before."""

from __future__ import annotations

from contextlib import closing

import pytest

from desktop_app.api import enrolments
from desktop_app.api.errors import ApiError, Unreachable
from desktop_app.sync import refresh as refresh_module
from desktop_app.sync.refresh import Refresh
from tests.journeys.workbench import Workbench


def test_it_is_fetched_once_in_its_time_and_after_a_failure_at_once(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.sync.stop()
    fetch, answers = enrolments.fetch_bundle, iter([Unreachable(sent=False), None, None])
    asked: list[ApiError | None] = []

    def counted(*line: object) -> str:
        asked.append(next(answers))
        if (failure := asked[-1]) is not None:
            raise failure
        return fetch(*line)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(enrolments, "fetch_bundle", counted)
    refresh = Refresh(workplace.store, workplace.trust, lambda: None)
    with closing(workplace.centre.open()) as session:
        with pytest.raises(Unreachable):
            refresh.look(workplace._access, session)
        refresh.look(workplace._access, session)
        refresh.look(workplace._access, session)
        assert len(asked) == 2
        monkeypatch.setattr(refresh_module, "REFRESH_SECONDS", 0.0)
        refresh.look(workplace._access, session)
    assert len(asked) == 3
    assert workplace.store.roster.issued_at() is not None


@pytest.mark.parametrize("is_newer", [True, False])
def test_only_a_newer_list_is_told(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch, is_newer: bool
) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.sync.stop()
    monkeypatch.setattr(workplace.trust, "take_lists", lambda _: is_newer)
    told: list[bool] = []
    with closing(workplace.centre.open()) as session:
        Refresh(workplace.store, workplace.trust, lambda: told.append(True)).look(workplace._access, session)
    assert told == [True] * is_newer
