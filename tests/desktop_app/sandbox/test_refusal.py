"""A refusal carries data, not sentences."""

from __future__ import annotations

from desktop_app.sandbox.refusal import Refused, not_found


def test_a_refusal_is_status_code_and_data() -> None:
    refused = Refused(409, "gap", next_expected_seq=7)
    assert (refused.status, refused.code, refused.data) == (409, "gap", {"next_expected_seq": 7})


def test_unknown_forbidden_and_recused_look_alike() -> None:
    assert (not_found().status, not_found().code, not_found().data) == (404, "not_found", {})
