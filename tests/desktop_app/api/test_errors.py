"""The tree of what leaves ``api``."""

from __future__ import annotations

from desktop_app.api import errors
from desktop_app.api.errors import ApiError


def _leaves() -> list[type[ApiError]]:
    return [item for item in vars(errors).values() if isinstance(item, type) and issubclass(item, ApiError)]


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [error.code for error in _leaves()]
    assert len(set(codes)) == len(codes) >= 12


def test_the_docstring_names_every_error() -> None:
    missing = [error.__name__ for error in _leaves() if error.__name__ not in (errors.__doc__ or "")]
    assert missing == []


def test_errors_carry_data() -> None:
    assert errors.Unreachable(sent=True).sent
    assert errors.Busy(3.0).seconds == 3.0
    refused = errors.Refused("gap", 409, {"next_expected_seq": 4})
    assert (refused.reason, refused.status, refused.problem["next_expected_seq"]) == ("gap", 409, 4)
    assert errors.Refused("gap", 409).problem == {}
