"""Who publishes: broken alone, under either policy, and nothing is published by asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.conformance.checks.publishing import CLAUSES
from desktop_app.conformance.clauses import Verdict
from desktop_app.conformance.suite import run
from desktop_app.domain.workflow import State
from desktop_app.sandbox import policy
from tests.support.practice import broken_by, practice_scene
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Fault, result_altered

CLAUSE = CLAUSES[0].id


def says(rule: str) -> Fault:
    return result_altered(lambda event, _result: event["type"] == "publish", rule=rule)


FAULTS: dict[str, Callable[[], Fault]] = {CLAUSE: lambda: says("content_changed")}
"""Where the policy does not let them, as it is at first."""


def let_approvers_publish(city: SmallCity, *, on: bool) -> None:
    with city.service.writer.transaction() as connection:
        policy.change(connection, policy.APPROVER_PUBLISHES, on)


@pytest.mark.parametrize("on", [False, True])
def test_it_holds_under_either_policy_and_leaves_the_report_in_work(
    sandbox: SandboxServer, tmp_path: Path, on: bool
) -> None:
    let_approvers_publish(sandbox.city, on=on)
    scene = practice_scene(sandbox.city, tmp_path, sandbox.url)
    asked = scene.led_report()["id"]
    [found] = run(scene, CLAUSES)
    assert (found.verdict, found.detail) == (Verdict.HOLDS, "")
    after = sandbox.city.read(asked)
    assert (after.state, after.answer is not None) == (State.IN_PROGRESS, True)


@pytest.mark.parametrize("on", [False, True])
def test_a_server_of_the_other_policy_is_caught(city: SmallCity, tmp_path: Path, on: bool) -> None:
    let_approvers_publish(city, on=on)
    wrong = says("not_yours") if on else FAULTS[CLAUSE]()
    assert list(broken_by(city, tmp_path, CLAUSE, wrong)) == [CLAUSE]
