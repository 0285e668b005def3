"""Failures of commands: one code each, the same for ever, none of the doctor's."""

from __future__ import annotations

import pytest

from cardio import failure
from cardio.document_errors import AccessDenied
from cardio.errors import PinWrong
from desktop_app.doctor.causes import every_finding


def test_the_codes_never_change() -> None:
    """Written down once: what the hotline has on paper stays true."""
    assert failure.of(AccessDenied("pace")).code == "H3ZBLN"
    assert failure.of(PinWrong(2)).code == "XZPSR2"
    assert failure.of(FileNotFoundError("no.der")).code == "GULIIO"


def test_a_code_is_of_one_failure_and_of_no_finding() -> None:
    codes = [one.code for one in failure.every_failure()]
    assert len(codes) == len(set(codes)) > 50
    assert not set(codes) & {finding.code for finding in every_finding()}
    assert all(len(code) == failure.CODE_LENGTH and code.isalnum() for code in codes)


@pytest.mark.parametrize(
    ("problem", "name", "detail"),
    [
        (PinWrong(2), "pin_wrong", "pin_wrong(tries_left=2)"),
        (OSError("no such file"), failure.FILE, "no such file"),
        (ValueError("not a card file"), failure.INPUT, "not a card file"),
    ],
)
def test_what_is_told(problem: Exception, name: str, detail: str) -> None:
    told = failure.of(problem)
    assert told.text() == f"[{told.code}] {detail}"
    assert told.document() == {"code": told.code, "error": name, "detail": detail}
    assert name in {one.name for one in failure.every_failure()}
