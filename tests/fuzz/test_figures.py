"""The fuzz table tells a crash, a run of nothing, and late coverage apart."""

from __future__ import annotations

import pytest

from tests.fuzz.__main__ import read
from tests.fuzz.cards import HostileCard, answers
from tests.fuzz.targets import TARGETS

LOG = """#2 INITED cov: 20 ft: 21
#500 NEW    cov: 27 ft: 40
#990 NEW    cov: 28 ft: 41
stat::number_of_executed_units: 1000
"""


def test_figures_are_read_from_the_log() -> None:
    run = read("tlv", LOG, 0)
    assert (run.executions, run.coverage, run.late_gain, run.held) == (1000, 28, 1, True)


@pytest.mark.parametrize(("log", "code"), [(LOG, 77), ("", 0)])
def test_a_crash_or_a_run_of_nothing_does_not_hold(log: str, code: int) -> None:
    assert not read("tlv", log, code).held


def test_the_hostile_card_deals_out_the_input() -> None:
    card = HostileCard(answers(b"\x90\x00", b"\x61\x0a"))
    assert [card.transmit(b""), card.transmit(b"")] == [b"\x90\x00", b"\x61\x0a"]


@pytest.mark.parametrize("name", list(TARGETS))
def test_every_seed_is_a_real_input(name: str) -> None:
    target = TARGETS[name]
    for seed in target.seeds():
        try:
            target.parse(seed)
        except target.allowed:
            continue
