"""Groups: agreement works in every one of them, and what is not of the group is refused."""

from __future__ import annotations

import pytest

from cardio.document_errors import PointNotOnCurve
from cardio.emrtd.key_agreement import NUMBER_TAG, POINT_TAG, Agreement, standardised
from cardio.errors import UnsupportedKey


def group(number: int) -> Agreement:
    """The group of a number, whichever kind it is."""
    found = standardised(number, elliptic=number > 2)
    assert found is not None
    return found


@pytest.mark.parametrize("number", [0, 1, 2, *range(8, 19)])
def test_both_sides_agree(number: int) -> None:
    agreement = group(number)
    ours, theirs = agreement.generate(), agreement.generate()
    secret = agreement.shared(ours, agreement.public(theirs))
    assert secret == agreement.shared(theirs, agreement.public(ours))
    assert agreement.tag == (POINT_TAG if number > 2 else NUMBER_TAG)
    assert agreement.mapped(7, ours, agreement.public(theirs)) == agreement.mapped(
        7, theirs, agreement.public(ours)
    )


@pytest.mark.parametrize("public", [0, 1, -1, 2**1024 - 1])
def test_numbers_outside_the_subgroup(public: int) -> None:
    agreement = group(0)
    with pytest.raises(PointNotOnCurve):
        agreement.shared(5, (public % agreement.modulus).to_bytes(128, "big"))


def test_a_generator_of_nothing() -> None:
    with pytest.raises(PointNotOnCurve):
        group(0).mapped_to(0)


def test_no_point_encoding_for_p224() -> None:
    with pytest.raises(UnsupportedKey):
        group(10).mapped_to(5)


@pytest.mark.parametrize(("number", "elliptic"), [(3, False), (13, False), (0, True), (19, True)])
def test_numbers_that_mean_nothing(number: int, elliptic: bool) -> None:
    assert standardised(number, elliptic=elliptic) is None
