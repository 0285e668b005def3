"""The issuer's signature is what OpenSSL takes for signed data."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7

from cardio.piv import Slot
from cardio.simulator.content_signer import ContentSigner
from cardio.trust import lds
from tests.support import virtual_cards


def test_other_tools_find_the_signer() -> None:
    signer = ContentSigner(
        ec.generate_private_key(ec.SECP256R1()), virtual_cards.card_file().certificate(Slot.SIGNATURE)
    )
    der = signer.sign(lds.CONTENT_TYPE, b"hashes")
    assert pkcs7.load_der_pkcs7_certificates(der) == [signer.certificate]
    assert "PrivateKey" not in repr(signer)
