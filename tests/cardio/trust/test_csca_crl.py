"""Lists of country authorities: forged, foreign or older ones refused, the last good one kept."""

from __future__ import annotations

import pytest

from cardio.errors import CrlRefused
from cardio.simulator.emrtd import CountryAuthority
from cardio.trust.csca_crl import CscaCrls
from cardio.trust.document_certificate import DocumentCertificate
from tests.support.virtual_documents import NOW, authority

ROOT = DocumentCertificate.load(authority().anchor)


def test_listed_serials() -> None:
    lists = CscaCrls()
    assert lists.entry(ROOT, ROOT) is None
    assert lists.add(authority().revocation_list((ROOT.serial_number, 5), 1, NOW), ROOT) == 2
    found = lists.entry(ROOT, ROOT)
    assert found is not None
    assert (found.since, found.reason) == (NOW, "unspecified")


@pytest.mark.parametrize("number", [1, 2])
def test_an_older_list_is_refused_and_the_last_kept(number: int) -> None:
    lists = CscaCrls()
    lists.add(authority().revocation_list((ROOT.serial_number,), 3, NOW), ROOT)
    with pytest.raises(CrlRefused, match="older"):
        lists.add(authority().revocation_list((), number, NOW), ROOT)
    assert lists.entry(ROOT, ROOT)


def test_lists_that_are_not_the_issuers() -> None:
    good = authority().revocation_list((), 1, NOW)
    cases = {
        good[:-1] + bytes((good[-1] ^ 1,)): "signature",
        CountryAuthority.create("another", NOW).revocation_list((), 1, NOW): "issuer",
        CountryAuthority.create("CSCA thử nghiệm", NOW).revocation_list((), 1, NOW): "signature",
        b"\x30\x00": "unreadable",
    }
    for der, reason in cases.items():
        with pytest.raises(CrlRefused) as refusal:
            CscaCrls().add(der, ROOT)
        assert refusal.value.reason == reason
