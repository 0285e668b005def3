"""Each clause has its own id, its sentence, and a server that breaks it."""

from __future__ import annotations

from collections import Counter

from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.clauses import Verdict
from desktop_app.conformance.scene import Scene
from desktop_app.conformance.suite import CLAUSES, run
from tests.desktop_app.conformance.checks import (
    test_answers,
    test_arranging,
    test_attendance,
    test_bounds,
    test_completeness,
    test_digests,
    test_enrolment,
    test_events,
    test_feed,
    test_files,
    test_fleet,
    test_hotline,
    test_presence,
    test_programs,
    test_proofs,
    test_publishing,
    test_scope,
    test_secrecy,
    test_sign_in,
)
from tests.support.sandbox_server import SandboxServer

TWINS = (
    test_answers, test_arranging, test_attendance, test_bounds, test_completeness, test_digests,
    test_enrolment, test_events, test_feed, test_files, test_fleet, test_hotline, test_presence,
    test_programs, test_proofs, test_publishing, test_scope, test_secrecy, test_sign_in,
)  # fmt: skip


def test_every_clause_has_a_server_that_breaks_it() -> None:
    wrong = [clause for twin in TWINS for clause in twin.FAULTS]
    assert sorted(wrong) == sorted(clause.id for clause in CLAUSES)


def test_ids_and_sentences_are_there_once() -> None:
    for counted in (Counter(one.id for one in CLAUSES), Counter(one.sentence for one in CLAUSES)):
        assert set(counted.values()) == {1}


def test_without_a_code_the_open_part_is_tested(sandbox: SandboxServer) -> None:
    findings = list(run(Scene(sandbox.url, None, CardFolder(None))))
    held = {one.clause for one in findings if one.verdict is Verdict.HOLDS}
    assert {"health.answers", "path.unknown", "body.json", "answer.problem"} <= held
    assert not [one for one in findings if one.verdict is Verdict.BROKEN]


def test_a_silent_server_breaks_what_was_asked_of_it() -> None:
    findings = list(run(Scene("http://127.0.0.1:9", None, CardFolder(None)), CLAUSES[:1]))
    assert [(one.verdict, one.detail) for one in findings] == [
        (Verdict.BROKEN, "no answer (ConnectionRefusedError)")
    ]
