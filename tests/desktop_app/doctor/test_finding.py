"""A code is short, fit for a telephone, and stays what it is."""

import re

from desktop_app.doctor.finding import Finding, Part, Verdict, code_of


def test_codes_are_what_they_were_when_they_were_printed() -> None:
    assert code_of(Part.SERVICE, Verdict.BAD, "no_service") == "A3NUEC"
    assert code_of(Part.DISK, Verdict.GOOD, "disk_room") == "POTGN3"


def test_a_code_knows_part_verdict_and_cause_and_nothing_else() -> None:
    here = Finding(Part.CARD, Verdict.BAD, "card_mute", "Reader A", {"reader": "A"})
    there = Finding(Part.CARD, Verdict.BAD, "card_mute", "Reader B")
    assert here.code == there.code
    assert re.fullmatch("[A-Z2-7]{6}", here.code)
    others = {
        code_of(Part.PROFILE, Verdict.BAD, "card_mute"),
        code_of(Part.CARD, Verdict.CAUTION, "card_mute"),
        code_of(Part.CARD, Verdict.BAD, "card_removed"),
    }
    assert len(others | {here.code}) == 4
