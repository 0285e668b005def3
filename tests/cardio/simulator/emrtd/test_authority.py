"""The country authority: what it signs verifies, and only that."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.simulator.emrtd import CountryAuthority
from cardio.trust import lds, sod
from cardio.trust.cms import open_signed
from cardio.trust.document_certificate import DocumentCertificate
from tests.support.virtual_documents import NOW, authority


def test_root_signer_and_link() -> None:
    root = DocumentCertificate.load(authority().anchor)
    signer = DocumentCertificate.load(authority().signer.public_bytes(Encoding.DER))
    assert root.is_signed_by(root)
    assert signer.is_signed_by(root)
    renewed, link = authority().successor(NOW)
    new = DocumentCertificate.load(link)
    assert new.is_signed_by(root)
    assert not new.is_signed_by(DocumentCertificate.load(renewed.anchor))
    assert new.key_id == DocumentCertificate.load(renewed.anchor).key_id


def test_security_objects() -> None:
    found = sod.read(authority().security_object({1: b"a", 2: b"b"}, NOW))
    assert found.groups == {1, 2}
    assert found.matches(2, b"b")


def test_two_authorities_share_nothing() -> None:
    one, two = (CountryAuthority.create("same name", NOW) for _ in range(2))
    assert one.anchor != two.anchor
    assert "PrivateKey" not in repr(one)
    assert open_signed(one.signed(b"x", lds.CONTENT_TYPE, NOW), lds.CONTENT_TYPE).content == b"x"


def test_kept_in_a_folder_and_read_back() -> None:
    again = CountryAuthority.from_pem(authority().to_pem())
    assert again.anchor == authority().anchor
    found = sod.read(again.security_object({1: b"a"}, NOW))
    assert found.signer.is_signed_by(DocumentCertificate.load(authority().anchor))


@pytest.mark.parametrize("keys", [0, 1, 3])
def test_a_file_that_is_none(keys: int) -> None:
    whole = authority().to_pem()
    begins = b"-----BEGIN PRIVATE KEY-----"
    certificates, *parts = whole.split(begins)
    with pytest.raises(ValueError, match=r".+"):
        CountryAuthority.from_pem(certificates + b"".join(begins + part for part in (parts * 2)[:keys]))
