"""Only the pinned authority's certificate for this very host, valid now, over TLS of today, is the centre."""

from __future__ import annotations

import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop_app.api.errors import ApiError, Garbage, TlsFailed, Unreachable
from desktop_app.api.session import Centre, Request
from tests.hostile_network.authority import DAY, Authority, authority
from tests.support.clock import ManualClock
from tests.support.scripted_server import ScriptedServer, answer
from ui.wording import sentence

GET = Request("GET", "/v1/health")


@pytest.fixture
def city(tmp_path: Path) -> Authority:
    return authority(tmp_path)


def call(server: ScriptedServer, pinned: Path | None) -> dict[str, object]:
    """Ask as a workstation that pins this authority, or trusts the operating system's."""
    key, clock = ec.generate_private_key(ec.SECP256R1()), ManualClock(datetime.now(UTC))
    session = Centre(server.url, key, clock, "0.1.0", pinned).open()
    try:
        return session.call(GET)
    finally:
        session.close()


def refused(context: ssl.SSLContext, pinned: Path | None) -> ApiError:
    """Return why the call failed; see that not a byte of the request had gone out."""
    with ScriptedServer([answer(200, {"status": "ok"})], context) as server:
        with pytest.raises(ApiError) as caught:
            call(server, pinned)
        assert server.heard == []
    return caught.value


def test_the_pinned_authority_vouches_for_the_centre(city: Authority) -> None:
    with ScriptedServer([answer(200, {"status": "ok"})], city.serve()) as server:
        assert call(server, city.pem) == {"status": "ok"}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"ends": -timedelta(hours=1), "starts": -2 * DAY}, "expired"),
        ({"starts": timedelta(hours=1)}, "not yet valid"),
        ({"host": "127.0.0.2"}, "IP address mismatch"),
        ({"host": None}, "IP address mismatch"),
        ({"purpose": ExtendedKeyUsageOID.CLIENT_AUTH}, "purpose"),
    ],
    ids=["expired", "too_early", "other_host", "common_name_only", "wrong_purpose"],
)
def test_a_certificate_that_does_not_hold(city: Authority, options: dict[str, object], reason: str) -> None:
    failure = refused(city.serve(**options), city.pem)  # type: ignore[arg-type]
    assert isinstance(failure, TlsFailed)
    assert reason in failure.reason
    assert "centre" in sentence(failure).title or "Trung tâm" in sentence(failure).title


def test_another_authority_of_the_same_name(city: Authority, tmp_path: Path) -> None:
    failure = refused(authority(tmp_path).serve(), city.pem)
    assert isinstance(failure, TlsFailed)


def test_what_the_operating_system_trusts_does_not_count_where_one_is_pinned(tmp_path: Path) -> None:
    ours, theirs = authority(tmp_path, "Ours"), authority(tmp_path, "Theirs")
    assert isinstance(refused(theirs.serve(), ours.pem), TlsFailed)


def test_without_a_pin_a_private_authority_is_nobody(city: Authority) -> None:
    assert isinstance(refused(city.serve(), None), TlsFailed)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_an_old_protocol_is_not_spoken(city: Authority, version: ssl.TLSVersion) -> None:
    context = city.serve()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library warns who asks for them
        context.minimum_version = context.maximum_version = version
    context.set_ciphers("ALL:@SECLEVEL=0")
    failure = refused(context, city.pem)
    assert isinstance(failure, TlsFailed | Unreachable)


def test_plain_http_where_tls_was_said(city: Authority) -> None:
    with ScriptedServer([answer(200, {"status": "ok"})]) as plain:
        plain_port = plain.url.rpartition(":")[2]

        class Disguised(ScriptedServer):
            @property
            def url(self) -> str:
                return f"https://127.0.0.1:{plain_port}"

        with pytest.raises(TlsFailed):
            call(Disguised([]), city.pem)
        assert all(not one.target.startswith("/v1") for one in plain.heard)


def test_a_redirect_to_plain_http_leads_nowhere(city: Authority) -> None:
    with ScriptedServer([answer(200, {"status": "ok"})]) as plain:
        away = answer(307, {}, Location=f"{plain.url}/v1/health")
        with ScriptedServer([away], city.serve()) as server, pytest.raises(Garbage) as caught:
            call(server, city.pem)
        assert caught.value.what == "redirect"
        assert plain.heard == []
