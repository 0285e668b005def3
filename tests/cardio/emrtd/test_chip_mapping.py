"""Chip authentication mapping against the worked example of Doc 9303-11, I.1, and what must not pass it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio import curves, der, tlv
from cardio.document_errors import ChipNotGenuine
from cardio.emrtd import chip_mapping, pace, security_infos
from cardio.emrtd.chip_mapping import ChipMapping
from cardio.emrtd.key_agreement import EcAgreement
from cardio.emrtd.security_infos import ChipKey, Mapping
from cardio.emrtd.symmetric import Suite
from cardio.simulator.emrtd.document import pace_info, spki
from cardio.transport import Exchange
from tests.support import icao_examples as icao
from tests.support.apdu_script import ApduScript

WAY = pace_info(Mapping.CHIP_AUTHENTICATION, Suite.AES128, 13)
CURVE = curves.named("brainpoolP256r1")


@pytest.fixture
def mapping() -> ChipMapping:
    card = ApduScript(icao.ECDH_CAM)
    chance = icao.chance(*icao.ECDH_CAM_PRIVATE)
    found = pace.open_session(Exchange(card), WAY, icao.MAPPING_KEY, chance=chance).chip_mapping
    assert not card.left
    assert found is not None
    return found


@pytest.fixture
def keys() -> tuple[ChipKey, ...]:
    infos = tlv.encode(der.SET, bytes.fromhex(icao.CHIP_KEY_INFO))
    return security_infos.read(infos).chip_keys


def test_the_worked_example(mapping: ChipMapping, keys: tuple[ChipKey, ...]) -> None:
    assert mapping.keys.encryption.hex().upper() == "0A9DA4DB03BDDE39FC5202BC44B2E89E"
    assert mapping.keys.mac.hex().upper() == "4B1C06491ED5140CA2B537D344C6C0B1"
    assert chip_mapping.initial_vector(mapping.keys).hex().upper() == "F6A3B75A1E933941DD7A13E2520779DF"
    assert mapping._factor() == int(icao.CHIP_FACTOR, 16)
    mapping.check(keys)


def test_the_chip_s_side_gives_the_example_s_data(mapping: ChipMapping) -> None:
    """The static private key is not in the example: the factor and the mapping key determine it."""
    private = 0x9E56A6B59C95D06ECE5CD10F983BB2F4F1943528E577F23881D89D8C3BBEE0AA
    static = pow(int(icao.CHIP_FACTOR, 16), -1, CURVE.n) * private % CURVE.n
    assert chip_mapping.seal(mapping.keys, CURVE, static, private) == mapping.sealed


def other_key(curve: str = "brainpoolP256r1") -> ChipKey:
    agreement = EcAgreement.on(curves.named(curve))
    return ChipKey(True, spki(agreement.curve, agreement.public(agreement.generate())), None)


@pytest.mark.parametrize("curve", ["brainpoolP256r1", "P-256"])
def test_another_chip_s_key(mapping: ChipMapping, keys: tuple[ChipKey, ...], curve: str) -> None:
    with pytest.raises(ChipNotGenuine) as refused:
        mapping.check([other_key(curve)])
    assert refused.value.method == "chip_authentication_mapping"
    mapping.check([other_key(curve), *keys])


@pytest.mark.parametrize("sealed", [b"", b"\x00" * 15, b"\x00" * 48])
def test_data_that_are_none(mapping: ChipMapping, keys: tuple[ChipKey, ...], sealed: bytes) -> None:
    with pytest.raises(ChipNotGenuine):
        replace(mapping, sealed=sealed).check(keys)


@pytest.mark.parametrize("factor", [0, CURVE.n, CURVE.n + 5, 1])
def test_factors_that_prove_nothing(mapping: ChipMapping, keys: tuple[ChipKey, ...], factor: int) -> None:
    suite, key = mapping.keys.suite, mapping.keys.encryption
    plain = suite.pad(factor.to_bytes(33, "big"))
    sealed = suite.encrypt(key, plain, chip_mapping.initial_vector(mapping.keys))
    with pytest.raises(ChipNotGenuine):
        replace(mapping, sealed=sealed).check(keys)


def test_a_key_that_is_no_point_and_one_of_no_curve(mapping: ChipMapping) -> None:
    broken = spki(CURVE, CURVE.encode(CURVE.generator)[:-1] + b"\x00")
    for useless in (broken, b"\x30\x00", b""):
        with pytest.raises(ChipNotGenuine):
            mapping.check([ChipKey(True, useless, None)])
