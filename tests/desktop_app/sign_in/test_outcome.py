"""What a sign-in may come to."""

from __future__ import annotations

from desktop_app.sign_in.outcome import Admission, CardSummary, SignInRefused


def test_a_refusal_carries_its_code_and_data() -> None:
    refused = SignInRefused("grace_expired", {"until": 1})
    assert (refused.code, refused.data) == ("grace_expired", {"until": 1})
    assert SignInRefused("not_enrolled").data == {}


def test_the_docstring_names_the_codes_that_are_ours() -> None:
    told = SignInRefused.__doc__ or ""
    ours = ("not_enrolled", "first_sign_in_needs_server", "grace_expired", "card_without_vault_key")
    assert [code for code in ours if code not in told] == []


def test_the_key_of_the_store_is_never_printed() -> None:
    admission = Admission("a", b"\x01hush-hush", "Reader", None, None)
    assert "hush" not in repr(admission)


def test_a_summary_says_nothing_it_does_not_know() -> None:
    summary = CardSummary("Reader", problem="unknown_card")
    assert (summary.holder, summary.tries_left, summary.can_work_offline_until) == ("", None, None)
