"""Biometric records: header understood, record carried."""

from __future__ import annotations

import pytest

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import biometrics

FASC_N = bytes(25)


def test_it_reads_what_it_writes() -> None:
    signed = biometrics.signed_part(biometrics.FACE, b"image", FASC_N, 3)
    assert len(signed) == 88 + 5, "the header is 88 bytes (SP 800-76-2, table 13)"
    record = biometrics.read(biometrics.write(signed, b"sig"))
    assert (record.kind, record.record, record.signed, record.signature) == (2, b"image", signed, b"sig")
    assert "image" not in repr(record)


@pytest.mark.parametrize("damage", ["version", "longer", "shorter", "announced", "header"])
def test_malformed(damage: str) -> None:
    signed = bytearray(biometrics.signed_part(biometrics.FINGERPRINT, b"minutiae", FASC_N, 0))
    if damage == "version":
        signed[0] = 2
    elif damage == "longer":
        signed += b"x"
    elif damage == "shorter":
        del signed[-1]
    elif damage == "announced":
        signed[2:6] = b"\x80\x00\x00\x00"  # two gigabytes
    else:
        del signed[40:]
    with pytest.raises(ProtocolViolation):
        biometrics.read(tlv.encode(biometrics.RECORD, bytes(signed)))
