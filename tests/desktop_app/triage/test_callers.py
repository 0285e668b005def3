"""Questions about callers: checked here first, asked over a connection of their own, which is given back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.api import callers as line
from desktop_app.api.errors import Unreachable
from desktop_app.domain.ids import new_id
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import State
from desktop_app.triage.callers import Callers, asks_who_called, may_ask_who_called

REPORT = Report(new_id(), "HUE-1", 1, State.RECEIVED, "Ngập", "Nước", datetime(2026, 11, 20, tzinfo=UTC))


@dataclass
class Line:
    """Stands where the centre's connection stands."""

    closed: int = 0

    def open(self) -> Line:
        return self

    def close(self) -> None:
        self.closed += 1


def asking(centre: Any) -> Callers:  # noqa: ANN401 - stands for a Centre
    token: Any = None
    return Callers(centre, token)


def test_each_question_gives_its_connection_back(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, ...]] = []

    def hear(_session: object, _token: object, *asked: str) -> tuple[()]:
        heard.append(asked)
        return ()

    monkeypatch.setattr(line, "reports_of", hear)
    monkeypatch.setattr(line, "who_called", hear)
    centre = Line()
    assert asking(centre).earlier("0914 000 111") == ()
    assert asking(centre).who_called("r-1", " Hỏi lại ") == ()
    assert heard == [("0914 000 111",), ("r-1", "Hỏi lại")]
    assert centre.closed == 2


def test_a_line_that_breaks_is_given_back_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_asked: object) -> None:
        raise Unreachable(sent=False)

    monkeypatch.setattr(line, "reports_of", broken)
    centre = Line()
    with pytest.raises(Unreachable):
        asking(centre).earlier("0914 000 111")
    assert centre.closed == 1


def test_what_is_no_number_and_no_reason_is_not_asked() -> None:
    with pytest.raises(PayloadInvalid) as number:
        asking(None).earlier("1022")
    with pytest.raises(PayloadInvalid) as reason:
        asking(None).who_called("r-1", " ")
    assert (number.value.field, reason.value.field) == ("phone", "reason")


@pytest.mark.parametrize(
    ("role", "private", "may"),
    [
        (Role.DISPATCHER, False, True), (Role.HOTLINE, False, False), (Role.DISPATCHER, True, False),
        (Role.MISCONDUCT_RECIPIENT, True, True), (Role.MISCONDUCT_RECIPIENT, False, False),
    ],
)  # fmt: skip
def test_who_called_is_for_dispatchers_and_of_misconduct_for_its_recipient(
    role: Role, private: bool, may: bool
) -> None:
    actor = Actor("p", "u", roles=frozenset({role}))
    assert may_ask_who_called(actor, replace(REPORT, private=private)) is may
    assert asks_who_called(actor) is (role is not Role.HOTLINE)
