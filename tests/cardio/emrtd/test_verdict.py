"""The badge: never green without an anchor, red for what is false, neutral where nothing is installed."""

from __future__ import annotations

import pytest

from cardio.document_errors import ChipNotGenuine, DataGroupUnsigned, OtherPerson
from cardio.emrtd.verdict import Badge, Proof, Verdict
from cardio.errors import CardError, ForeignIssuer

SIGNED = frozenset({Proof.ACCESS, Proof.SIGNATURE, Proof.HOLDER})
WHOLE = SIGNED | {Proof.ISSUER, Proof.CHIP}


@pytest.mark.parametrize(
    ("proved", "faults", "badge", "assurance"),
    [
        (WHOLE, (), Badge.GENUINE, "chip_authenticated"),
        (WHOLE - {Proof.CHIP}, (), Badge.GENUINE, "signed_data"),
        (SIGNED, (), Badge.SIGNED, "signed_data"),
        (SIGNED | {Proof.CHIP}, (), Badge.SIGNED, "chip_authenticated"),
        (SIGNED - {Proof.SIGNATURE}, (), Badge.DOUBTFUL, None),
        (WHOLE, (ForeignIssuer("VN"),), Badge.DOUBTFUL, None),
        (WHOLE, (DataGroupUnsigned(11),), Badge.DOUBTFUL, None),
        (WHOLE, (OtherPerson(),), Badge.FALSE, None),
        (WHOLE, (DataGroupUnsigned(11), ChipNotGenuine("chip_authentication")), Badge.FALSE, None),
    ],
)
def test_badges(
    proved: frozenset[Proof], faults: tuple[CardError, ...], badge: Badge, assurance: str | None
) -> None:
    verdict = Verdict("pace", proved, faults=faults)
    assert (verdict.badge, verdict.assurance) == (badge, assurance)
    assert verdict.proved | verdict.not_proved == frozenset(Proof)
