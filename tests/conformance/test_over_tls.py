"""The whole contract over HTTPS with a private CA, pinned: the program's client and the independent one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api import auth
from desktop_app.api.errors import TlsFailed
from desktop_app.api.session import ApiSession, Centre
from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.clauses import Verdict
from desktop_app.conformance.scene import Scene
from desktop_app.conformance.suite import CLAUSES, run
from desktop_app.sandbox.hosting import Tls, bind, serving
from tests.desktop_app.api.conftest import HeardClock
from tests.support.practice import cards_of, forgotten_cursor, reports_of
from tests.support.private_ca import PrivateCa, private_ca
from tests.support.sandbox_server import small_service
from tests.support.small_city import SmallCity

Served = tuple[str, SmallCity, PrivateCa]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The small city over HTTPS, vouched for by an authority that nobody else knows."""
    authority = private_ca(tmp_path / "ca")
    bound, plain = bind()
    url = plain.replace("http://", "https://")
    tls = Tls(authority.certificate, authority.key)
    with small_service(tmp_path, url) as (city, _), serving(city.service, bound, tls):
        yield url, city, authority


def test_every_clause_holds_behind_a_pinned_authority(served: Served, tmp_path: Path) -> None:
    url, city, authority = served
    reports_of(city)
    cards = CardFolder(cards_of(city, tmp_path / "cards"))
    scene = Scene(url, city.service.codes.mint(), cards, forgotten_cursor(city), authority.authority)
    findings = list(run(scene))
    assert {one.clause: one.detail for one in findings if one.verdict is not Verdict.HOLDS} == {}
    assert len(findings) == len(CLAUSES)


def session(url: str, ca: Path | None) -> ApiSession:
    return Centre(url, ec.generate_private_key(ec.SECP256R1()), HeardClock(), "test", ca).open()


def test_the_client_believes_the_pinned_authority_and_no_other(served: Served, tmp_path: Path) -> None:
    url, _, authority = served
    ours = session(url, authority.authority)
    auth.probe(ours)
    ours.close()
    other = private_ca(tmp_path / "other", "Private CA")  # of the same name
    for ca in (None, other.authority):
        theirs = session(url, ca)
        with pytest.raises(TlsFailed):
            auth.probe(theirs)
        theirs.close()


def test_a_pinned_authority_that_is_missing_is_an_error_and_no_silent_fallback(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        session("https://127.0.0.1:1", tmp_path / "missing.pem")
