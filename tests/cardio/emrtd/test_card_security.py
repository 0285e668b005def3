"""EF.CardSecurity: the chip's keys under a signature that holds, or the reason why not."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import der, tlv
from cardio.document_errors import CardSecurityInvalid
from cardio.emrtd import card_security
from cardio.emrtd.card_security import CONTENT_TYPE
from cardio.simulator.emrtd import Profile
from cardio.trust import lds
from cardio.trust.document_certificate import DocumentCertificate
from tests.support.virtual_documents import NOW, authority, document

DATA = document(Profile.proved_by_pace()).card_security


def test_keys_and_signer() -> None:
    found = card_security.read(DATA)
    assert len(found.infos.chip_keys) == 1
    assert found.infos.pace_oids == (("0.4.0.127.0.7.2.2.4.6.2", 13),)
    assert found.signer == DocumentCertificate.load(authority().signer.public_bytes(Encoding.DER))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x30\x00", "malformed"),
        (DATA[:-1] + bytes((DATA[-1] ^ 1,)), "signature"),
        (authority().signed(tlv.encode(der.SET, b""), lds.CONTENT_TYPE, NOW), "malformed"),
        (authority().signed(b"\x04\x00", CONTENT_TYPE, NOW), "malformed"),
    ],
)
def test_what_is_wrong_with_it(data: bytes, reason: str) -> None:
    with pytest.raises(CardSecurityInvalid) as refused:
        card_security.read(data)
    assert refused.value.reason == reason
