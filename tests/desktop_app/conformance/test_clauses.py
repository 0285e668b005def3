"""A check ends in one of three ways, and an odd answer is the server's fault, not a crash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app import jose
from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.clauses import Clause, Verdict, judge
from desktop_app.conformance.endings import Broken, Untested
from desktop_app.conformance.scene import Scene


def broken(_scene: Scene) -> None:
    raise Broken("it is 500")


def untested(_scene: Scene) -> None:
    raise Untested("no cards")


def odd(_scene: Scene) -> None:
    dict[str, str]()["results"]


def no_certificate(_scene: Scene) -> None:
    jose.read_x5c(["MAA="])


@pytest.mark.parametrize(
    ("check", "verdict", "detail"),
    [
        (lambda _scene: None, Verdict.HOLDS, ""),
        (broken, Verdict.BROKEN, "it is 500"),
        (untested, Verdict.UNTESTED, "no cards"),
        (odd, Verdict.BROKEN, "an answer of another shape (KeyError: 'results')"),
        (no_certificate, Verdict.BROKEN, "an answer of another shape (JwsInvalid: x5c)"),
    ],
)
def test_a_check_ends_in_a_finding(check: Callable[[Scene], None], verdict: Verdict, detail: str) -> None:
    scene = Scene("http://127.0.0.1:1", None, CardFolder(None))
    finding = judge(Clause("a.rule", "a sentence", check), scene)
    assert (finding.clause, finding.verdict, finding.detail) == ("a.rule", verdict, detail)
