"""A finding per configured module."""

from pathlib import Path

from cardio.errors import TokenModuleFailed
from desktop_app.cards.token_slots import ModuleState
from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.tokens import examine_tokens

PATH = Path("/opt/maker/module.so")


def test_each_module_is_told_by_its_name() -> None:
    found = examine_tokens(
        [
            ModuleState(PATH),
            ModuleState(PATH, asked=True),
            ModuleState(PATH, asked=True, tokens=1),
            ModuleState(PATH, asked=True, fault=TokenModuleFailed("crashed")),
        ]
    )
    assert [(finding.cause, finding.verdict) for finding in found] == [
        ("token_module_asked", Verdict.UNKNOWN),
        ("token_none", Verdict.GOOD),
        ("token_plugged_in", Verdict.GOOD),
        ("token_module_failed", Verdict.BAD),
    ]
    assert {finding.subject for finding in found} == {"module.so"}
    assert found[-1].data == {"reason": "crashed"}


def test_without_any_nothing_is_missing() -> None:
    [finding] = examine_tokens([])
    assert (finding.cause, finding.verdict) == ("token_no_module", Verdict.GOOD)
