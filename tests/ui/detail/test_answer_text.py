"""An answer shows its text, its result and everyone who stands behind it."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.seated import Workplace
from ui.detail.answer_text import answer_text, signers


def test_text_result_and_unit(workplace: Workplace) -> None:
    answer = workplace.first("published", mine=False).answer
    assert answer is not None
    shown = answer_text(replace(answer, text="Đã <sửa>\nxong"), workplace.names)
    assert "Fixed · in the name of" in shown
    assert "Đã &lt;sửa&gt;<br>xong" in shown


def test_each_signer_is_named_with_time_and_capacity(workplace: Workplace) -> None:
    answer = workplace.first("published", mine=False).answer
    assert answer is not None
    told = signers(answer, workplace.names)
    assert [line.split()[0] for line in told] == ["Submitted", "Approved", "Published"]
    assert "KT. Trần Quốc Bửu" in told[1]
    unsigned = replace(answer, approved_by=None, published_by=None)
    assert len(signers(unsigned, workplace.names)) == 1


def test_an_approval_that_the_card_signed_says_so(workplace: Workplace) -> None:
    answer = workplace.first("published", mine=False).answer
    assert answer is not None
    told = [signers(replace(answer, approval_sha256=signed), workplace.names)[1] for signed in (None, "ab")]
    assert [line.endswith("signed with the card") for line in told] == [False, True]
