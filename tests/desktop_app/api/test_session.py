"""The session: what it sends, what it believes, how it ends."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from desktop_app import jose
from desktop_app.api import session as session_module
from desktop_app.api.errors import (
    ApiError,
    Garbage,
    InsecureAddress,
    Refused,
    ServerBroken,
    Stopped,
    TlsFailed,
    TooLarge,
    Unauthorised,
    Unreachable,
)
from desktop_app.api.session import ApiSession, Centre, Request
from tests.desktop_app.api.conftest import HeardClock
from tests.support.scripted_server import ScriptedServer, answer, hang

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]
GET = Request("GET", "/v1/thing")


class Tokens:
    """Gives the tokens of a list, one more with each renewal."""

    def __init__(self, *tokens: str) -> None:
        self.tokens = list(tokens)

    def current(self, session: ApiSession) -> str:
        return self.tokens[0]

    def renew(self, session: ApiSession, stale: str) -> str:
        assert self.tokens.pop(0) == stale
        if not self.tokens:
            raise Unauthorised("sign_in_again")
        return self.tokens[0]


def test_a_call_returns_the_object_and_carries_a_proof_of_our_key(serve: Serve) -> None:
    server, session = serve(answer(200, {"a": 1}))
    assert session.call(Request("POST", "/v1/thing", json={"b": 2}, params={"q": "đ"})) == {"a": 1}
    heard = server.heard[0]
    assert (heard.method, heard.target, heard.body) == ("POST", "/v1/thing?q=%C4%91", b'{"b":2}')
    proof = jose.unverified(heard.headers["dpop"])
    assert proof.claims["htm"] == "POST"
    assert proof.claims["htu"] == f"{server.url}/v1/thing"
    assert jose.verify(heard.headers["dpop"], jose.Kind.DPOP, jose.import_jwk(proof.header["jwk"]))


def test_an_access_token_is_sent_with_its_hash_in_the_proof(serve: Serve) -> None:
    server, session = serve(answer(200, {}))
    session.call(GET, Tokens("secret"))
    assert server.heard[0].headers["authorization"] == "DPoP secret"
    assert len(jose.unverified(server.heard[0].headers["dpop"]).claims["ath"]) == 43


def test_a_stale_nonce_is_answered_with_a_fresh_proof(serve: Serve) -> None:
    server, session = serve(
        answer(400, {"error": "use_dpop_nonce"}, DPoP_Nonce="n1"),
        answer(200, {"ok": True}, DPoP_Nonce="n2"),
        answer(),
    )
    assert session.call(GET) == {"ok": True}
    session.call(GET)
    nonces = [jose.unverified(heard.headers["dpop"]).claims.get("nonce") for heard in server.heard]
    assert nonces == [None, "n1", "n2"]


def test_a_nonce_refused_twice_is_an_error_not_a_loop(serve: Serve) -> None:
    refusal = answer(401, {"error": "use_dpop_nonce"}, DPoP_Nonce="n")
    _, session = serve(refusal, refusal)
    with pytest.raises(Unauthorised):
        session.call(GET)


def test_a_stale_token_is_renewed_once(serve: Serve) -> None:
    server, session = serve(answer(401, {"code": "token_expired"}), answer(200, {"ok": True}))
    assert session.call(GET, Tokens("old", "new")) == {"ok": True}
    assert [heard.headers["authorization"] for heard in server.heard] == ["DPoP old", "DPoP new"]


def test_a_token_that_cannot_be_renewed_means_signing_in_again(serve: Serve) -> None:
    _, session = serve(answer(401, {"code": "token_expired"}))
    with pytest.raises(Unauthorised, match="sign_in_again"):
        session.call(GET, Tokens("old"))


def test_the_servers_time_is_learnt_with_the_time_of_travel(serve: Serve, clock: HeardClock) -> None:
    _, session = serve(answer(200, {"server_time": "2026-03-02T01:10:00.000000Z"}))
    session.call(GET)
    [(moment, took)] = clock.learnt
    assert moment == datetime(2026, 3, 2, 1, 10, tzinfo=UTC)
    assert 0 <= took < 5


def test_a_held_answer_says_nothing_about_time(serve: Serve, clock: HeardClock) -> None:
    _, session = serve(answer(200, {"server_time": "2026-03-02T01:10:00.000000Z"}))
    session.call(Request("GET", "/v1/sync/changes", held=True))
    assert clock.learnt == []


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (answer(500), ServerBroken),
        (answer(404, {"code": "not_found"}), Refused),
        (answer(302, {}, Location="http://127.0.0.1/elsewhere"), Garbage),
        (answer(200, b"<html>captive portal</html>"), Garbage),
        (answer(200, b"[1, 2]"), Garbage),
        (answer(200, b"[" * 100_000), Garbage),
        (answer(200, b'{"changes": ' + b"[" * 100_000), Garbage),
        (answer(200, b'{"changes": [{"seq": 1}, {"seq": ]}'), Garbage),
        (answer(200, b'{"changes": [{"id": "\xff"}]}'), Garbage),
        (answer(200, {"server_time": "yesterday"}), Garbage),
        (answer(200, {"server_time": "9999-12-31T23:59:59.999999Z"}), Garbage),
        (answer(200, {"server_time": "0001-01-01T00:00:00+14:00"}), Garbage),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Garbage),
        (lambda connection: connection.close(), Unreachable),
        (
            lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
            Unreachable,
        ),
    ],
    ids=[
        "500",
        "404",
        "redirect",
        "html",
        "list",
        "deep",
        "deep row",
        "torn row",
        "no text",
        "time",
        "y9999",
        "y1",
        "ssh",
        "closed",
        "torn",
    ],
)
def test_each_fault_has_its_own_error(serve: Serve, reply: bytes, error: type[ApiError]) -> None:
    server, session = serve(reply)
    with pytest.raises(error):
        session.call(GET)
    assert len(server.heard) == 1  # nothing was repeated, no redirect followed


@pytest.mark.parametrize(
    "text",
    [
        '{"rows": [1, {"a": [2]}, "x"], "next": "7", "none": null}',
        ' { "rows" : [ ] , "deep": {"rows": [[1]]} } ',
    ],
)
def test_an_answer_decoded_piece_by_piece_is_the_same_answer(serve: Serve, text: str) -> None:
    _, session = serve(answer(200, text.encode()))
    assert session.call(GET) == json.loads(text)


def test_a_body_beyond_its_bound_is_not_read_to_the_end(serve: Serve) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    _, session = serve(answer(200, bomb, Content_Encoding="gzip"))
    with pytest.raises(TooLarge):
        session.call(Request("GET", "/", limit=1_000_000))


def test_a_request_beyond_its_bound_is_not_sent(serve: Serve) -> None:
    server, session = serve(answer())
    with pytest.raises(TooLarge):
        session.call(Request("POST", "/", json={"text": "x" * session_module.MAX_REQUEST}))
    assert server.heard == []


def test_nobody_listening_means_nothing_was_sent(key: ec.EllipticCurvePrivateKey, clock: HeardClock) -> None:
    with socket.socket() as deaf:  # holds the port, and does not listen
        deaf.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        with pytest.raises(Unreachable) as problem:
            Centre(url, key, clock, "test").open().call(GET)
    assert not problem.value.sent


def test_no_answer_in_time_means_it_may_have_arrived(serve: Serve) -> None:
    _, session = serve(hang)
    with pytest.raises(Unreachable) as problem:
        session.call(Request("GET", "/", patience=0.1))
    assert problem.value.sent


def test_stop_breaks_a_hanging_request_at_once(serve: Serve) -> None:
    server, session = serve(hang)
    outcome: list[BaseException] = []

    def call() -> None:
        try:
            session.call(Request("GET", "/", patience=60))
        except ApiError as problem:
            outcome.append(problem)

    thread = threading.Thread(target=call)
    thread.start()
    server.wait_for(1)
    session.stop()
    thread.join(30)
    assert isinstance(outcome[0], Stopped)
    with pytest.raises(Stopped):
        session.call(GET)


def test_a_slow_drip_ends(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "BODY_SECONDS", 0.05)

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            connection.sendall(b"1\r\n \r\n")

    _, session = serve(drip)
    with pytest.raises((Unreachable, TooLarge)):
        session.call(Request("GET", "/", limit=10_000_000))


@pytest.mark.parametrize(
    "url", ["http://city.example", "ftp://127.0.0.1", "https://user:pw@city.example", "nonsense"]
)
def test_plain_http_goes_to_loopback_only(
    url: str, key: ec.EllipticCurvePrivateKey, clock: HeardClock
) -> None:
    with pytest.raises(InsecureAddress):
        Centre(url, key, clock, "test")


def test_a_certificate_nobody_vouches_for_is_refused(
    tmp_path: Path, key: ec.EllipticCurvePrivateKey, clock: HeardClock
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_self_signed(tmp_path, key))
    with ScriptedServer([answer()], context) as server, pytest.raises(TlsFailed) as problem:
        Centre(server.url, key, clock, "test").open().call(GET)
    assert problem.value.reason
    assert server.heard == []


def _self_signed(folder: Path, key: ec.EllipticCurvePrivateKey) -> Path:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path
