"""Master lists: a real one, whole, and small ones with something wrong in them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import tlv
from cardio.document_errors import SecurityObjectInvalid
from cardio.simulator.emrtd import CountryAuthority
from cardio.trust import cms, master_list
from cardio.trust.master_list import CONTENT_TYPE, MasterList
from tests.support.virtual_documents import NOW, authority

REAL = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"


@cache
def real() -> MasterList:
    """The German list of August 2024, as published."""
    return master_list.read(REAL.read_bytes())


def test_the_real_list_comes_in_whole() -> None:
    content = cms.open_signed(REAL.read_bytes(), CONTENT_TYPE).content
    # Counted here by a walk of its own, not by the reader's.
    certificates = dict(_elements(_elements(content)[0][1]))[0x31]
    assert len(_elements(certificates)) == len(real().usable) + len(real().refused) == 541
    assert len(real().usable) == 531
    assert Counter(str(one.error) for one in real().refused) == {
        "wrong_purpose(wanted='country_signing')": 10
    }


def _elements(data: bytes) -> list[tuple[int, bytes]]:
    return list(tlv.elements(data))


def test_written_out_curves_are_among_the_usable_ones() -> None:
    explicit = [one for one in real().usable if bytes.fromhex("06072a8648ce3d0101") in one.der]
    assert len(explicit) > 90
    vietnam = [one for one in real().usable if one.country == "VN"]
    assert vietnam, "the passport's authority"
    assert all(one in explicit for one in vietnam)


def test_the_signer_comes_from_the_list_itself() -> None:
    issuer = real().issuer
    assert issuer is not None
    assert real().signer.is_signed_by(issuer)
    assert (real().signer.country, issuer.country) == ("DE", "DE")


def test_what_cannot_be_used_is_refused_with_its_reason() -> None:
    good = authority().anchor
    forged = good[:-1] + bytes((good[-1] ^ 1,))
    leaf = CountryAuthority.create("other", NOW).signer.public_bytes(Encoding.DER)
    found = master_list.read(authority().master_list((good, forged, leaf, b"\x30\x00"), NOW))
    assert [one.der for one in found.usable] == [good]
    reasons = {one.place: one.error.code for one in found.refused}
    assert reasons == {1: "bad_signature", 2: "wrong_purpose", 3: "protocol_violation"}
    assert found.issuer is not None


def test_an_altered_list_is_refused() -> None:
    whole = bytearray(authority().master_list((authority().anchor,), NOW))
    whole[whole.index(authority().anchor) + 100] ^= 1
    with pytest.raises(SecurityObjectInvalid) as refusal:
        master_list.read(bytes(whole))
    assert refusal.value.reason == "digest"
    with pytest.raises(SecurityObjectInvalid):
        master_list.read(authority().signed(b"\x02\x01\x00", CONTENT_TYPE, NOW))


def test_whoever_waits_hears_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    master_list.read(REAL.read_bytes(), lambda read, of: heard.append((read, of)))
    assert heard == [(place, 541) for place in range(1, 542)]
