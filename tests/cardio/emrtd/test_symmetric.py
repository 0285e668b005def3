"""Ciphers, MACs and key derivation against Doc 9303-11, appendices D and G."""

from __future__ import annotations

import pytest

from cardio.emrtd.symmetric import ENCRYPTION, MAC, Suite, same, unpad
from cardio.errors import ProtocolViolation


def h(text: str) -> bytes:
    return bytes.fromhex(text)


SEED = h("239AB9CB282DAF66231DC5A4DF6BFBAE")
SECRET = h("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925")


def test_d2_basic_access_keys() -> None:
    assert Suite.DES3.derive(SEED, ENCRYPTION) == h("AB94FDECF2674FDFB9B391F85D7F76F2")
    assert Suite.DES3.derive(SEED, MAC) == h("7962D9ECE03D1ACD4C76089DCE131543")


def test_g1_session_keys() -> None:
    assert Suite.AES128.derive(SECRET, ENCRYPTION) == h("F5F0E35C0D7161EE6724EE513A0D9A7F")
    assert Suite.AES128.derive(SECRET, MAC) == h("FE251C7858B356B24514B3BD5F4297D1")


def test_d3_cryptogram_and_retail_mac() -> None:
    plain = h("781723860C06C2264608F919887022120B795240CB7049B01C19B33E32804F0B")
    sealed = h("72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2")
    key = Suite.DES3.derive(SEED, ENCRYPTION)
    assert Suite.DES3.encrypt(key, plain) == sealed
    assert Suite.DES3.decrypt(key, sealed) == plain
    assert Suite.DES3.token(Suite.DES3.derive(SEED, MAC), sealed) == h("5F1448EEA8AD90A7")


def test_g1_nonce() -> None:
    sealed, key = h("95A3A016522EE98D01E76CB6B98B42C3"), h("89DED1B26624EC1E634C1989302849DD")
    assert Suite.AES128.decrypt(key, sealed) == h("3F00C4D39D153F2B2A214A078D899B22")


@pytest.mark.parametrize("suite", list(Suite))
def test_lengths_padding_and_the_way_back(suite: Suite) -> None:
    key = suite.derive(b"secret", ENCRYPTION)
    assert len(key) == suite.key_length
    assert len(suite.mac(key, bytes(suite.block))) == 8
    for length in range(2 * suite.block):
        padded = suite.pad(bytes(length))
        assert len(padded) % suite.block == 0
        assert unpad(suite.decrypt(key, suite.encrypt(key, padded))) == bytes(length)


def test_one_block_of_retail_mac_is_two_key_3des() -> None:
    key = Suite.DES3.derive(SEED, MAC)
    assert Suite.DES3.mac(key, bytes(8)) == Suite.DES3.encrypt(key, bytes(8))


@pytest.mark.parametrize("data", [b"", bytes(16), b"\x80\x01"])
def test_padding_that_is_none(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        unpad(data)
    with pytest.raises(ProtocolViolation):
        Suite.AES128.decrypt(bytes(16), b"short")


def test_comparison() -> None:
    assert same(b"a", b"a")
    assert not same(b"a", b"b")
