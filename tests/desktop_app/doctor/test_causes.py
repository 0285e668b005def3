"""The table is total: every code once, every part with its good end, unknown causes told plainly."""

import cardio.errors
import desktop_app.api.errors
from desktop_app.doctor.causes import CAUSES, UNEXPECTED, every_finding, find
from desktop_app.doctor.finding import Part, Verdict
from tests.support.errors import error_classes

NOT_OF_A_READING = {
    "pin_wrong", "pin_format", "puk_wrong", "puk_blocked", "wrong_key", "object_altered", "crl_refused",
    "token_pin_wrong", "token_cannot", "pin_refused", "pin_pad_failed", "pin_entry_timed_out",
    "pin_entry_cancelled", "pin_entry_differs", "issuer_only", "entry_wrong",
}  # fmt: skip
"""Errors of acts the doctor never does: PIN and PUK entry, signing, taking lists over, makers' modules."""


def test_every_code_is_there_once() -> None:
    codes = [finding.code for finding in every_finding()]
    assert len(codes) == len(set(codes)) > 80


def test_every_part_can_be_good_and_can_be_bad() -> None:
    assert list(CAUSES) == list(Part)
    for part, causes in CAUSES.items():
        assert Verdict.GOOD in causes.values(), part
        assert set(causes.values()) & {Verdict.BAD, Verdict.CAUTION}, part


def test_every_error_that_a_reading_can_end_with_has_its_place() -> None:
    told = {cause for causes in CAUSES.values() for cause in causes}
    assert set(error_classes(cardio.errors)) - NOT_OF_A_READING <= told


def test_every_answer_of_the_network_has_its_place() -> None:
    assert set(error_classes(desktop_app.api.errors)) - {"api"} <= set(CAUSES[Part.NETWORK])


def test_a_cause_nobody_foresaw_is_told_as_such() -> None:
    found = find(Part.CARD, "something_new", "Reader", {"pin": "123456"})
    assert (found.verdict, found.cause, found.data) == (Verdict.BAD, UNEXPECTED, {})
    assert found.code in {finding.code for finding in every_finding()}
