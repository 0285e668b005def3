"""The pseudo-random function and the point encoding against Doc 9303-11, H.1 and H.2."""

from __future__ import annotations

import pytest

from cardio import curves
from cardio.emrtd.integrated_mapping import nonce_length, pseudo_random
from cardio.emrtd.key_agreement import DhAgreement, EcAgreement, standardised
from cardio.emrtd.symmetric import Suite
from tests.support import icao_examples as icao

H1_NONCE = bytes.fromhex("2923BE84E16CD6AE529049F1F1BBE9EB")
H2_NONCE = bytes.fromhex("FA5B7E3E49753A0DB9178B7B9BD898C8")


def test_h1_the_point() -> None:
    curve = curves.named("brainpoolP256r1")
    value = pseudo_random(Suite.AES128, H1_NONCE, bytes.fromhex(icao.ECDH_IM_NONCE), curve.p)
    assert value == 0xA2F8FF2DF50E52C6599F386ADCB595D229F6A167ADE2BE5F2C3296ADD5B7430E
    x, y = EcAgreement.on(curve).mapped_to(value).generator
    assert x == 0x8E82D31559ED0FDE92A4D0498ADD3C23BABA94FB77691E31E90AEA77FB17D427
    assert y == 0x4C1AE14BD0C3DBAC0C871B7F3608169364437CA30AC243A089D3F266C1E60FAD


def test_h2_the_generator() -> None:
    group = standardised(0, elliptic=False)
    assert isinstance(group, DhAgreement)
    value = pseudo_random(Suite.AES128, H2_NONCE, bytes.fromhex(icao.DH_IM_NONCE), group.modulus)
    generator = group.mapped_to(value).generator
    assert f"{generator:X}".startswith("1D7D767F11E333BCD6DBAEF40E799E7A926B9697")
    assert f"{generator:X}".endswith("34223AE8FC59B664BFEDFA2BFE7516CA5510A6BBB633D517EC25D4E0BBAA16C2")


@pytest.mark.parametrize("name", [curve.name for curve in curves.known() if curve.p % 4 == 3])
def test_encoded_points_lie_on_the_curve(name: str) -> None:
    curve = curves.named(name)
    for value in (2, 3, 12345, curve.p - 2):
        assert curve.holds(EcAgreement.on(curve).mapped_to(value).generator)


@pytest.mark.parametrize(
    ("suite", "length"), [(Suite.DES3, 16), (Suite.AES128, 16), (Suite.AES192, 32), (Suite.AES256, 32)]
)
def test_lengths(suite: Suite, length: int) -> None:
    assert nonce_length(suite) == length
    modulus = curves.named("P-521").p
    first = pseudo_random(suite, bytes(length), bytes(suite.key_length), modulus)
    assert 0 < first < modulus
    assert first != pseudo_random(suite, b"\x01" * length, bytes(suite.key_length), modulus)
