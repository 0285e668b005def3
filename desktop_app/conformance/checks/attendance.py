"""Attendance: contiguous rows, never refused when authentic, receipted; checkpoints that cannot go back."""

from __future__ import annotations

from typing import Any, Final

from desktop_app import jose
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document
from desktop_app.conformance.endings import Broken, require
from desktop_app.conformance.scene import HANDLER, Scene
from desktop_app.conformance.terminal import Terminal
from desktop_app.domain.ids import new_id

MOST: Final = 200


def _stored(scene: Scene) -> None:
    terminal = scene.terminal()
    told = terminal.send(terminal.row(), terminal.row()).expect(200)
    require(
        [row["status"] for row in told["results"]] == ["stored", "stored"], "rows in order are not stored"
    )
    require(told["next_expected_seq"] == terminal.seq + 1, "another row is expected next")


def _tapped(scene: Scene) -> None:
    terminal = scene.terminal()
    result = terminal.send(terminal.tap(scene.cards.card(HANDLER))).expect(200)["results"][0]
    require(result["status"] == "stored", f"a card's tap is {result['status']}: {result.get('reason')}")


def _receipted(scene: Scene) -> None:
    terminal, told = _two_rows(scene)
    claims = _signed(scene, told["receipt"], jose.Kind.RECEIPT)
    require(claims["server_id"] == scene.bundle()["server_id"], "the receipt names another server")
    require(claims["terminal_id"] == terminal.workstation.terminal_id, "the receipt names another terminal")
    span = (claims["first_seq"], claims["last_seq"])
    require(span == (terminal.seq - 1, terminal.seq), "the receipt is for other rows")
    require(len(claims["events"]) == len(told["results"]), "the receipt is not for every row")


def _hashed(scene: Scene) -> None:
    terminal, told = _two_rows(scene)
    claims = jose.unverified(told["receipt"]).claims
    hashes = [row["hash"] for row in claims["events"]]
    require(hashes == terminal.hashes[-2:], "the receipt's hashes are not those of the rows")
    require(claims["head_hash"] == terminal.head, "the receipt's head is not the last row")


def _two_rows(scene: Scene) -> tuple[Terminal, Document]:
    """Send two rows; return the terminal and the answer."""
    terminal = scene.terminal()
    return terminal, terminal.send(terminal.row(), terminal.row()).expect(200)


def _signed(scene: Scene, compact: str, kind: jose.Kind) -> dict[str, Any]:
    """Return the claims of what a receipt key of the bundle signed; raise ``Broken``."""
    keys = {jose.thumbprint(jwk): jwk for jwk in scene.bundle()["receipt_keys"]["keys"]}
    try:
        jwk = keys.get(str(jose.unverified(compact).header.get("kid")))
        require(jwk, "signed by a key that the trust bundle does not name")
        return jose.verify(compact, kind, jose.import_jwk(jwk or {})).claims
    except jose.JwsInvalid as invalid:
        raise Broken(f"the signature does not hold: {invalid.what}") from None


def _again(scene: Scene) -> None:
    terminal = scene.terminal()
    row = terminal.row()
    terminal.send(row).expect(200)
    told = terminal.send(row).expect(200)
    require(told["results"][0]["status"] == "duplicate", f"it is {told['results'][0]['status']}")
    require(told.get("receipt"), "without a receipt")


def _gap(scene: Scene) -> None:
    terminal = scene.terminal()
    missing, early = terminal.row(), terminal.row()
    try:
        told = terminal.send(early).expect(409, "gap")
        require(told["next_expected_seq"] == terminal.seq - 1, "the gap does not name what is expected")
    finally:
        terminal.send(missing, early)


def _quarantined(scene: Scene) -> None:
    """A row that speaks of a card's signature which did not come: authentic, and wrong."""
    terminal = scene.terminal()
    told = terminal.send(terminal.row(card_jws_sha256="0" * 64)).expect(200)
    result = told["results"][0]
    require(result["status"] == "quarantined" and result.get("reason"), f"it is {result['status']}")
    require(told["next_expected_seq"] == terminal.seq + 1, "the row is not kept in its place")


def _other_kind(scene: Scene) -> None:
    """A row that the terminal signed as something else is none of its journal, and is kept all the same."""
    terminal = scene.terminal()
    told = terminal.send(terminal.row_as(jose.Kind.CHECKPOINT)).expect(200)
    require(told["results"][0]["status"] == "quarantined", f"it is {told['results'][0]['status']}")


def _bounded(scene: Scene) -> None:
    terminal = scene.terminal()
    first = terminal.seq + 1
    rows = [terminal.row() for _ in range(MOST + 1)]
    try:
        answer = terminal.send(*rows)
        require(400 <= answer.status < 500, f"{MOST + 1} rows are taken: {answer.status}")
    finally:
        told = terminal.send(*rows[:MOST]).expect(200)
        terminal.send(*rows[MOST:])
    require(told["results"][0]["status"] == "stored", f"row {first} of a refused request was kept")


def _head(scene: Scene) -> None:
    terminal = scene.terminal()
    terminal.send(terminal.row()).expect(200)
    told = terminal.workstation.call("GET", terminal.path, token=terminal.token).expect(200)
    require(told["next_expected_seq"] == terminal.seq + 1, "another row is expected next")
    require(told["head_hash"] == terminal.head, "another head")


def _foreign(scene: Scene) -> None:
    terminal = scene.terminal()
    path = f"/v1/terminals/{new_id()}"
    terminal.workstation.call("GET", path, token=terminal.token).expect(404, "not_found")


def _roster(scene: Scene) -> None:
    terminal = scene.terminal()
    told = terminal.workstation.call("GET", f"{terminal.path}/roster", token=terminal.token).expect(200)
    wanted = {"card_cert_sha256", "person_ref", "given_name", "initials"}
    require(all(set(person) == wanted for person in told["persons"]), "persons carry more, or less")


def _countersigned(scene: Scene) -> None:
    terminal = scene.terminal()
    terminal.send(terminal.row()).expect(200)
    compact, answer = terminal.checkpoint(terminal.seq, terminal.head)
    claims = _signed(scene, answer.expect(200)["countersigned"], jose.Kind.CHECKPOINT)
    require(claims["checkpoint_sha256"] == jose.sha256_hex(compact), "it is for another checkpoint")


def _rolled_back(scene: Scene) -> None:
    terminal = scene.terminal()
    terminal.send(terminal.row(), terminal.row()).expect(200)
    terminal.checkpoint(terminal.seq, terminal.head)
    _, answer = terminal.checkpoint(terminal.seq - 1, terminal.hashes[-2])
    answer.expect(409, "rollback")


CLAUSES: Final = (
    Clause("attendance.stored", "rows in order are stored, and the next one is named", _stored),
    Clause("attendance.tap", "a tap signed by a staff card is stored", _tapped),
    Clause(
        "attendance.receipt", "a receipt key of the bundle signs for these rows of this terminal", _receipted
    ),
    Clause("attendance.hashes", "the receipt carries every row's hash, and the head's", _hashed),
    Clause("attendance.duplicate", "a row sent again is a duplicate, receipted again", _again),
    Clause("attendance.gap", "a gap is 409, with the row that is expected", _gap),
    Clause(
        "attendance.quarantine", "an authentic row is never refused: quarantined, in its place", _quarantined
    ),
    Clause("attendance.kind", "a row signed as another kind (typ) is quarantined", _other_kind),
    Clause("attendance.bounded", f"more than {MOST} rows are refused, none of them kept", _bounded),
    Clause("attendance.head", "the terminal's resource tells next row and head", _head),
    Clause("attendance.foreign", "another's terminal is 404, as unknown", _foreign),
    Clause(
        "attendance.roster", "the roster tells card, reference, given name, initials, nothing else", _roster
    ),
    Clause("checkpoint.countersigned", "a checkpoint is counter-signed over its hash", _countersigned),
    Clause("checkpoint.rollback", "a checkpoint below an earlier one is 409 rollback", _rolled_back),
)
