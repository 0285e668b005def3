"""Attendance: each rule broken alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.conformance.checks.attendance import MOST
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, forgiven, refusal_altered

TERMINAL = "/v1/terminals/[^/]+"
ROWS, CHECKPOINTS = f"{TERMINAL}/events", f"{TERMINAL}/checkpoints"
STRANGER = ec.generate_private_key(ec.SECP256R1())


def resigned(compact: str, city: SmallCity, kind: jose.Kind, change: Callable[[Document], object]) -> str:
    """Return the same said otherwise, signed by the server's own key."""
    claims = jose.unverified(compact).claims
    change(claims)
    key = city.pki.receipt_key
    return jose.sign(kind, claims, key, {"kid": jose.thumbprint(jose.public_jwk(key))})


def one_too_early(document: Document, _asked: Asked) -> None:
    if [row["status"] for row in document.get("results", [])] == ["stored", "stored"]:
        document["next_expected_seq"] -= 1


def taps_suspected(document: Document, asked: Asked) -> None:
    for sent, row in zip(json.loads(asked.body)["events"], document.get("results", []), strict=False):
        if sent["card_jws"]:
            row["status"] = "quarantined"


def strangers_receipt(document: Document, _asked: Asked) -> None:
    if "receipt" in document:
        told = jose.unverified(document["receipt"])
        document["receipt"] = jose.sign(jose.Kind.RECEIPT, told.claims, STRANGER, {"kid": told.header["kid"]})


def other_hashes(document: Document, asked: Asked) -> None:
    if "receipt" in document:
        document["receipt"] = resigned(
            document["receipt"],
            asked.city,
            jose.Kind.RECEIPT,
            lambda claims: claims["events"][0].update(hash="0" * 64),
        )


def all_new(document: Document, _asked: Asked) -> None:
    for row in document.get("results", []):
        row["status"] = "stored" if row["status"] == "duplicate" else row["status"]


def further_gap(document: Document, _asked: Asked) -> None:
    if document.get("code") == "gap":
        document["next_expected_seq"] += 5


async def wrong_rows_refused(asked: Asked, carry: Carry) -> Told:
    told = await carry(asked)
    authentic = [
        row for row in told.document.get("results", []) if row.get("reason") != "terminal_signature_bad"
    ]
    if any(row["status"] == "quarantined" for row in authentic):
        problem = {"type": "about:blank", "title": "Unprocessable", "status": 422, "code": "row_refused"}
        headers = {**told.headers, "content-type": "application/problem+json"}
        return Told(422, headers, json.dumps(problem).encode())
    return told


def any_kind(document: Document, _asked: Asked) -> None:
    for row in document.get("results", []):
        if row["reason"] == "terminal_signature_bad":
            row |= {"status": "stored", "reason": None}


async def only_so_many(asked: Asked, carry: Carry) -> Told:
    """Take what fits of a request that is too large, and say nothing of the rest."""
    if re.fullmatch(ROWS, asked.path):
        document = json.loads(asked.body)
        asked = replace(asked, body=json.dumps({**document, "events": document["events"][:MOST]}).encode())
    return await carry(asked)


def other_head(document: Document, _asked: Asked) -> None:
    if "head_hash" in document:
        document["head_hash"] = "0" * 64


def full_names(document: Document, _asked: Asked) -> None:
    for person in document["persons"]:
        person["name"] = person["given_name"]


def other_checkpoint(document: Document, asked: Asked) -> None:
    if "countersigned" in document:
        document["countersigned"] = resigned(
            document["countersigned"],
            asked.city,
            jose.Kind.CHECKPOINT,
            lambda claims: claims.update(checkpoint_sha256="0" * 64),
        )


FAULTS: dict[str, Callable[[], Fault]] = {
    "attendance.stored": lambda: altered(ROWS, one_too_early),
    "attendance.tap": lambda: altered(ROWS, taps_suspected),
    "attendance.receipt": lambda: altered(ROWS, strangers_receipt),
    "attendance.hashes": lambda: altered(ROWS, other_hashes),
    "attendance.duplicate": lambda: altered(ROWS, all_new),
    "attendance.gap": lambda: refusal_altered(ROWS, further_gap),
    "attendance.quarantine": lambda: wrong_rows_refused,
    "attendance.kind": lambda: altered(ROWS, any_kind),
    "attendance.bounded": lambda: only_so_many,
    "attendance.head": lambda: altered(TERMINAL, other_head),
    "attendance.foreign": lambda: refusal_altered(
        TERMINAL, lambda document, _: document.update(code="forbidden")
    ),
    "attendance.roster": lambda: altered(f"{TERMINAL}/roster", full_names),
    "checkpoint.countersigned": lambda: altered(CHECKPOINTS, other_checkpoint),
    "checkpoint.rollback": lambda: forgiven("rollback"),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]
