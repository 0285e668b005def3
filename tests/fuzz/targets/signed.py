"""Compact JWS from outside: the trust bundle, rows of a journal, receipts (RFC 7515).

What stands behind a signature is reached by signing the fuzzer's claims, as a dishonest centre or terminal
would: with a low first byte the input is the claims, else the compact text itself.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final, cast

from joserfc import jws
from joserfc.jwk import ECKey

from desktop_app import jose
from desktop_app.api.errors import ApiError
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.store.journal import Head, JournalRow
from desktop_app.store.journal_check import Signed, check_journal
from desktop_app.store.terminal import TerminalStore
from desktop_app.sync.attendance import Attendance, Identity
from desktop_app.trust.bundle import BundleRefused, first_bundle, next_bundle, stored_bundle
from tests.desktop_app.bundles import URL, Authority
from tests.desktop_app.store.builders import Signer
from tests.fuzz.target import Target
from tests.support.clock import NOON

_SIGNER: Final = Signer()
_ROWS: Final = 3


@cache
def _centre() -> Authority:
    return Authority()


def _bundle(data: bytes) -> None:
    if data[:1] < b"\x80":
        stored_bundle(_unsigned(jose.Kind.TRUST_BUNDLE, data[1:]))
    elif data[:1] < b"\xc0":
        first_bundle(data[1:].decode("latin-1"), URL)
    else:
        next_bundle(data[1:].decode("latin-1"), URL, _known())


@cache
def _known() -> Any:  # noqa: ANN401 — a TrustBundle
    return _centre().bundle()


def _unsigned(kind: jose.Kind, claims: bytes) -> str:
    """A compact JWS that nobody signed, around claims that need not even be JSON."""
    header = jose.encode_base64url(jose.canonical({"alg": "ES256", "typ": str(kind)}))
    return f"{header}.{jose.encode_base64url(claims)}.AA"


def _jws(data: bytes) -> None:
    """Verification itself, by a key that came with the text as a proof's does."""
    compact = data.decode("latin-1")
    jwk = jose.unverified(compact).header.get("jwk")
    if isinstance(jwk, dict):
        jose.thumbprint(jwk)
        jose.verify(compact, jose.Kind.DPOP, jose.import_jwk(jwk))


def _journal(data: bytes) -> None:
    """Each line is a row: the claims of the terminal, and after a tab those of the card."""
    rows = []
    for line in data.split(b"\n")[:_ROWS]:
        terminal, _, card = line.partition(b"\t")
        card_jws = _unsigned(jose.Kind.TAP, card) if card else None
        rows.append(Signed(card_jws, _unsigned(jose.Kind.JOURNAL, terminal)))
    check_journal(rows, terminal_id=_SIGNER.terminal_id)
    check_journal([Signed(None, data.decode("latin-1"))])


def _receipt(data: bytes) -> None:
    centre = _centre()
    text = data[1:]
    if data[:1] < b"\x80":
        header = {"alg": "ES256", "typ": str(jose.Kind.RECEIPT)}
        key = ECKey.import_key(centre.receipt_key)
        compact = jws.serialize_compact(header, text, key, registry=jose._REGISTRY)
    else:
        compact = text.decode("latin-1")
    _attendance()._read_receipt(compact, [_row()])


@cache
def _attendance() -> Attendance:
    identity = Identity(_SIGNER.terminal_id, "file", TerminalSigner(_SIGNER.key))
    store = cast(TerminalStore, None)  # reading a receipt asks it nothing
    return Attendance(store, identity, _known, lambda: NOON)


@cache
def _row() -> JournalRow:
    facts = _SIGNER.facts(Head(1, 0, "0" * 64))
    return cast(JournalRow, facts)  # epoch and seq are all that is asked for


def _bundles() -> list[bytes]:
    centre = _centre()
    calendar = {
        "id": "2026", "first": "2026-01-01", "last": "2026-12-31", "holidays": ["2026-09-02"],
        "working_weekends": ["2026-02-07"],
    }  # fmt: skip
    small = centre.claims(calendar=calendar, staff_anchors=[], staff_intermediates=[])
    whole = centre.sign(calendar=calendar, staff_anchors=[], staff_intermediates=[]).encode()
    return [b"\x00" + json.dumps(small).encode(), b"\x80" + whole, b"\xc0" + whole]


def _proofs() -> list[bytes]:
    key = _SIGNER.key
    header = {"jwk": jose.public_jwk(key)}
    return [jose.sign(jose.Kind.DPOP, {"htm": "GET", "jti": "1"}, key, header).encode()]


def _journals() -> list[bytes]:
    head = Head(1, 0, "0" * 64)
    first = _claims(_SIGNER.sign(_SIGNER.facts(head)))
    card_jws, terminal_jws, _ = _SIGNER.tap(head)
    return [first, _claims(terminal_jws) + b"\t" + _claims(card_jws), terminal_jws.encode()]


def _claims(compact: str) -> bytes:
    return jose.canonical(jose.unverified(compact).claims)


def _receipts() -> list[bytes]:
    claims = {
        "server_id": "s-1", "terminal_id": _SIGNER.terminal_id, "epoch": 1, "first_seq": 1, "last_seq": 1,
        "head_hash": "00", "events": [{"event_id": "e", "hash": "0" * 64, "status": "stored"}],
    }  # fmt: skip
    compact = jose.sign(jose.Kind.RECEIPT, claims, _centre().receipt_key)
    return [b"\x00" + json.dumps(claims).encode(), b"\xff" + compact.encode()]


TARGETS: Final[dict[str, Target]] = {
    "trust_bundle": Target(
        _bundle, (BundleRefused,), _bundles, ("desktop_app.trust.bundle", "desktop_app.jose"), 1536, json=1
    ),
    "jws": Target(_jws, (jose.JwsInvalid,), _proofs, ("desktop_app.jose",), 512),
    "journal": Target(
        _journal, (), _journals, ("desktop_app.store.journal_check", "desktop_app.jose"), json=0
    ),
    "receipt": Target(
        _receipt, (ApiError,), _receipts, ("desktop_app.sync.attendance", "desktop_app.jose"), 768, json=1
    ),
}
